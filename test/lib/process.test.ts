import { expect, test } from '@jest/globals'
import { exec, execBriefly } from '../../lib/process.ts'

const options = { cwd: import.meta.dirname, env: process.env, signal: new AbortController().signal }
const node = (script: string, more: object = {}) =>
  exec(process.execPath, ['-e', script], { ...options, ...more })

test('returns the exit code and both outputs', async () => {
  expect(await node("console.log('out'); console.error('err'); process.exitCode = 3")).toEqual({
    code: 3,
    stdout: 'out\n',
    stderr: 'err\n'
  })
})

test('keeps a character whole that arrives in two pieces, and hands on whole lines', async () => {
  const lines: string[] = []
  const script =
    "const b = Buffer.from('ü\\nrest'); process.stdout.write(b.subarray(0, 1)); setTimeout(() => process.stdout.write(b.subarray(1)), 50)"
  const { stdout } = await node(script, { onStdout: (line: string) => lines.push(line) })
  expect(stdout).toBe('ü\nrest')
  expect(lines).toEqual(['ü', 'rest'])
})

test('a brief command is run by the toolkit, with the same outcome', async () => {
  const script = "console.log('out', process.env.A); console.error('err'); process.exitCode = 3"
  const env = { PATH: process.env['PATH'], A: 'b', LEFT_OUT: undefined }
  expect(await execBriefly(process.execPath, ['-e', script], { ...options, env })).toEqual({
    code: 3,
    stdout: 'out b\n',
    stderr: 'err\n'
  })
})

test('a brief command is not begun after a cancellation', async () => {
  const signal = AbortSignal.abort(new Error('cancelled'))
  await expect(execBriefly(process.execPath, ['-v'], { ...options, signal })).rejects.toThrow('cancelled')
})

test('a command that cannot be started is an error that names it', async () => {
  await expect(exec('no-such-command', [], options)).rejects.toThrow(/'no-such-command' cannot be started/)
})

test('a cancelled command gets an interrupt and may finish properly', async () => {
  const cancel = new AbortController()
  const lines: string[] = []
  const script =
    "process.on('SIGINT', () => { console.log('released'); process.exit(0) }); console.log('ready'); setInterval(() => {}, 1000)"
  const running = node(script, {
    signal: cancel.signal,
    onStdout: (line: string) => {
      lines.push(line)
      if (line === 'ready') cancel.abort(new Error('cancelled'))
    }
  })
  await expect(running).rejects.toThrow('cancelled')
  expect(lines).toEqual(['ready', 'released'])
})
