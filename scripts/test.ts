/**
 * Runs every test, or with --unit only those without processes. Further arguments go to jest: `npm test -- test/house`.
 * The last line is `N passed, N failed`, whatever happens before it.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { machineFromEnvironment } from '../lab/lab.ts'
import { makeQuickTerraform } from '../test/quick/terraform.ts'
import { startSeedService } from '../test/seeds/service.ts'
import type { Tally } from './jest/tally.ts'

const root = join(import.meta.dirname, '..')
// Of this run alone: two runs at once must not count each other's tests.
const folder = await mkdtemp(join(tmpdir(), 'caliber-tally-'))
const tallyFile = join(folder, 'tally.json')
const { CALIBER_TERRAFORM: terraform, CALIBER_PROVIDER: provider } = process.env
// Without a provider that lies unpacked on this machine, or Terraform, which unit tests have not: nothing is quicker than the real one.
const quick =
  terraform && provider ? await makeQuickTerraform(join(folder, 'quick'), { terraform, provider }) : ''
const terraformOfTests = { CALIBER_QUICK_TERRAFORM: quick }

function jest(args: readonly string[], seeds: string): Promise<number> {
  const options = [
    process.env['NODE_OPTIONS'],
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning'
  ]
  const child = spawn(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      NODE_OPTIONS: options.filter(Boolean).join(' '),
      ...terraformOfTests,
      CALIBER_TEST_TALLY: tallyFile,
      CALIBER_SEEDS: seeds
    }
  })
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal)
  process.on('SIGINT', pass).on('SIGTERM', pass)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

async function readTally(): Promise<Tally> {
  try {
    return JSON.parse(await readFile(tallyFile, 'utf8')) as Tally
  } catch {
    console.log('jest ended before it could count its tests.')
    return { passed: 0, failed: 1 }
  }
}

const args = process.argv.slice(2)
const isUnit = args.includes('--unit')
// Nothing waits in unit tests: each worker beyond the processors only costs its start.
const workers = isUnit ? ['--maxWorkers', String(availableParallelism() + 1)] : []
const projects = isUnit ? ['--selectProjects', 'unit'] : []
const seeds = await startSeedService(() => machineFromEnvironment({ ...process.env, ...terraformOfTests }))
// Real applies take minutes of waiting: they start first, and beside everything else. A single file asks for what it needs.
if (args.length === 0) seeds.begin('caliber')
// Paths come first: the option takes every word that follows it for a project.
const code = await jest([...args.filter((one) => one !== '--unit'), ...workers, ...projects], seeds.url)
await seeds.close()
const { passed, failed } = await readTally()
await rm(folder, { recursive: true, force: true })
for (const [name, seconds] of Object.entries(seeds.times())) {
  console.log(`The seed ${name} took ${seconds.toFixed(1)} s, in the background.`)
}
process.exitCode = code !== 0 || failed > 0 || passed === 0 ? 1 : 0
console.log(`${passed} passed, ${failed} failed`)
