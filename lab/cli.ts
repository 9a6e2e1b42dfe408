/** `npm run lab -- run <workflow file> …`: runs one workflow file of any repository folder in a lab of its own. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { consolePrinter } from './console.ts'
import { type Caller, prepareAccount, type Variables } from './account.ts'
import { newSealKey } from './demo/caliber.ts'
import type { Fault } from './faults/fault.ts'
import type { FaultReport } from './faults/fault-plan.ts'
import { parseFault } from './faults/parse-fault.ts'
import { type Lab, machineFromEnvironment, startLab } from './lab.ts'
import type { RunResult, WorkflowEvent } from './runner/ports.ts'

const USAGE = `Usage: npm run lab -- run <workflow file> [options]

  --event NAME      push (default), pull_request or workflow_dispatch
  --input KEY=VALUE input of a workflow_dispatch; repeat for more
  --var KEY=VALUE   repository variable; AWS_* and TERRAFORM_* are set for the lab's account unless given
  --secret KEY=VALUE repository secret; SEAL_KEY is random unless given
  --approve LOGIN   this person approves every deployment that waits for a review
  --environment NAME an environment that asks for a review (repeat for more); others are created unprotected
  --actions FOLDER  copies of third-party actions as owner/repo@ref, used instead of the stand-ins
  --fault FAULT     what goes wrong on GitHub or AWS, SERVICE:CALLS:NTH:EFFECT (lab/faults/README.md); repeat for
                    more: 'github:POST /repos/*/comments:1:fail=502', 'aws:s3:PutObject:2:cut=answer'
  --quiet           leave out the lines that steps print`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    event: { type: 'string', default: 'push' },
    input: { type: 'string', multiple: true, default: [] },
    var: { type: 'string', multiple: true, default: [] },
    secret: { type: 'string', multiple: true, default: [] },
    environment: { type: 'string', multiple: true, default: [] },
    approve: { type: 'string' },
    actions: { type: 'string' },
    fault: { type: 'string', multiple: true, default: [] },
    quiet: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false }
  }
})

type Target = Readonly<{ folder: string; workflow: string; repository: string }>

function findTarget(file: string): Target {
  if (!existsSync(file))
    throw new Error(`There is no workflow file ${file}. Name one under .github/workflows/.`)
  const path = realpathSync(file)
  const folder = resolve(dirname(path), '../..')
  const workflow = relative(folder, path)
  if (!workflow.startsWith('.github/workflows/')) {
    throw new Error(`${file} is not in a folder .github/workflows of a repository. Move it there.`)
  }
  execFileSync('git', ['-C', folder, 'rev-parse', '--git-dir'], { stdio: 'ignore' })
  return { folder, workflow, repository: 'caliber/repository' }
}

/** KEY=VALUE pairs as a record; the option's name goes into the refusal. */
function pairs(option: string, given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((text) => {
      const at = text.indexOf('=')
      if (at < 1) throw new Error(`--${option} is '${text}', which is not KEY=VALUE.`)
      return [text.slice(0, at), text.slice(at + 1)]
    })
  )
}

const EVENTS = ['push', 'pull_request', 'workflow_dispatch'] as const
type Wanted = Readonly<{
  event: (typeof EVENTS)[number]
  inputs: Record<string, string>
  variables: Record<string, string>
  secrets: Record<string, string>
  faults: readonly Fault[]
}>

/** Everything typed, checked before anything is started. */
function readWanted(): Wanted {
  const event = EVENTS.find((one) => one === values.event)
  if (event === undefined) throw new Error(`--event is '${values.event}'; it can be ${EVENTS.join(', ')}.`)
  return {
    event,
    inputs: pairs('input', values.input),
    variables: pairs('var', values.var),
    secrets: pairs('secret', values.secret),
    faults: values.fault.map(parseFault)
  }
}

async function makeEvent(lab: Lab, target: Target, wanted: Wanted): Promise<WorkflowEvent> {
  const { people } = lab.github
  const changedFiles = execFileSync('git', ['-C', target.folder, 'ls-files'], { encoding: 'utf8' })
    .trim()
    .split('\n')
  const base = { repository: target.repository, workflow: target.workflow }
  const commit = { files: { '.lab': 'run\n' }, message: 'Run a workflow', author: 'ada' }
  switch (wanted.event) {
    case 'push':
      return {
        ...(await people.pushCommit({ ...base, branch: 'main', ...commit })).event,
        ...base,
        changedFiles
      }
    case 'pull_request': {
      await people.pushCommit({ ...base, branch: 'lab', ...commit })
      const opened = await people.openPullRequest({
        ...base,
        head: 'lab',
        base: 'main',
        title: 'Run a workflow',
        author: 'ada'
      })
      return { ...opened.event, ...base, changedFiles }
    }
    case 'workflow_dispatch':
      return people.dispatch({ ...base, ref: 'main', inputs: wanted.inputs, actor: 'ada' })
  }
}

/** The account's bootstrap takes half a minute: it is for workflows whose jobs can get a token for a role. */
async function accountFor(lab: Lab, target: Target, caller: Caller): Promise<Variables> {
  const text = readFileSync(join(target.folder, target.workflow), 'utf8')
  if (!/id-token|write-all/.test(text)) return { TERRAFORM_BINARY: 'terraform' }
  const machine = machineFromEnvironment()
  return prepareAccount(lab.aws, { machine, callers: [caller], suite: target.repository, commits: [] })
}

async function settle(lab: Lab, target: Target, wanted: Wanted): Promise<void> {
  const { people } = lab.github
  const [owner = '', name = ''] = target.repository.split('/')
  const caller = { owner, ownerId: 10_001, name, id: 10_002, environments: values.environment }
  await people.createRepository({ ...caller, folder: target.folder })
  const variables = { ...(await accountFor(lab, target, caller)), ...wanted.variables }
  for (const [key, value] of Object.entries(variables)) people.setVariable(target.repository, key, value)
  const secrets = { SEAL_KEY: newSealKey(), ...wanted.secrets }
  for (const [key, value] of Object.entries(secrets)) people.setSecret(target.repository, key, value)
  for (const environment of values.environment) {
    people.setEnvironment(target.repository, environment, { reviewers: ['grace'], branches: ['main'] })
  }
  const { approve } = values
  if (approve === undefined) return
  lab.github.onPendingReview((pending) => {
    people.review({ ...pending, state: 'approved', comment: '', user: approve })
  })
}

/** A fault that no call met would make a green run look like proof. */
function describeFault({ fault: { service, match, nth, effect }, matched, met }: FaultReport): string {
  const calls = match.action ?? [match.method, match.path].filter((part) => part !== undefined).join(' ')
  const times = met === 0 ? 'never came about' : `came about ${met === 1 ? 'once' : `${met} times`}`
  return `Fault ${service}:${calls}:${nth}:${effect.kind} ${times}; ${matched} calls matched it.`
}

type Ran = Readonly<{ runs: readonly RunResult[]; defects: readonly string[] }>

async function run(file: string): Promise<Ran> {
  const target = findTarget(file)
  const wanted = readWanted()
  const print = consolePrinter({ write: (line) => console.log(line), logs: !values.quiet, summaries: true })
  const lab = await startLab({
    machine: machineFromEnvironment(),
    onEvent: print,
    faults: wanted.faults,
    ...(values.actions === undefined ? {} : { actionsCache: resolve(values.actions) })
  })
  try {
    await settle(lab, target, wanted)
    const started = await lab.deliver(await makeEvent(lab, target, wanted))
    const runs = [...started, ...(await lab.caused())]
    for (const report of await lab.faults()) console.log(describeFault(report))
    return { runs, defects: await lab.defects() }
  } finally {
    await lab.close()
  }
}

const isGreen = ({ runs, defects }: Ran): boolean =>
  runs.length > 0 && defects.length === 0 && runs.every((one) => one.conclusion === 'success')

const [command, file] = positionals
if (values.help || command !== 'run' || file === undefined) {
  console.log(USAGE)
  process.exitCode = values.help ? 0 : 2
} else {
  const done = await run(file).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return undefined
  })
  if (done?.runs.length === 0)
    console.error('No run was started: the event matches none of the file’s triggers.')
  for (const defect of done?.defects ?? []) console.error(`The run shows nothing. ${defect}`)
  process.exitCode = done !== undefined && isGreen(done) ? 0 : 1
}
