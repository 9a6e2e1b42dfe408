/** A test's own AWS: a copy of a seed that the test run prepared, made in some ten milliseconds. */
import { get } from 'node:http'
import { type Aws, connectAws } from '../../lab/aws/aws.ts'
import { refuseRootCalls } from './root-calls.ts'
import type { Facts, SeedName } from './seed.ts'

/** An AWS with the seed's account in it; whoever asked for it closes it. Its journal begins empty. */
export type Seeded = Aws & Readonly<Pick<Facts, 'suite' | 'variables'>>

/** Waits until the seed is ready, and resolves with a copy; rejects with the output of what failed. */
export async function seeded(name: Exclude<SeedName, 'empty'>): Promise<Seeded> {
  const { aws, suite, variables } = await ask<Facts>(name)
  const copy = watched(await (await connectAws(aws)).fork())
  return { ...copy, suite, variables }
}

/** An AWS in which nothing is; what it cannot answer is for the test to judge. */
export async function emptyAws(): Promise<Aws> {
  const { aws } = await ask<Pick<Facts, 'aws'>>('empty')
  return (await connectAws(aws)).fork()
}

/** When it is closed, a copy that could not answer as AWS does fails, and one whose owner a job was. */
function watched(aws: Aws): Aws {
  let isOpen = true
  return {
    ...aws,
    fork: async () => watched(await aws.fork()),
    close: async () => {
      const [defects, calls] = isOpen ? [await aws.defects(), await aws.journal()] : [[], []]
      isOpen = false
      await aws.close()
      if (defects.length > 0) throw new Error(`The lab's AWS failed its scenario: ${JSON.stringify(defects)}`)
      refuseRootCalls(calls)
    }
  }
}

/** Not fetch, which gives up after five minutes. */
function ask<Told>(name: SeedName): Promise<Told> {
  const service = process.env['CALIBER_SEEDS']
  if (service === undefined) throw new Error('Nobody makes seeds: start the tests through `npm test`.')
  return new Promise((resolve, reject) => {
    const request = get(`${service}/${name}`, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.once('end', () => {
        if (response.statusCode === 200) resolve(JSON.parse(text) as Told)
        else reject(new Error(`There is no seed ${name}: ${text}`))
      })
    })
    request.once('error', reject)
  })
}
