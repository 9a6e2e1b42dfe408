import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { root } from './files.ts'

export type Said = Readonly<{ code: number; text: string }>

/** Runs a program and keeps its exit code and everything it said. */
export function run(file: string, args: readonly string[], input = ''): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      file,
      args,
      { cwd: root, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== 'number') reject(error)
        else resolve({ code: Number(error?.code ?? 0), text: `${stdout}${stderr}` })
      }
    )
    child.stdin?.on('error', () => undefined).end(input)
  })
}

/** Path of a program of the scanners' Python environment. */
export function scanner(name: 'python' | 'shellcheck' | 'zizmor'): string {
  const python = process.env['CALIBER_PYTHON_SCANNERS']
  if (python === undefined)
    throw new Error(`${name} is not installed here. Run the tests with: npm test -- <path>`)
  return join(dirname(python), name)
}
