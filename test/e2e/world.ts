/** A lab with the suite in it as `caliber/actions`, and as many ledgers as a test file has scenarios. */
import { type Lab, type LabOptions, machineFromEnvironment, startLab } from '../../lab/lab.ts'
import { createLedger, type Ledger, type LedgerOptions, type Review } from './ledger.ts'
import { PLANTED } from './markers.ts'
import { CHECKOUT } from './places.ts'

export type World = Readonly<{
  lab: Lab
  /** A repository of its own with variables, roles and an environment: scenarios in different ledgers never meet. */
  ledger: (name: string, options?: LedgerOptions) => Promise<Ledger>
  close: () => Promise<void>
}>

/** Starts GitHub, AWS and a runner, and puts the suite on GitHub. */
export async function startWorld(options: Partial<LabOptions> = {}): Promise<World> {
  const lab = await startLab({
    machine: machineFromEnvironment(),
    ...options,
    env: { ...PLANTED, ...options.env }
  })
  const { people } = lab.github
  const suite = await people.createRepository({ owner: 'caliber', name: 'actions', folder: CHECKOUT })
  const reviews = new Map<string, Review>()
  lab.github.onPendingReview((waiting) => {
    const review = reviews.get(waiting.repository)
    if (review === undefined) throw new Error(`Nobody reviews ${waiting.repository}.`)
    // A review that fails ends the wait as a rejection that says why; else the run would wait for ever.
    void Promise.resolve(waiting)
      .then(review)
      .catch((error: unknown) => ({ state: 'rejected' as const, comment: String(error), user: 'grace' }))
      .then((verdict) => people.review({ ...waiting, ...verdict }))
  })
  // One after the other: they share the account's bucket and its OIDC provider.
  let last: Promise<unknown> = Promise.resolve()
  return {
    lab,
    ledger: (name, wanted = {}) => {
      const made = last.then(() => createLedger({ lab, suite: suite.sha, reviews }, name, wanted))
      last = made.catch(() => undefined)
      return made
    },
    close: () => closeWhole(lab)
  }
}

/** Ends the lab; what GitHub or AWS could not answer as they should fails the file by name. */
async function closeWhole(lab: Lab): Promise<void> {
  const defects = [...lab.github.defects(), ...(await lab.aws.defects())]
  await lab.close()
  if (defects.length > 0) throw new Error(`The lab failed its scenarios: ${JSON.stringify(defects)}`)
}
