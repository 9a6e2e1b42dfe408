/** Branches, files and pull requests of one repository, in memory. */
import type { RepositoryPort } from '../../../actions/tenant/src/ports.ts'
import { fileOf, renderTenant, type Tenant } from '../../../lib/tenants/tenant.ts'

type Files = Map<string, string>
type Pull = { number: number; head: string; base: string; title: string; body: string; isOpen: boolean }

export type FakeRepository = RepositoryPort &
  Readonly<{
    calls: readonly string[]
    branches: Map<string, Files>
    pulls: Pull[]
    /** Merges the open pull request of a branch. */
    merge: (head: string) => void
    before: (hook: (call: string) => void) => void
    after: (hook: (call: string) => void) => void
  }>

const FOLDER = 'terraform/tenants'

export function fakeRepository(tenants: readonly Tenant[]): FakeRepository {
  const main: Files = new Map(tenants.map((tenant) => [`${FOLDER}/${fileOf(tenant)}`, renderTenant(tenant)]))
  const branches = new Map<string, Files>([['main', main]])
  const pulls: Pull[] = []
  const calls: string[] = []
  const hooks = { before: (_call: string): void => {}, after: (_call: string): void => {} }
  const serve = async <T>(call: string, work: () => T): Promise<T> => {
    calls.push(call)
    hooks.before(call)
    const answer = work()
    hooks.after(call)
    return answer
  }
  const openOne = (head: string, base: string): Pull | undefined =>
    pulls.find((pull) => pull.isOpen && pull.head === head && pull.base === base)
  const told = ({ number }: Pull) => ({ number, url: `https://github.com/acme/infra/pull/${number}` })
  return {
    calls,
    branches,
    pulls,
    before: (hook) => void (hooks.before = hook),
    after: (hook) => void (hooks.after = hook),
    merge: (head) => {
      main.clear()
      for (const [path, text] of branches.get(head) ?? []) main.set(path, text)
      const pull = openOne(head, 'main')
      if (pull !== undefined) pull.isOpen = false
    },
    base: () => serve('base', () => ({ branch: 'main', sha: 'c'.repeat(40) })),
    registryOf: (branch) =>
      serve(`registry of ${branch}`, () =>
        [...(branches.get(branch) ?? [])].map(([path, text]) => ({
          file: path.slice(FOLDER.length + 1),
          text
        }))
      ),
    readFile: (branch, path) =>
      serve(`read ${branch} ${path}`, () => {
        const text = branches.get(branch)?.get(path)
        return text === undefined ? undefined : { text, blob: `blob of ${text.length}` }
      }),
    findProposal: (head, base) =>
      serve(`find ${head}`, () => {
        const pull = openOne(head, base)
        return pull && told(pull)
      }),
    placeBranch: (branch) => serve(`place ${branch}`, () => void branches.set(branch, new Map(main))),
    commitFile: ({ branch, path }, { text }) =>
      serve(`commit ${branch} ${path}`, () => void branches.get(branch)?.set(path, text)),
    removeFile: ({ branch, path }) =>
      serve(`remove ${branch} ${path}`, () => void branches.get(branch)?.delete(path)),
    bodyOf: (number) =>
      serve(`body of ${number}`, () => pulls.find((pull) => pull.number === number)?.body ?? ''),
    reword: (number, words) =>
      serve(`reword ${number}`, () => {
        const pull = pulls.find((one) => one.number === number)
        if (pull !== undefined) Object.assign(pull, words)
      }),
    propose: ({ head, base }, words) =>
      serve(`propose ${head}`, () => {
        const open = openOne(head, base)
        if (open !== undefined) return told(open)
        const pull = { number: pulls.length + 7, head, base, ...words, isOpen: true }
        pulls.push(pull)
        return told(pull)
      })
  }
}
