import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { root } from './repository.ts'

const MIRROR = '.terraform.d/plugins/registry.terraform.io/hashicorp/aws/5.100.0'
const PLATFORM = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`

/** Says that it is new enough and which index it uses, and makes environments and a uv that accept everything: real ones take seconds. */
const FAKE_PYTHON = `#!/bin/sh
if [ "$1" = -c ]; then echo True; fi
if [ "$3" = config ]; then echo "global.index-url='https://index.example/simple'"; fi
if [ "$2" = venv ]; then
  for folder; do :; done
  mkdir -p "$folder/bin" && cp "$0" "$folder/bin/python" && sleep 0.3
fi
if [ "$6" = --no-compile ]; then
  mkdir -p "$8/bin" && cp "$(dirname "$0")/uv" "$8/bin/uv"
fi
`
/** Keeps what it was asked, and where it would have looked. */
const FAKE_UV = `#!/bin/sh
echo "$UV_DEFAULT_INDEX $*" >> "$HOME/uv.log"
`

let checkout = ''
let home = ''

function put(file: string, text: string): string {
  const path = join(checkout, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  chmodSync(path, 0o755)
  return path
}

/** A checkout with the door, packages, an emulator without requirements, and a script that tells what it was given. */
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'run-'))
  home = join(checkout, 'home')
  for (const part of ['scripts/run.mjs', 'scripts/prepare', 'package-lock.json']) {
    cpSync(join(root, part), join(checkout, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'))
  put('lab/aws/requirements.txt', '')
  put('bin/python3', FAKE_PYTHON)
  put('bin/uv', FAKE_UV)
  put('bin/terraform', `#!/bin/sh\necho '{"terraform_version": "1.11.4"}'\n`)
  put(
    'lab/cli.ts',
    'console.log(JSON.stringify({ args: process.argv.slice(2), env: process.env, node: process.version }))\n'
  )
  put('scripts/code.ts', 'process.exitCode = Number(process.argv[2])\n')
  mkdirSync(join(home, MIRROR, PLATFORM), { recursive: true })
})

afterEach(() => rmSync(checkout, { recursive: true, force: true }))

type Told = Readonly<{ args: string[]; env: Record<string, string>; node: string }>

function door(args: readonly string[], extra: Record<string, string> = {}) {
  const path = [join(checkout, 'bin'), process.env['PATH']].join(delimiter)
  const env = { PATH: path, HOME: home, ...extra }
  return spawnSync(process.execPath, [join(checkout, 'scripts/run.mjs'), ...args], {
    cwd: checkout,
    env,
    encoding: 'utf8'
  })
}

function tell(args: readonly string[] = [], extra: Record<string, string> = {}): Told {
  const { stdout, stderr } = door(['lab/cli.ts', ...args], extra)
  expect(`${stderr}${stdout}`).toContain('"args"')
  return JSON.parse(stdout) as Told
}

test('arguments and the exit code pass through', () => {
  expect(tell(['run', '--x=1', 'a b']).args).toEqual(['run', '--x=1', 'a b'])
  expect(door(['scripts/code.ts', '7']).status).toBe(7)
}, 60_000)

test('a script gets Terraform, the emulator’s Python and a provider from a mirror that was found', () => {
  const { env } = tell()
  expect(env['CALIBER_TERRAFORM']).toBe(join(checkout, 'bin/terraform'))
  expect(existsSync(env['CALIBER_PYTHON_EMULATOR'] ?? '')).toBe(true)
  const configuration = readFileSync(env['TF_CLI_CONFIG_FILE'] ?? '', 'utf8')
  expect(configuration).toContain(JSON.stringify(join(home, '.terraform.d/plugins')))
  expect(configuration).toContain('exclude = ["registry.terraform.io/hashicorp/aws"]')
}, 60_000)

test('tests may run the provider where it lies, which is in the mirror that was found', () => {
  const { env } = tell()
  expect(env['CALIBER_PROVIDER']).toBe(join(home, MIRROR, PLATFORM))
}, 60_000)

test('a configured CLI file that does not exist breaks nothing', () => {
  const { env } = tell([], { TF_CLI_CONFIG_FILE: join(checkout, 'missing.rc') })
  expect(readFileSync(env['TF_CLI_CONFIG_FILE'] ?? '', 'utf8')).toContain('filesystem_mirror')
}, 60_000)

