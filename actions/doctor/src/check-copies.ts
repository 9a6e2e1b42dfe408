import { type Finding, type Fix, judge } from './finding.ts'
import type { CopySeen, Observed } from './observed.ts'

/** Whether the DocumentDB URI of each tenant was written after AWS last changed the password that is in it. */
export function checkCopies(observed: Observed): readonly Finding[] {
  const { account } = observed
  if (account.kind === 'unseen') return []
  return account.value.copies.flatMap((copy) => checkCopy(copy, observed))
}

function checkCopy({ tenant, seen }: CopySeen, observed: Observed): readonly Finding[] {
  const { client, env } = tenant
  const subject = { check: 'stale-copy', area: 'account', about: `${client}/${env}` } as const
  return judge(subject, seen, (copy) => {
    if (copy === undefined)
      return [
        { ...subject, verdict: 'good', says: 'no DocumentDB URI has been written yet that could be stale' }
      ]
    const { name, copiedAt, rotatedAt } = copy
    if (rotatedAt === undefined || rotatedAt <= copiedAt)
      return [{ ...subject, verdict: 'good', says: `'${name}' was written after the last rotation` }]
    return [
      {
        ...subject,
        verdict: 'fails',
        says: `'${name}' is stale: it was written at ${minute(copiedAt)}, and AWS changed the database's password at ${minute(rotatedAt)}; tasks that start now cannot log in`,
        fix: fixOf(`${client}/${env}`, observed)
      }
    ]
  })
}

const minute = (time: number): string => `${new Date(time).toISOString().slice(0, 16)}Z`

const ROTATES = 'reseed.yml'

/** The workflow of the repository that seeds and restarts, if it has one. */
function fixOf(tenant: string, { calls, repository }: Observed): Fix {
  const found = calls.kind === 'seen' ? calls.value.find(({ workflow }) => workflow === ROTATES) : undefined
  const say = `Write the secrets of ${tenant} again and restart its service, so that new tasks read them`
  if (found === undefined) return { say: `${say}: call the suite's ${ROTATES} from a workflow.` }
  const file = found.file.slice(found.file.lastIndexOf('/') + 1)
  return { say: `${say}.`, run: `gh workflow run ${file} --repo ${repository.owner}/${repository.name}` }
}
