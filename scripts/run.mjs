/**
 * The door of every command: prepares what the machine lacks, inside this checkout, then runs a script on Node 24.
 * Node ≥ 20 and its built-ins only, because nothing is installed yet when it starts. With everything there it costs ~0.1 s.
 *
 *   node scripts/run.mjs <script.ts> [arguments …]
 */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './prepare/lock.mjs'
import { arePackagesReady, installPackages } from './prepare/packages.mjs'
import { findNode24 } from './prepare/node24.mjs'
import { isPythonReady, preparePython, pythonOf } from './prepare/python.mjs'
import { prepareProvider } from './prepare/provider.mjs'
import { prepareTerraform } from './prepare/terraform.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const cache = join(root, '.cache')
const say = (line) => process.stderr.write(`· ${line}\n`)
const place = { root, cache, say }

/** What a script needs beside npm packages and Node 24; one that is not listed needs nothing more. */
const NEEDS = {
  'lab/demo/demo.ts': ['emulator', 'terraform'],
  'lab/cli.ts': ['emulator', 'terraform'],
  'scripts/bench.ts': ['terraform'],
  'scripts/cost-estimate.ts': ['terraform'],
  'scripts/test.ts': ['emulator', 'scanners', 'terraform']
}

async function prepare(script, unitOnly) {
  const needs = unitOnly ? [] : (NEEDS[script] ?? [])
  const environments = needs.filter((need) => need !== 'terraform')
  const missing = environments.filter((name) => !isPythonReady(place, name))
  const python = missing.length > 0 ? withLock(place, () => preparePython(place, missing)) : undefined
  // Settled together: an error of one must not leave the other installing behind our back.
  const [tools, failed] = await Promise.allSettled([prepareTools(needs), python])
  for (const one of [tools, failed]) if (one.status === 'rejected') throw one.reason
  const paths = environments.map((name) => [`CALIBER_PYTHON_${name.toUpperCase()}`, pythonOf(place, name)])
  // The environments come without bytecode: Python has to write it when it first loads a module.
  const ofPython = { PYTHONDONTWRITEBYTECODE: '', ...Object.fromEntries(paths) }
  return { node: tools.value.node, env: { ...tools.value.env, ...ofPython } }
}

/** npm packages, then what needs them: Node 24, Terraform by our own action, its provider. */
async function prepareTools(needs) {
  if (!arePackagesReady(place)) await withLock(place, () => installPackages(place))
  const node = findNode24(place)
  const env = needs.includes('terraform')
    ? await prepareProvider(place, await prepareTerraform(place, node))
    : {}
  return { node, env }
}

/** Runs the script as if it had been called itself: same terminal, signals and exit code. */
function hand(node, args, env) {
  const child = spawn(node, args, { cwd: process.cwd(), stdio: 'inherit', env })
  // On a terminal Ctrl-C reaches the whole process group: passing it on would interrupt the script twice.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    say(`${node} cannot be started: ${error.message}`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143)
  })
}

const [script, ...args] = process.argv.slice(2)
if (script === undefined) {
  say('Name the script to run: node scripts/run.mjs scripts/test.ts')
  process.exit(2)
}
try {
  mkdirSync(cache, { recursive: true })
  const { node, env } = await prepare(script, args.includes('--unit'))
  const path = [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  hand(node, [join(root, script), ...args], { ...process.env, ...env, PATH: path })
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
