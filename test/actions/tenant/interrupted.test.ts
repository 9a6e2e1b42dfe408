import { expect, test } from '@jest/globals'
import { fakeStore } from '../../fakes/parameter-store.ts'
import {
  ACME,
  addressesOf,
  complaintOf,
  GLOBEX,
  openOffice,
  ROOT,
  type Given,
  type Office
} from './office.ts'

const REGISTER: Given = { mode: 'register', client: 'globex', env: 'stg', 'github-token': 'ghs_job' }
const RELEASE: Given = {
  mode: 'release',
  client: 'globex',
  env: 'stg',
  confirm: 'stg/globex',
  'github-token': 'ghs_job'
}

const stateOf = ({ store, repository }: Office) => ({
  parameters: [...store.content].toSorted(),
  files: [...repository.branches].map(([branch, files]) => [branch, ...files]),
  pulls: repository.pulls.map(({ number, head, isOpen, title, body }) => [number, head, isOpen, title, body])
})

/** Ends the run at its nth call, before or after it was done. */
function strike(office: Office, nth: number, at: 'before' | 'after'): () => void {
  let count = 0
  const hook = (): void => {
    count += 1
    if (count === nth) throw new Error('the runner is gone')
  }
  for (const port of [office.store, office.repository]) port[at](hook)
  return () => {
    for (const port of [office.store, office.repository]) port[at](() => undefined)
  }
}

const AMEND: Given = {
  mode: 'amend',
  client: 'acme',
  env: 'stg',
  settings: '{"cpu":512}',
  'github-token': 'ghs_job'
}
const MORE: Given = { ...AMEND, settings: '{"overrides":{"documentdb_instances":2}}' }
const RETIRE: Given = { mode: 'retire', client: 'acme', env: 'stg', 'github-token': 'ghs_job' }

type Case = [mode: string, before: readonly Given[], given: Given, calls: number]
const CASES: readonly Case[] = [
  ['reserve', [], GLOBEX, 4],
  ['register', [GLOBEX], REGISTER, 7],
  ['amend', [], AMEND, 7],
  ['amend, on top of what is proposed', [AMEND], MORE, 7],
  ['retire', [], RETIRE, 7],
  ['retire, in place of what is proposed', [AMEND], RETIRE, 6],
  ['release', [GLOBEX], RELEASE, 4]
]

test.each<Case>(CASES)(
  '%s ends at any of its calls, and the next run completes it',
  async (...[, before, given, calls]: Case) => {
    const open = async (): Promise<Office> => {
      const office = openOffice()
      for (const inputs of before) await office.run(inputs)
      return office
    }
    const undisturbed = await open()
    const callsOf = (): number => undisturbed.store.calls.length + undisturbed.repository.calls.length
    const done = callsOf()
    const wanted = (await undisturbed.run(given)).kind
    const total = callsOf() - done
    expect(total).toBeGreaterThanOrEqual(calls)
    for (const at of ['before', 'after'] as const) {
      for (let nth = 1; nth <= total; nth += 1) {
        const office = await open()
        const mend = strike(office, nth, at)
        await expect(office.run(given)).rejects.toThrow('the runner is gone')
        mend()
        expect([at, nth, (await office.run(given)).kind]).toEqual([at, nth, wanted])
        expect([at, nth, stateOf(office)]).toEqual([at, nth, stateOf(undisturbed)])
      }
    }
  }
)

/** Two offices of one account; the second runs whole just before the first does the nth call. */
async function race(first: Given, second: Given, nth: number) {
  const store = fakeStore()
  const here = openOffice([ACME], store)
  const there = openOffice([ACME], store)
  let count = 0
  let met: Awaited<ReturnType<Office['run']>> | undefined
  store.before(async () => {
    count += 1
    if (count !== nth) return
    met = await there.run(second, { run: 'https://github.com/acme/infra/actions/runs/2' })
  })
  const own = await here.run(first)
  store.before(() => undefined)
  return { own, other: met, store }
}

const INITECH: Given = { ...GLOBEX, client: 'initech', subdomain: 'initech-stg' }

test.each([1, 2, 3, 4])('two tenants at once get different addresses (call %d)', async (nth) => {
  const { own, other } = await race(GLOBEX, INITECH, nth)
  expect([own.kind, other?.kind]).toEqual(['reserved', 'reserved'])
  expect(new Set([addressesOf(own), other && addressesOf(other)]).size).toBe(2)
})

test.each([1, 2, 3, 4])(
  'of two tenants that want one subdomain at once one gets it (call %d)',
  async (nth) => {
    const { own, other, store } = await race(GLOBEX, { ...INITECH, subdomain: 'globex-stg' }, nth)
    const kinds = [own.kind, other?.kind]
    expect(kinds.toSorted()).toEqual(['refused', 'reserved'])
    const loser = own.kind === 'refused' ? 'stg/globex' : 'stg/initech'
    // The loser keeps nothing.
    expect([...store.content.values()].filter((text) => text.includes(`"tenant":"${loser}"`))).toEqual([])
    expect(complaintOf(own) + (other === undefined ? '' : complaintOf(other))).toMatch(
      /claims? globex-stg|is reserved for/
    )
  }
)

test.each([1, 2, 3, 4])(
  'one tenant that two runs reserve at once is reserved once (call %d)',
  async (nth) => {
    const { own, other, store } = await race(GLOBEX, GLOBEX, nth)
    expect([own.kind, other?.kind]).toEqual(['reserved', 'reserved'])
    expect('tenant' in own && own.tenant).toEqual(other !== undefined && 'tenant' in other && other.tenant)
    expect(store.content.size).toBe(3)
  }
)

test('one tenant that two runs reserve differently at once is one of both, whole', async () => {
  for (const nth of [1, 2, 3, 4]) {
    const { own, other, store } = await race(GLOBEX, { ...GLOBEX, subdomain: 'other-stg' }, nth)
    expect([nth, [own.kind, other?.kind].toSorted()]).toEqual([nth, ['refused', 'reserved']])
    const record = JSON.parse(store.content.get(`${ROOT}/tenants/stg/globex`) ?? '') as { claims: string[] }
    const claims = [...store.content.keys()].filter((name) => !name.includes('/tenants/'))
    expect([nth, claims.toSorted()]).toEqual([nth, record.claims.toSorted()])
  }
})

test('what a loser cannot give back is told', async () => {
  const store = fakeStore()
  const office = openOffice([ACME], store)
  const two = {
    ...GLOBEX,
    settings: JSON.stringify({ image: 'a:1', frontend_host: 'www.web-stg.hicaliber.net' })
  }
  store.before((call) => {
    if (call.includes('names/web-stg'))
      store.content.set(`${ROOT}/names/web-stg.hicaliber.net`, '{"tenant":"stg/initech"}')
    if (call.startsWith('remove')) throw new Error('AWS is away')
  })
  expect(complaintOf(await office.run(two))).toMatch(
    /web-stg.hicaliber.net is reserved for stg\/initech.*\n.*globex-stg.hicaliber.net is claimed in vain.*AWS is away/
  )
})

test('a cancelled job stops before the next write', async () => {
  const office = openOffice()
  office.store.after((call) => {
    if (call.startsWith('claim')) office.cancel()
  })
  await expect(office.run(GLOBEX)).rejects.toThrow('The job was cancelled')
  expect(office.store.content.size).toBe(1)
})
