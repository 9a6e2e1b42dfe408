import { spawn } from 'node:child_process'

/** Runs a command and returns its output; throws with the last lines of what it said. `say` gets a line every 15 s. */
export function command(file, args, { cwd, env = process.env, say, what } = {}) {
  return new Promise((resolve, reject) => {
    const started = Date.now()
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const output = []
    child.stdout.on('data', (chunk) => output.push(chunk))
    child.stderr.on('data', (chunk) => output.push(chunk))
    const beat = setInterval(() => say?.(`${what} … ${Math.round((Date.now() - started) / 1000)} s`), 15_000)
    const done = (settle) => {
      clearInterval(beat)
      settle()
    }
    child.on('error', (error) => done(() => reject(new Error(`${file} cannot be started: ${error.message}`))))
    child.on('close', (code) => {
      const text = Buffer.concat(output).toString()
      if (code === 0) return done(() => resolve(text))
      const tail = text.trim().split('\n').slice(-12).join('\n')
      done(() => reject(new Error(`\`${[file, ...args].join(' ')}\` ended with ${code}:\n${tail}`)))
    })
  })
}
