/** Another repository, `acme/ledger`, that calls the suite's reusable workflows by commit, in a lab of its own. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newSealKey, prepareAccount } from '../../lab/demo/caliber.ts'
import { type Lab, type LabOptions, machineFromEnvironment, startLab } from '../../lab/lab.ts'
import type { RunResult } from '../../lab/runner/ports.ts'

export const LEDGER = 'acme/ledger'
export const ENVIRONMENT = 'ledger-prod'
/** Planted as the value of a sensitive variable: it must never be seen again. */
export const MARKER = 'planted-marker-5f2b8c1e'

const CHECKOUT = join(import.meta.dirname, '../..')
const FIXTURE = join(import.meta.dirname, 'fixtures/ledger')

export type Verdict = Readonly<{ state: 'approved' | 'rejected'; comment: string; user: string }>

export type World = Readonly<{
  lab: Lab
  /** Sets repository variables that the ledger's workflows read. */
  set: (variables: Readonly<Record<string, string>>) => void
  /** Ada pushes a branch and opens a pull request; its runs go to their end. */
  propose: (title: string, files: Readonly<Record<string, string>>) => Promise<Proposed>
  /** Ada merges; while an apply waits, `review` answers. */
  merge: (number: number, review?: Review) => Promise<readonly RunResult[]>
  comment: (number: number) => string
  /** Settings of the state's backend, key=value. */
  backend: () => readonly string[]
  close: () => Promise<void>
}>

export type Proposed = Readonly<{ number: number; runs: readonly RunResult[] }>
export type Waiting = Readonly<{ runId: number; environment: string }>
/** Answers one waiting deployment; may change the world before it answers. */
export type Review = (waiting: Waiting) => Promise<Verdict> | Verdict

export const approve: Review = () => ({ state: 'approved', comment: 'ship it', user: 'grace' })

/** The stacks of the ledger, as the workflows' input. */
export const stacks = (...names: readonly string[]): string =>
  JSON.stringify(names.map((stack) => ({ stack, 'backend-config': `key=ledger/${stack}.tfstate` })))

/** The ledger's entries as the file that a pull request changes. */
export const entries = (values: Readonly<Record<string, string>>): Record<string, string> => ({
  'infra/entries.tf': `locals {\n  entries = ${JSON.stringify(values)}\n}\n`
})

export async function startWorld(options: Partial<LabOptions> = {}): Promise<World> {
  const lab = await startLab({
    machine: machineFromEnvironment(),
    ...options,
    env: { TF_VAR_password: MARKER, ...options.env }
  })
  const { people } = lab.github
  const suite = await people.createRepository({ owner: 'caliber', name: 'actions', folder: CHECKOUT })
  const folder = ledgerFolder(suite.sha)
  await people.createRepository({ owner: 'acme', name: 'ledger', folder })
  rmSync(folder, { recursive: true })
  const account = await prepareAccount(lab, { repository: LEDGER, environments: [ENVIRONMENT] })
  const set = (variables: Readonly<Record<string, string>>): void => {
    for (const [name, value] of Object.entries(variables)) people.setVariable(LEDGER, name, value)
  }
  set({ ...account.variables, ENVIRONMENT, STACKS: stacks('ledger') })
  people.setSecret(LEDGER, 'SEAL_KEY', newSealKey())
  protect(lab, ENVIRONMENT)
  let review: Review = approve
  lab.github.onPendingReview((waiting) => {
    void Promise.resolve(review(waiting)).then((verdict) => people.review({ ...waiting, ...verdict }))
  })
  return {
    lab,
    set,
    propose: (title, files) => propose(lab, title, files),
    merge: async (number, answer = approve) => {
      review = answer
      const { event } = await people.mergePullRequest({
        repository: LEDGER,
        number,
        by: 'ada',
        method: 'squash'
      })
      return lab.deliver(event)
    },
    comment: (number) =>
      people
        .comments(LEDGER, number)
        .map(({ body }) => body)
        .join('\n=====\n'),
    backend: () => (account.variables['TERRAFORM_BACKEND_CONFIG'] ?? '').split('\n'),
    close: lab.close
  }
}

/** Grace must approve, and only main may deploy. */
export function protect(lab: Lab, environment: string): void {
  lab.github.people.setEnvironment(LEDGER, environment, {
    reviewers: ['grace'],
    preventSelfReview: true,
    branches: ['main'],
    canAdminsBypass: false
  })
}

async function propose(lab: Lab, title: string, files: Readonly<Record<string, string>>): Promise<Proposed> {
  const { people } = lab.github
  const branch = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  await people.pushCommit({ repository: LEDGER, branch, files, message: title, author: 'ada' })
  const opened = await people.openPullRequest({
    repository: LEDGER,
    head: branch,
    base: 'main',
    title,
    author: 'ada'
  })
  return { number: opened.number, runs: await lab.deliver(opened.event) }
}

function ledgerFolder(suiteSha: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  cpSync(FIXTURE, folder, { recursive: true })
  const workflows = join(folder, '.github/workflows')
  for (const name of readdirSync(workflows)) {
    const file = join(workflows, name)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('SUITE_SHA', suiteSha))
  }
  execFileSync('git', ['init', '-q', folder])
  return folder
}

/** All annotations of the runs, one a line: what a person reads first when something is red. */
export const annotationsOf = (runs: readonly RunResult[]): string =>
  runs.flatMap((run) => run.annotations.map(({ level, message }) => `${level}: ${message}`)).join('\n')
