import type { Reviewed } from '../../../lib/fragment.ts'
import { compareFingerprints, renderDifferences } from '../../../lib/terraform/differences.ts'
import type { Fingerprint } from '../../../lib/terraform/digest.ts'
import type { Inputs } from './inputs.ts'
import type { Ports } from './ports.ts'

/** How this plan stands to the one that was reviewed; `differences` is Markdown without values. */
export type Review = Readonly<{ reviewed: Reviewed; why: string; pullRequest?: number; differences?: string }>

/** Compares the plan with the record that the merged pull request's own plan left in a check run of its head. */
export async function review(inputs: Inputs, ports: Ports, fingerprint: Fingerprint): Promise<Review> {
  if (isBeforeReview(ports)) return { reviewed: 'unknown', why: 'this plan is the one to be reviewed' }
  const pullRequest = await ports.github.pullRequestOf(ports.context.sha)
  if (pullRequest === undefined) {
    return {
      reviewed: 'unknown',
      why: `no merged pull request made the commit ${ports.context.sha.slice(0, 7)}`
    }
  }
  const { number, headSha } = pullRequest
  const record = await ports.github.readDigest({ headSha, stack: inputs.stack })
  if (record === undefined) {
    return {
      reviewed: 'unknown',
      why: `#${number} has no recorded plan of this stack at its last commit`,
      pullRequest: number
    }
  }
  if (record.digest === fingerprint.digest)
    return { reviewed: 'same', why: `same as reviewed in #${number}`, pullRequest: number }
  const differences =
    record.fingerprint === undefined
      ? '- the record holds no details'
      : renderDifferences(compareFingerprints(record.fingerprint, fingerprint))
  return {
    reviewed: 'different',
    why: `not what was reviewed in #${number}`,
    pullRequest: number,
    differences
  }
}

/** Plans of pull requests and merge queues come before the merge: there is nothing yet that they could be compared with. */
export function isBeforeReview({ context }: Pick<Ports, 'context'>): boolean {
  return context.pullRequest !== undefined || context.eventName === 'merge_group'
}
