import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { run } from '../workflows/scanners.ts'
import { root } from './repository.ts'

function contents(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile()
  )
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name)
      return [file.slice(folder.length), readFileSync(file)]
    })
  )
}

/** A third of a build would be collecting garbage, of which it makes little that matters in a process this short. */
const ROOMY = ['--min-semi-space-size=128', '--max-semi-space-size=256', '--single-threaded-gc']

test('dist is, byte for byte, what the sources build', async () => {
  const target = mkdtempSync(join(tmpdir(), 'dist-'))
  try {
    const build = [...ROOMY, join(root, 'scripts/build.ts'), '--target', target]
    const { code, text } = await run(process.execPath, build)
    expect({ code, text: code === 0 ? '' : text }).toEqual({ code: 0, text: '' })
    const [built, committed] = [contents(target), contents(join(root, 'dist'))]
    expect([...committed.keys()].toSorted()).toEqual([...built.keys()].toSorted())
    const stale = [...built]
      .filter(([file, bytes]) => committed.get(file)?.equals(bytes) !== true)
      .map(([file]) => file)
    expect(stale).toEqual([]) // npm run build
  } finally {
    rmSync(target, { recursive: true, force: true })
  }
}, 300_000)
