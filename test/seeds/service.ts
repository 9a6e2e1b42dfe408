/** The seeds of one test run: each is made once, when it is first asked for, and lives until the run ends. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Machine } from '../../lab/lab.ts'
import {
  type EmptySeed,
  makeAccount,
  makeCaliber,
  makeEmpty,
  type Making,
  openFolder,
  type SeedName,
  SEEDS
} from './seed.ts'

export type SeedService = Readonly<{
  /** Where test files ask for seeds: GET /<name> answers when it is ready. */
  url: string
  /** Makes the seed before anybody asks; its failure is told to those who do. */
  begin: (name: SeedName) => void
  /** How long each took, in seconds. */
  times: () => Readonly<Record<string, number>>
  /** Ends everything that the seeds started. */
  close: () => Promise<void>
}>

/** Listens on loopback; nothing else is started yet. `machine` is read when the first seed is made. */
export async function startSeedService(machine: () => Machine): Promise<SeedService> {
  const seeds = createSeeds(machine)
  const server = createServer((request, response) => {
    const name = SEEDS.find((one) => request.url === `/${one}`)
    if (name === undefined) return void response.writeHead(404).end()
    void seeds.get(name).then(
      ({ facts }) => answer(response, 200, JSON.stringify(facts)),
      (error: unknown) => answer(response, 500, error instanceof Error ? error.message : String(error))
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    begin: (name) => void seeds.get(name).catch(() => undefined),
    times: () => Object.fromEntries(seeds.times),
    close: async () => {
      server.close()
      server.closeAllConnections()
      await seeds.close()
    }
  }
}

const answer = (response: ServerResponse, status: number, text: string): void =>
  void response.writeHead(status).end(text)

type Seeds = Readonly<{
  get: (name: SeedName) => Promise<EmptySeed>
  times: ReadonlyMap<string, number>
  close: () => Promise<void>
}>

function createSeeds(machine: () => Machine): Seeds {
  const ending = new AbortController()
  const times = new Map<string, number>()
  const made: Promise<EmptySeed>[] = []
  let opened: ReturnType<typeof openFolder> | undefined
  const making = async (): Promise<Making> => {
    opened ??= openFolder()
    return { machine: machine(), folder: (await opened).folder, signal: ending.signal }
  }
  const once = <Made extends EmptySeed>(name: SeedName, make: () => Promise<Made>): (() => Promise<Made>) => {
    let seed: Promise<Made> | undefined
    return () => (seed ??= begin(name, make))
  }
  const begin = <Made extends EmptySeed>(name: SeedName, make: () => Promise<Made>): Promise<Made> => {
    const startedAt = Date.now()
    const seed = make().finally(() => times.set(name, (Date.now() - startedAt) / 1000))
    made.push(seed)
    return seed
  }
  const empty = once('empty', async () => makeEmpty(await making()))
  const account = once('account', async () => makeAccount(await empty(), await making()))
  const caliber = once('caliber', async () => makeCaliber(await account(), await making()))
  const all: Readonly<Record<SeedName, () => Promise<EmptySeed>>> = { empty, account, caliber }
  return {
    get: (name) => all[name](),
    times,
    close: async () => {
      ending.abort()
      // Forks end with what they were forked from.
      for (const seed of made.toReversed()) {
        await seed.then(
          ({ aws }) => aws.close(),
          () => undefined
        )
      }
      await opened?.then(({ remove }) => remove())
    }
  }
}
