/** The suite's own repository on a lab, set up as its documents say: variables, a secret, environments, reviewers. */
import { newSealKey } from '../../lab/demo/caliber.ts'
import type { EnvironmentRules } from '../../lab/github/records.ts'
import { type Lab, machineFromEnvironment, startLab } from '../../lab/lab.ts'
import type { RunResult } from '../../lab/runner/ports.ts'
import { fullName, SUITE } from '../seeds/callers.ts'
import type { Seeded } from '../seeds/seeded.ts'
import type { Review } from './ledger.ts'

export const REPOSITORY = fullName(SUITE)
export const ENVIRONMENT = 'caliber-stg'

/** Rules of the environment that applies, and of the one that deploys. */
export const REVIEWED: EnvironmentRules = {
  reviewers: ['grace'],
  preventSelfReview: true,
  branches: ['main'],
  canAdminsBypass: false
}
const DEPLOYED: EnvironmentRules = { branches: ['main'], canAdminsBypass: false }

export type SuiteLab = Readonly<{
  lab: Lab
  /** Replaces the rules of an environment; without rules it is as it should be. */
  protect: (environment?: string, rules?: EnvironmentRules) => void
  /** Ada starts a workflow of main by hand, and its run goes to its end; `review` answers while an apply waits. */
  start: (
    file: string,
    inputs?: Readonly<Record<string, string>>,
    review?: Review
  ) => Promise<readonly RunResult[]>
  close: () => Promise<void>
}>

/** Starts a lab on this AWS, which ends with the lab; `env` is for the steps of every job. */
export async function startSuite(aws: Seeded, env: Readonly<Record<string, string>> = {}): Promise<SuiteLab> {
  const lab = await startLab({ machine: machineFromEnvironment(), aws, env })
  const { people } = lab.github
  await people.createRepository({ ...SUITE, copyOf: aws.suite.gitFolder })
  for (const [name, value] of Object.entries(aws.variables)) people.setVariable(REPOSITORY, name, value)
  people.setSecret(REPOSITORY, 'SEAL_KEY', newSealKey())
  const protect = (environment = ENVIRONMENT, rules = REVIEWED): void =>
    people.setEnvironment(REPOSITORY, environment, rules)
  protect()
  protect(`${ENVIRONMENT}-deploy`, DEPLOYED)
  let answer: Review = () => ({ state: 'rejected', comment: 'Nobody is asked here.', user: 'grace' })
  lab.github.onPendingReview((waiting) => {
    void Promise.resolve(waiting)
      .then(answer)
      .catch((error: unknown) => ({ state: 'rejected' as const, comment: String(error), user: 'grace' }))
      .then((verdict) => people.review({ ...waiting, ...verdict }))
  })
  return {
    lab,
    protect,
    start: async (file, inputs = {}, review = answer) => {
      answer = review
      const workflow = `.github/workflows/${file}`
      return lab.deliver(
        await people.dispatch({ repository: REPOSITORY, workflow, ref: 'main', inputs, actor: 'ada' })
      )
    },
    close: async () => {
      const defects = [...lab.github.defects(), ...(await lab.aws.defects())]
      await lab.close()
      await aws.close()
      if (defects.length > 0) throw new Error(`The lab failed its scenario: ${JSON.stringify(defects)}`)
    }
  }
}
