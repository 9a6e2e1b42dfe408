/** Lint, format and types of the whole repository, side by side; prints what each has to say and fails if any does. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const bin = (name: string): string => join(root, 'node_modules/.bin', name)

const CHECKS = [
  // With the compiler's own findings: it holds the types already, tsc would work them out once more.
  [bin('oxlint'), '--type-aware', '--type-check', '--deny-warnings'],
  [bin('oxfmt'), '--check', '.']
] as const

function run([file, ...args]: (typeof CHECKS)[number]): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(file, args, { cwd: root, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const name = file.slice(file.lastIndexOf('/') + 1)
      console.log(error === null ? `✓ ${name}` : `✗ ${name}\n${stdout}${stderr}`)
      resolve(error === null)
    })
  })
}

const results = await Promise.all(CHECKS.map((check) => run(check)))
if (results.includes(false)) process.exitCode = 1
