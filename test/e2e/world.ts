/** A lab of a scenario's own, on a fork of the seeded AWS, with the suite in it as `caliber/actions`. */
import { type Lab, type LabOptions, machineFromEnvironment, startLab } from '../../lab/lab.ts'
import { SUITE } from '../seeds/callers.ts'
import { seeded } from '../seeds/seeded.ts'
import { createLedger, type Ledger, type LedgerOptions, type Review } from './ledger.ts'
import { PLANTED } from './markers.ts'

export type World = AsyncDisposable &
  Readonly<{
    lab: Lab
    /** A repository with variables, roles and an environment. */
    ledger: (options?: LedgerOptions) => Promise<Ledger>
    close: () => Promise<void>
  }>

/** Starts a GitHub and a runner on a copy of the prepared account, and puts the suite on GitHub. */
export async function startWorld(options: Partial<LabOptions> = {}): Promise<World> {
  const aws = await seeded('account')
  const lab = await startLab({
    machine: machineFromEnvironment(),
    aws,
    ...options,
    env: { ...PLANTED, ...options.env }
  })
  const { people } = lab.github
  await people.createRepository({ ...SUITE, copyOf: aws.suite.gitFolder })
  const reviews = new Map<string, Review>()
  lab.github.onPendingReview((waiting) => {
    const review = reviews.get(waiting.repository)
    if (review === undefined) throw new Error(`Nobody reviews ${waiting.repository}.`)
    // A review that fails ends the wait as a rejection that says why; else the run would wait for ever.
    void Promise.resolve(waiting)
      .then(review)
      .then((verdict) => people.review({ ...waiting, ...verdict }))
      .catch((error: unknown) =>
        people.review({ ...waiting, state: 'rejected', comment: String(error), user: 'grace' })
      )
  })
  const close = async (): Promise<void> => {
    await closeWhole(lab)
  }
  return {
    lab,
    ledger: (wanted = {}) => createLedger({ lab, seed: aws, reviews }, wanted),
    close,
    [Symbol.asyncDispose]: close
  }
}

/** Ends the lab; what GitHub or AWS could not answer as they should fails the file by name. */
async function closeWhole(lab: Lab): Promise<void> {
  const defects = lab.github.defects()
  await lab.close()
  await lab.aws.close()
  if (defects.length > 0) throw new Error(`The lab's GitHub failed its scenario: ${JSON.stringify(defects)}`)
}
