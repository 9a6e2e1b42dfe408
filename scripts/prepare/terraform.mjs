import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { command } from './command.mjs'
import { withLock } from './lock.mjs'

const OLDEST = [1, 11, 4]
const SETUP = 'setup-terraform-1.13.1'

/** Path of a Terraform that is new enough: CALIBER_TERRAFORM, the one on PATH, or 1.13.1 from our own setup action. */
export async function prepareTerraform(place, node) {
  const named = process.env.CALIBER_TERRAFORM
  if (named !== undefined && named !== '') return named
  const onPath = findOnPath()
  if (onPath !== undefined && isNewEnough(await versionOf(place, onPath))) return onPath
  const file = join(place.cache, 'tools/caliber-terraform')
  return installed(file) ?? withLock(place, async () => installed(file) ?? (await install(place, node, file)))
}

function installed(file) {
  const path = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return path !== '' && existsSync(path) ? path : undefined
}

async function install(place, node, file) {
  place.say('Terraform 1.13.1: installing, none from 1.11.4 on is on PATH')
  const temp = join(place.cache, 'tools/temp')
  const paths = join(temp, 'path')
  mkdirSync(temp, { recursive: true })
  for (const name of ['path', 'output', 'summary', 'env', 'state']) writeFileSync(join(temp, name), '')
  const env = {
    ...process.env,
    RUNNER_TOOL_CACHE: join(place.cache, 'tools'),
    RUNNER_TEMP: temp,
    GITHUB_WORKSPACE: temp,
    GITHUB_PATH: paths,
    GITHUB_OUTPUT: join(temp, 'output'),
    GITHUB_STEP_SUMMARY: join(temp, 'summary'),
    GITHUB_ENV: join(temp, 'env'),
    GITHUB_STATE: join(temp, 'state')
  }
  const bundle = join(place.root, 'dist', SETUP, 'index.js')
  await command(node, [bundle], {
    cwd: temp,
    env,
    say: place.say,
    what: 'Terraform 1.13.1: installing'
  }).catch((error) => {
    throw new Error(`${error.message}\nOr install Terraform 1.11.4 or newer yourself and put it on PATH.`)
  })
  const path = join(readFileSync(paths, 'utf8').trim().split('\n').at(-1), 'terraform')
  rmSync(temp, { recursive: true, force: true })
  writeFileSync(file, path)
  place.say('Terraform 1.13.1: ready')
  return path
}

function findOnPath() {
  const files = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'terraform'))
  return files.find((file) => existsSync(file) && statSync(file).isFile())
}

/** Asks the binary once; later runs remember the answer for as long as the file is the same. */
async function versionOf({ cache }, file) {
  const memory = join(cache, 'terraform-on-path.json')
  const { mtimeMs, size } = statSync(file)
  const key = [file, mtimeMs, size].join(' ')
  const known = existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : {}
  if (known.key === key) return known.version
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, CHECKPOINT_DISABLE: '1' }
  const answer = await command(file, ['version', '-json'], { env }).catch(() => '{}')
  const version = /"terraform_version":\s*"(\d+\.\d+\.\d+)/.exec(answer)?.[1] ?? '0.0.0'
  writeFileSync(memory, JSON.stringify({ key, version }))
  return version
}

function isNewEnough(version) {
  const parts = version.split('.').map(Number)
  const differing = OLDEST.findIndex((part, index) => part !== parts[index])
  return differing === -1 || parts[differing] > OLDEST[differing]
}
