import { createHash } from 'node:crypto'
import { parseInputs, type Inputs } from '../../actions/apply-gated/src/inputs.ts'
import type { GitHubPort, Ports, TerraformPort, WorkspacePort } from '../../actions/apply-gated/src/ports.ts'
import type { Artifact } from '../../lib/github/artifacts.ts'
import type { GatePort } from '../../lib/github/gate-facts.ts'
import { sealPlan, type SealHeader } from '../../lib/seal.ts'
import { fakeClock } from './clock.ts'
import { COMMIT, fakeGate, type Gated } from './gate.ts'
import { silentLog } from './github-api.ts'
import { digestOf, KEY, NOTHING, REVIEWED } from './plan-text.ts'

export { COMMIT } from './gate.ts'
export { digestOf, KEY, NOTHING, planText, REVIEWED } from './plan-text.ts'

/** Everything about one apply that a test may want otherwise. */
export type Scenario = Gated &
  Readonly<{
    inputs?: Readonly<Record<string, string>>
    artifact?: Partial<Artifact> | null
    header?: Partial<SealHeader>
    /** JSON text that was sealed with the plan. */
    variables?: string
    /** Key that the plan was sealed with. */
    sealedWith?: Buffer
    /** Bytes of the zip that GitHub delivers. */
    zip?: Buffer
    files?: Readonly<Record<string, Buffer>>
    /** Author of the pull request that the commit came from; null where there is none. */
    author?: string | null
    workspace?: Partial<WorkspacePort>
    terraform?: Partial<TerraformPort>
    /** JSON of the saved plan, and of plans made later. */
    saved?: string
    renewed?: string
    signal?: AbortSignal
  }>

export type World = Readonly<{
  inputs: Inputs
  ports: Ports
  calls: readonly string[]
  warnings: readonly string[]
}>

/** An apply in which everything is as it should be, but for what the scenario changes. */
export function applyWorld(scenario: Scenario = {}): World {
  const calls: string[] = []
  const warnings: string[] = []
  const zip = scenario.zip ?? Buffer.from('zip of the sealed plan')
  const inputs = readInputs(scenario, zip)
  const { context, github } = fakeGate(scenario)
  const ports: Ports = {
    context,
    github: { ...github, ...githubOf(scenario, { zip, inputs }) },
    workspace: {
      lockFileSha256: () => Promise.resolve('e'.repeat(64)),
      hashTree: (folders) =>
        Promise.resolve(Object.fromEntries(folders.map((folder) => [folder, 'f'.repeat(64)]))),
      withPlanFiles: ({ variables }, work) =>
        work({
          saved: '/tmp/saved',
          renewed: '/tmp/renewed',
          ...(variables === undefined ? {} : { variables: `/tmp/${variables}` })
        }),
      ...scenario.workspace
    },
    terraform: terraformOf(scenario, calls),
    clock: fakeClock(Date.UTC(2026, 0, 2)),
    log: { ...silentLog, warning: (line) => warnings.push(line) },
    signal: scenario.signal ?? new AbortController().signal
  }
  return { inputs, ports, calls, warnings }
}

function readInputs({ inputs = {}, saved = REVIEWED }: Scenario, zip: Buffer): Inputs {
  const all: Readonly<Record<string, string>> = {
    stack: 'net',
    environment: 'stg',
    digest: digestOf(saved),
    'artifact-id': '7',
    'artifact-digest': sha256(zip),
    'seal-key': KEY.toString('base64'),
    'working-directory': 'terraform/net',
    'github-token': 'ghs_job',
    ...inputs
  }
  return parseInputs((name) => all[name] ?? '')
}

function githubOf(
  scenario: Scenario,
  { zip, inputs }: Readonly<{ zip: Buffer; inputs: Inputs }>
): Omit<GitHubPort, keyof GatePort> {
  const { artifact, author = 'author' } = scenario
  return {
    describeArtifact: () =>
      Promise.resolve(artifact === null ? undefined : { ...artifactOf(zip), ...artifact }),
    downloadArtifact: () =>
      Promise.resolve({ zip, files: scenario.files ?? { 'plan.sealed': sealOf(scenario, inputs) } }),
    pullRequestOf: () =>
      Promise.resolve(
        author === null ? undefined : { number: 12, headSha: 'a'.repeat(40), baseRef: 'main', author }
      ),
    amendComment: () => Promise.resolve(true)
  }
}

const artifactOf = (zip: Buffer): Artifact => ({
  id: 7,
  name: 'plan-net-1',
  digest: sha256(zip),
  sizeBytes: zip.length,
  expired: false,
  runId: 1234,
  headSha: COMMIT,
  repositoryId: '42',
  headRepositoryId: '42'
})

function sealOf(scenario: Scenario, inputs: Inputs): Buffer {
  const { header = {}, variables, sealedWith = KEY, saved = REVIEWED } = scenario
  const complete: SealHeader = {
    version: 2,
    repositoryId: '42',
    stack: 'net',
    workingDirectory: inputs.workingDirectory,
    commit: COMMIT,
    runId: 1234,
    attempt: 1,
    digest: digestOf(saved),
    terraformVersion: '1.13.1',
    lockFileSha256: 'e'.repeat(64),
    tree: { 'terraform/net': 'f'.repeat(64), 'terraform/modules/vpc': 'f'.repeat(64) },
    arguments: {
      varFiles: ['../stg.tfvars'],
      targets: [],
      replace: [],
      refreshOnly: false,
      destroy: false,
      parallelism: 4
    },
    ...header
  }
  const content = { plan: Buffer.from('plan'), ...(variables === undefined ? {} : { variables }) }
  return sealPlan({ key: sealedWith, header: complete, ...content })
}

function terraformOf(
  { terraform, saved = REVIEWED, renewed = NOTHING }: Scenario,
  calls: string[]
): TerraformPort {
  const answers: TerraformPort = {
    version: () => Promise.resolve('1.13.1'),
    init: () => Promise.resolve(),
    plan: () => Promise.resolve({ kind: 'planned', warnings: [] }),
    showPlan: (file) => Promise.resolve(file.endsWith('renewed') ? renewed : saved),
    apply: () => Promise.resolve({ kind: 'applied' }),
    saveState: () => Promise.resolve(),
    output: () => Promise.resolve('{}'),
    ...terraform
  }
  return {
    version: journal(calls, 'version', answers.version),
    init: journal(calls, 'init', answers.init),
    plan: journal(calls, 'plan', answers.plan),
    showPlan: journal(calls, 'show', answers.showPlan),
    apply: journal(calls, 'apply', answers.apply),
    saveState: journal(calls, 'state push', answers.saveState),
    output: journal(calls, 'output', answers.output)
  }
}

function journal<A extends readonly unknown[], R>(
  calls: string[],
  name: string,
  call: (...args: A) => R
): (...args: A) => R {
  return (...args) => {
    calls.push([name, ...args.map((arg) => JSON.stringify(arg))].join(' '))
    return call(...args)
  }
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
