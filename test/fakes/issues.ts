/** The issues of one repository in memory, with ports that tests look into. */
import type { Issue } from '../../lib/github/issues.ts'
import type { IssuePorts } from '../../lib/github/kept-issue.ts'

type Kept = { -readonly [K in keyof Issue]: Issue[K] }
type Hook = (call: string) => unknown

export type FakeIssues = Readonly<{
  issues: Kept[]
  /** What was written: `open 1`, `change 1`. */
  writes: readonly string[]
  /** Called before each request and after it; what it throws is the answer. */
  hooks: { before: Hook; after: Hook }
  ports: IssuePorts & Readonly<{ listIssues: () => Promise<readonly Issue[]> }>
}>

export function fakeIssues(): FakeIssues {
  const issues: Kept[] = []
  const writes: string[] = []
  const hooks: { before: Hook; after: Hook } = { before: () => undefined, after: () => undefined }
  const serve = async <T>(call: string, work: () => T): Promise<T> => {
    await hooks.before(call)
    const answer = work()
    await hooks.after(call)
    return answer
  }
  return {
    issues,
    writes,
    hooks,
    ports: {
      listIssues: () => serve('list', () => issues.map((issue) => ({ ...issue }))),
      openIssue: ({ title, body }) =>
        serve('open', () => {
          const number = issues.length + 1
          issues.push({ number, url: `https://x/${number}`, title, body, isOpen: true, reason: '' })
          writes.push(`open ${number}`)
          return { number, url: `https://x/${number}` }
        }),
      changeIssue: (number, change) =>
        serve(`change ${number}`, () => {
          const issue = issues.find((one) => one.number === number)
          if (issue === undefined) throw new Error(`no issue ${number}`)
          writes.push(`change ${number}`)
          Object.assign(issue, {
            body: change.body ?? issue.body,
            isOpen: change.state === undefined ? issue.isOpen : change.state === 'open',
            reason: change.state_reason ?? ''
          })
        })
    }
  }
}
