import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, expect, test } from '@jest/globals'
import { python, startForTests } from './start.ts'

type Case = Readonly<{ name: string; want: string; got: string; message: string }>

// The SDK's calls are made in Python, a file of cases a theme; each works on a fork.
const aws = await startForTests()
const [access, limits, themes] = await Promise.all(['access', 'limits', 'themes'].map(runCases))

afterAll(() => aws.close())

async function runCases(name: string): Promise<readonly Case[]> {
  const fork = await aws.fork()
  const file = new URL(`cases/${name}.py`, import.meta.url).pathname
  const { stdout } = await promisify(execFile)(python, ['-B', file, fork.url], { env: {}, timeout: 120_000 })
  await fork.close()
  return JSON.parse(stdout) as readonly Case[]
}

const sayOutcome = ({ got, want, message }: Case): string => (got === want ? want : `${got} (${message})`)

test.each(access ?? [])('an identity policy: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test.each(limits ?? [])('what bounds one: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test.each(themes ?? [])('a theme of the gate: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})
