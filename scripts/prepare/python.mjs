import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { command } from './command.mjs'
import { CHECKED, fetchUv, installByUv, PIP } from './uv.mjs'

/** The two cannot share one environment: their pins of botocore contradict each other. */
const REQUIREMENTS = { emulator: 'lab/aws/requirements.txt', scanners: 'scripts/scanners/requirements.txt' }
const CANDIDATES = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python']
const CHECK = 'import sys, venv, ensurepip; print(sys.version_info >= (3, 11))'

/** The interpreter of one prepared environment: `emulator` or `scanners`. */
export const pythonOf = ({ cache }, name) => join(cache, 'python', name, 'bin/python')

/** Whether the environment was installed completely, here, from today's requirements. */
export function isPythonReady(place, name) {
  const stamp = stampOf(place, name)
  return (
    existsSync(pythonOf(place, name)) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === wanted(place, name)
  )
}

/** Builds the environments side by side, every package checked against its hash. */
export async function preparePython(place, names) {
  const missing = names.filter((name) => !isPythonReady(place, name))
  if (missing.length === 0) return
  const python = await findPython()
  const uv = await fetchUv(place, python).catch((error) =>
    place.say(`Python packages: by pip, without uv. ${error.message}`)
  )
  const results = await Promise.allSettled(missing.map((name) => build(place, name, { python, uv })))
  for (const result of results) if (result.status === 'rejected') throw result.reason
}

async function build(place, name, { python, uv }) {
  const folder = join(place.cache, 'python', name)
  const lock = join(place.root, REQUIREMENTS[name])
  place.say(`Python packages of the ${name}: installing`)
  const byPip = () => installByPip(place, { folder, lock, python })
  const byUv = () => installByUv(place, { folder, lock, python, uv })
  await (uv === undefined
    ? byPip()
    : byUv().catch((error) => {
        place.say(`Python packages of the ${name}: once more by pip. ${error.message}`)
        return byPip()
      }))
  writeFileSync(stampOf(place, name), wanted(place, name))
  place.say(`Python packages of the ${name}: ready`)
}

async function installByPip(place, { folder, lock, python }) {
  rmSync(folder, { recursive: true, force: true })
  await command(python, ['-m', 'venv', folder])
  await command(join(folder, 'bin/python'), [...PIP, ...CHECKED, lock], {
    say: place.say,
    what: 'pip: installing'
  }).catch((error) => {
    throw new Error(
      `${error.message}\nSee that the Python package index can be reached (pip config list), then start again.`
    )
  })
}

async function findPython() {
  for (const name of CANDIDATES) {
    const answer = await command(name, ['-c', CHECK]).catch(() => '')
    if (answer.trim() === 'True') return name
  }
  throw new Error(
    'Python 3.11 or newer with its venv module is needed and was not found. ' +
      'Debian and Ubuntu: apt-get install python3 python3-venv. macOS: brew install python@3.13'
  )
}

const stampOf = ({ cache }, name) => join(cache, 'python', name, 'installed')

// The folder is part of the stamp because a virtual environment that was moved does not work.
function wanted({ root, cache }, name) {
  const text = readFileSync(join(root, REQUIREMENTS[name]))
  return createHash('sha256').update(cache).update(text).digest('hex')
}
