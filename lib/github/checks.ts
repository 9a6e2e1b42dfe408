import { gunzipSync, gzipSync } from 'node:zlib'
import type { Fingerprint } from '../terraform/digest.ts'
import type { GitHub } from './connection.ts'
import { asRecord } from './payload.ts'

/** The record of what a plan would do, kept where only workflows of this repository can write. */
export type DigestRecord = Readonly<{ digest: string; fingerprint?: Fingerprint; checkRunUrl: string }>

type Reviewed = Readonly<{ headSha: string; stack: string; fingerprint: Fingerprint; pullRequest: number }>

const LONGEST_TEXT = 65_535
const LARGEST_FINGERPRINT = 64 * 1024 * 1024

/** Records a plan's digest, and the fingerprint when it fits, in a check run of the commit. */
export async function recordDigest(
  github: GitHub,
  { headSha, stack, fingerprint, pullRequest }: Reviewed
): Promise<Readonly<{ checkRunUrl: string }>> {
  const text = packFingerprint(fingerprint)
  const { data } = await github.call(`record the plan digest of ${stack}`, (octokit) =>
    octokit.request('POST /repos/{owner}/{repo}/check-runs', {
      ...github.repo,
      name: checkName(stack),
      head_sha: headSha,
      status: 'completed',
      conclusion: 'neutral',
      external_id: fingerprint.digest,
      output: {
        title: `Plan ${fingerprint.digest.slice(0, 8)}`,
        summary: `Digest of the plan of \`${stack}\` in #${pullRequest}: \`${fingerprint.digest}\`. The plan made after the merge is compared with it.`,
        ...(text === undefined ? {} : { text })
      }
    })
  )
  return { checkRunUrl: data.html_url ?? '' }
}

/** The newest record of a stack's plan at a commit; undefined when there is none by GitHub Actions itself. */
export async function readDigest(
  github: GitHub,
  { headSha, stack }: Readonly<{ headSha: string; stack: string }>
): Promise<DigestRecord | undefined> {
  const { data } = await github.call(`read the plan digest of ${stack}`, (octokit) =>
    octokit.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
      ...github.repo,
      ref: headSha,
      check_name: checkName(stack),
      per_page: 100
    })
  )
  const newest = data.check_runs
    .filter((run) => run.app?.slug === 'github-actions' && run.name === checkName(stack))
    .toSorted((left, right) => Number(right.id) - Number(left.id))[0]
  if (newest === undefined || !/^[0-9a-f]{64}$/.test(newest.external_id ?? '')) return undefined
  const digest = newest.external_id ?? ''
  const fingerprint = unpackFingerprint(newest.output.text ?? '', digest)
  return { digest, checkRunUrl: newest.html_url ?? '', ...(fingerprint === undefined ? {} : { fingerprint }) }
}

const checkName = (stack: string): string => `plan digest: ${stack}`

function packFingerprint(fingerprint: Fingerprint): string | undefined {
  const text = gzipSync(JSON.stringify(fingerprint)).toString('base64')
  return text.length > LONGEST_TEXT ? undefined : text
}

/** A text that is no fingerprint of this digest counts as none: the digest alone still tells same from different. */
function unpackFingerprint(text: string, digest: string): Fingerprint | undefined {
  try {
    const bytes = gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: LARGEST_FINGERPRINT })
    const value = asRecord(JSON.parse(bytes.toString('utf8')))
    const isWhole = value?.['digest'] === digest && asRecord(value['resources']) && asRecord(value['outputs'])
    return isWhole ? (value as Fingerprint) : undefined
  } catch {
    return undefined
  }
}
