import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { COMMANDS } from '../../cli/commands/all.ts'
import { fakeLaptop } from './fake-laptop.ts'

const STACK = join(import.meta.dirname, '../../terraform/stacks/caliber')
const places = COMMANDS.map(
  ({ script }) => [script, script === 'smoke-test.sh' ? 'tests' : 'scripts'] as const
)

test.each(COMMANDS)(
  '$script --help tells usage, every flag, an example and the exit codes',
  async (command) => {
    await using laptop = await fakeLaptop()
    const { script, required, optional, switches, examples } = command
    const { code, out, err } = await laptop.type(`${script.replace('.sh', '')} --help`)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const flags = [...required, ...optional].map((name) => `--${name} <`)
    for (const words of [
      `Usage: ${script} [options]`,
      ...flags,
      ...switches.map((one) => one.flags),
      ...examples
    ])
      expect(out).toContain(words)
    for (const exit of ['0 ', '1 ', '2 ', '130 ']) expect(out).toMatch(new RegExp(`^  ${exit}`, 'm'))
    expect(out.match(/\(needed\)/g) ?? []).toHaveLength(required.length)
    expect(laptop.steps).toEqual([])
  }
)

test.each(places)('%s lies in %s/, can be run, and starts this command line', (script, folder) => {
  const file = join(STACK, folder, script)
  expect(statSync(file).mode & 0o111).toBe(0o111)
  const text = readFileSync(file, 'utf8')
  expect(text).toMatch(/^#!\/bin\/sh\n/)
  expect(text).toContain(`caliber.sh" ${script.replace('.sh', '')} "$@"`)
  expect(text.split('\n').length).toBeLessThan(6)
})

test('every example is one of a script that is there', () => {
  const named = COMMANDS.flatMap(({ examples }) => examples).map((line) => line.split(' ')[0] ?? '')
  for (const script of named)
    expect(['scripts', 'tests'].some((folder) => existsSync(join(STACK, folder, script)))).toBe(true)
})