test('a provider_installation of one’s own is kept as it is, and its provider is installed by every test', () => {
  const own = 'provider_installation {\n  network_mirror {\n    url = "https://mirror.example/"\n  }\n}\n'
  const { env } = tell([], { TF_CLI_CONFIG_FILE: put('own.rc', own) })
  expect(readFileSync(env['TF_CLI_CONFIG_FILE'] ?? '', 'utf8')).toBe(own)
  expect(env['CALIBER_PROVIDER']).toBe('')
}, 60_000)

test('tests may run the provider where a mirror of one’s own provider_installation has it', () => {
  const mirror = join(home, '.terraform.d/plugins')
  const own = `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`
  const { env } = tell([], { TF_CLI_CONFIG_FILE: put('own.rc', own) })
  expect(readFileSync(env['TF_CLI_CONFIG_FILE'] ?? '', 'utf8')).toBe(own)
  expect(env['CALIBER_PROVIDER']).toBe(join(home, MIRROR, PLATFORM))
}, 60_000)

test('a Terraform that is too old is replaced by the one of our own action', () => {
  put('bin/terraform', `#!/bin/sh\necho '{"terraform_version": "1.11.3"}'\n`)
  const installed = put('tools/terraform', '')
  put(
    'dist/setup-terraform-1.13.1/index.js',
    `require('fs').appendFileSync(process.env.GITHUB_PATH, ${JSON.stringify(`${dirname(installed)}\n`)})\n`
  )
  expect(tell().env['CALIBER_TERRAFORM']).toBe(installed)
}, 60_000)

test('uv installs the Python packages by the lock’s hashes, from the index that pip is set to', () => {
  expect(tell().env).toMatchObject({ PYTHONDONTWRITEBYTECODE: '' })
  const log = readFileSync(join(home, 'uv.log'), 'utf8')
  expect(log).toMatch(/^https:\/\/index\.example\/simple pip install /)
  expect(log).toContain(
    `--only-binary :all: --require-hashes -r ${join(checkout, 'lab/aws/requirements.txt')}`
  )
}, 60_000)

test('pip installs them where uv cannot', () => {
  put('bin/uv', '#!/bin/sh\necho no such index >&2\nexit 2\n')
  const { stdout, stderr } = door(['lab/cli.ts'])
  expect(stderr).toContain('once more by pip')
  expect(stderr).toContain('no such index')
  expect(stdout).toContain('CALIBER_PYTHON_EMULATOR')
}, 60_000)

test('pip installs them where uv cannot be had', () => {
  rmSync(join(checkout, 'bin/uv'))
  const { stdout, stderr } = door(['lab/cli.ts'])
  expect(stderr).toContain('by pip, without uv')
  expect(stdout).toContain('CALIBER_PYTHON_EMULATOR')
}, 60_000)

test('what is missing is named with the command that mends it', () => {
  rmSync(join(checkout, 'bin/python3'))
  const { status, stderr } = door(['lab/cli.ts'], { PATH: join(checkout, 'bin') })
  expect(status).toBe(1)
  expect(stderr).toContain('Python 3.11 or newer')
  expect(stderr).toContain('apt-get install python3 python3-venv')
}, 60_000)

test('two commands at once prepare one after the other, and a lock left by a dead process is taken over', async () => {
  put('.cache/prepare.lock', '999999999')
  const start = () =>
    new Promise<string>((resolve, reject) => {
      const env = { PATH: [join(checkout, 'bin'), process.env['PATH']].join(delimiter), HOME: home }
      const child = spawn(process.execPath, [join(checkout, 'scripts/run.mjs'), 'lab/cli.ts'], {
        cwd: checkout,
        env
      })
      let said = ''
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
      child.on('error', reject).on('close', () => resolve(said))
    })
  const said = await Promise.all([start(), start()])
  for (const one of said) expect(one).toContain('"args"')
  expect(said.join('\n').match(/emulator: ready/g)).toHaveLength(1)
  expect(existsSync(join(checkout, '.cache/prepare.lock'))).toBe(false)
}, 60_000)

test('a signal reaches the script', async () => {
  put(
    'scripts/wait.ts',
    "process.on('SIGTERM', () => process.exit(9))\nconsole.log('ready')\nsetInterval(() => undefined, 1000)\n"
  )
  const child = spawn(process.execPath, [join(checkout, 'scripts/run.mjs'), 'scripts/wait.ts'], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const code = await new Promise((resolve) => {
    child.stdout.on('data', () => child.kill('SIGTERM'))
    child.on('exit', resolve)
  })
  expect(code).toBe(9)
}, 60_000)

test('npm test ends with the count also when there is nothing to count', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, 'scripts/test.ts'), 'test/there-is-no-such-test'],
    {
      encoding: 'utf8'
    }
  )
  expect(status).toBe(1)
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed')
}, 60_000)
