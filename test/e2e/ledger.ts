/** A repository of another team, `acme/ledger`, that calls the suite's reusable workflows by commit. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newSealKey } from '../../lab/demo/caliber.ts'
import type { EnvironmentRules } from '../../lab/github/records.ts'
import type { Comment } from '../../lab/github/talk-records.ts'
import type { Lab } from '../../lab/lab.ts'
import type { RunResult, WorkflowEvent } from '../../lab/runner/ports.ts'
import { type Caller, fullName } from '../../lab/account.ts'
import { LEDGER } from '../seeds/callers.ts'
import type { Seeded } from '../seeds/seeded.ts'
import { FIXTURES, LOCK_FILE } from './places.ts'

export const ENVIRONMENT = 'ledger-prod'

export type Verdict = Readonly<{ state: 'approved' | 'rejected'; comment: string; user: string }>
export type Waiting = Readonly<{ runId: number; environment: string }>
/** Answers a run that waits; may change the world before it answers. */
export type Review = (waiting: Waiting) => Promise<Verdict> | Verdict

export const approve: Review = () => ({ state: 'approved', comment: 'ship it', user: 'grace' })
export const reject: Review = () => ({ state: 'rejected', comment: 'no', user: 'grace' })

type Files = Readonly<Record<string, string | null>>
type Stack = Readonly<{ stack: string } & Record<string, unknown>>
export type Opened = Readonly<{ number: number; event: WorkflowEvent }>
export type Proposed = Readonly<{ number: number; runs: readonly RunResult[] }>

export type Ledger = Readonly<{
  lab: Lab
  repository: string
  /** Sets repository variables that the ledger's workflows read. */
  set: (variables: Readonly<Record<string, string>>) => void
  /** The stacks that are planned from now on; each has a state of its own unless it says otherwise. */
  stacks: (...stacks: readonly (string | Stack)[]) => void
  /** Replaces the environment's rules; without an argument Grace must approve and only main may deploy. */
  protect: (rules?: EnvironmentRules) => void
  /** Ada pushes a branch and opens a pull request, whose event is not delivered yet. */
  open: (title: string, files: Files) => Promise<Opened>
  /** The same, and its runs go to their end. */
  propose: (title: string, files: Files) => Promise<Proposed>
  /** Ada pushes a further commit to the pull request; its runs go to their end. */
  update: (number: number, files: Files) => Promise<readonly RunResult[]>
  /** Ada merges; the push's event is not delivered yet. */
  land: (number: number) => Promise<WorkflowEvent>
  /** Ada merges, and the runs go to their end; while an apply waits, `review` answers. */
  merge: (number: number, review?: Review) => Promise<readonly RunResult[]>
  comments: (number: number) => readonly Comment[]
  /** Bodies of the comments; exactly one is expected of the suite, so a test that reads it sees any other. */
  comment: (number: number) => string
  /** Backend settings of a stack, key=value. */
  backend: (stack: string) => readonly string[]
}>

/** `overlay` names folders under fixtures/ that are laid over the ledger's. */
export type LedgerOptions = Readonly<{ caller?: Caller; overlay?: readonly string[] }>

type Surroundings = Readonly<{ lab: Lab; seed: Seeded; reviews: Map<string, Review> }>

/** Key of a stack's state: that of every ledger, so that two of them share a state. */
export const keyOf = (stack: string): string => `caliber/ledger/${stack}/terraform.tfstate`

/** The ledger's entries as the file that a pull request changes. */
export const entries = (values: Readonly<Record<string, string>>): Record<string, string> => ({
  'infra/entries.tf': `locals {\n  entries = ${JSON.stringify(values)}\n}\n`
})

/** Puts a ledger on GitHub. */
export async function createLedger(
  { lab, seed, reviews }: Surroundings,
  { caller = LEDGER, overlay = [] }: LedgerOptions
): Promise<Ledger> {
  const { people } = lab.github
  const folder = ledgerFolder(seed.suite.sha, overlay)
  const repository = fullName(caller)
  await people.createRepository({ ...caller, folder })
  rmSync(folder, { recursive: true })
  const { variables } = seed
  const set = (values: Readonly<Record<string, string>>): void => {
    for (const [variable, value] of Object.entries(values)) people.setVariable(repository, variable, value)
  }
  const ledger: Ledger = {
    lab,
    repository,
    set,
    stacks: (...stacks) => set({ STACKS: stacksJson(stacks) }),
    protect: (
      rules = { reviewers: ['grace'], preventSelfReview: true, branches: ['main'], canAdminsBypass: false }
    ) => people.setEnvironment(repository, ENVIRONMENT, rules),
    open: (title, files) => open(ledger, title, files),
    propose: async (title, files) => {
      const { number, event } = await open(ledger, title, files)
      return { number, runs: await lab.deliver(event) }
    },
    update: async (number, files) => {
      const { event } = await people.updatePullRequest({
        repository,
        number,
        files,
        message: 'More',
        author: 'ada'
      })
      return lab.deliver(event)
    },
    land: async (number) =>
      (await people.mergePullRequest({ repository, number, by: 'ada', method: 'squash' })).event,
    merge: async (number, review = approve) => {
      reviews.set(repository, review)
      return lab.deliver(await ledger.land(number))
    },
    comments: (number) => people.comments(repository, number),
    comment: (number) =>
      people
        .comments(repository, number)
        .map(({ body }) => body)
        .join('\n=====\n'),
    backend: (stack) => [...(variables['TERRAFORM_BACKEND_CONFIG'] ?? '').split('\n'), `key=${keyOf(stack)}`]
  }
  ledger.set({ ...variables, ENVIRONMENT })
  people.setSecret(repository, 'SEAL_KEY', newSealKey())
  ledger.protect()
  reviews.set(repository, approve)
  return ledger
}

function stacksJson(stacks: readonly (string | Stack)[]): string {
  const named = stacks.map((one) => (typeof one === 'string' ? { stack: one } : one))
  return JSON.stringify(named.map((one) => ({ 'backend-config': `key=${keyOf(one.stack)}`, ...one })))
}

async function open({ lab, repository }: Ledger, title: string, files: Files): Promise<Opened> {
  const { people } = lab.github
  const branch = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  await people.pushCommit({ repository, branch, files, message: title, author: 'ada' })
  return people.openPullRequest({ repository, head: branch, base: 'main', title, author: 'ada' })
}

function ledgerFolder(suite: string, overlay: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  for (const name of ['ledger', ...overlay]) {
    cpSync(join(FIXTURES, name), folder, { recursive: true })
  }
  for (const name of ['service', 'secret', 'records']) {
    if (overlay.includes(name)) cpSync(LOCK_FILE, join(folder, name, '.terraform.lock.hcl'))
  }
  const workflows = join(folder, '.github/workflows')
  for (const name of readdirSync(workflows)) {
    const file = join(workflows, name)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('SUITE_SHA', suite))
  }
  return folder
}
