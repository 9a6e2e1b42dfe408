/** The platform's own repository on a lab with the tenant stg/acme in it, and everybody who sees to its end. */
import { expect } from '@jest/globals'
import type { Lab } from '../../lab/lab.ts'
import type { RunResult } from '../../lab/runner/ports.ts'
import { callForm, element, type Reply, signed } from '../emulator/start.ts'
import { octokitOfPerson } from '../lab/github/fixture.ts'
import { seeded } from '../seeds/seeded.ts'
import { fastSteps } from './fast-steps.ts'
import type { Review } from './ledger.ts'
import { REPOSITORY, startSuite, type SuiteLab } from './suite.ts'

export const NAME = 'acme-stg-dedicated'
const [owner = '', repo = ''] = REPOSITORY.split('/')
const PLACE = { owner, repo }
const FORM = { client: 'Acme', env: 'stg', confirm: 'stg/acme' }

type Form = Readonly<Record<string, string>>
export type Issue = Readonly<{ number: number; state: string; title: string; body: string; updated: string }>

export type LastDays = Readonly<{
  lab: Lab
  /** How often Grace was asked to approve. */
  asked: () => number
  /** Ada fills in the form for stg/acme, unless it says otherwise; its run goes to its end. */
  decommission: (form: Form) => Promise<RunResult>
  /** A schedule's time comes. */
  tick: (cron: string) => Promise<RunResult>
  /** Puts files into the repository; without a text they go. */
  enter: (files: Readonly<Record<string, string | null>>) => Promise<void>
  /** The tenant's things that AWS has. */
  things: () => Promise<readonly string[]>
  /** Issues with a label. */
  issues: (label: string) => Promise<readonly Issue[]>
  /** Grace opens them again by hand. */
  reopen: (label: string) => Promise<void>
  /** What the account's owner does by hand. */
  rds: (form: Form) => Promise<Reply>
  ec2: (form: Form) => Promise<Reply>
  /** A network with the tags of a client in stg, by hand; resolves with its id. */
  makeVpc: (client: string, cidr: string) => Promise<string>
  close: () => Promise<void>
}>

/** Starts a lab on a copy of the account with the stack in it. */
export async function startLastDays(): Promise<LastDays> {
  const suite = await startSuite(await seeded('caliber'), fastSteps())
  const { lab, close } = suite
  lab.github.people.letJobsPropose(REPOSITORY)
  let asked = 0
  const review: Review = (waiting) => {
    asked += 1
    return approve(suite, waiting.runId)
  }
  const byHand = async (service: string, form: Form): Promise<Reply> => {
    const answer = await callForm(lab.aws, form, signed(service))
    expect([form['Action'], answer.status]).toEqual([form['Action'], 200])
    return answer
  }
  const ec2 = (form: Form) => byHand('ec2', { Version: '2016-11-15', ...form })
  return {
    lab,
    asked: () => asked,
    decommission: async (form) =>
      only(await suite.start('decommission-tenant.yml', { ...FORM, ...form }, review)),
    tick: async (cron) =>
      only(
        await lab.deliver(await lab.github.people.schedule({ repository: REPOSITORY, cron, actor: 'ada' }))
      ),
    enter: async (files) => {
      const change = { branch: 'main', files, message: 'Change the registry', author: 'ada' }
      await lab.github.people.pushCommit({ repository: REPOSITORY, ...change })
    },
    things: async () => {
      const all = await lab.aws.resources()
      return all.filter(({ name }) => name.includes(NAME)).map(({ type, name }) => `${type} ${name}`)
    },
    issues: (label) => issuesOf(suite, label),
    reopen: async (label) => {
      const { rest } = octokitOfPerson(lab.github, 'grace')
      for (const { number: issue_number } of await issuesOf(suite, label))
        await rest.issues.update({ ...PLACE, issue_number, state: 'open' })
    },
    rds: (form) => byHand('rds', { Version: '2014-10-31', ...form }),
    ec2,
    makeVpc: async (client, cidr) =>
      element(
        await ec2({
          Action: 'CreateVpc',
          CidrBlock: cidr,
          ...tags({ Project: 'Caliber', Client: client, Env: 'stg' })
        }),
        'vpcId'
      ),
    close
  }
}

function only([run]: readonly RunResult[]): RunResult {
  if (run === undefined) throw new Error('Nothing ran.')
  return run
}

/** Grace approves; where data is destroyed she writes the words that it takes. */
function approve({ lab }: SuiteLab, runId: number): Awaited<ReturnType<Review>> {
  const names = lab.events.flatMap((event) =>
    event.kind === 'job' && event.job.run.id === runId ? [event.job.name] : []
  )
  const digest = names
    .map((name) => /destroy.*\(caliber-acme-stg ([0-9a-f]{8})\)/.exec(name)?.[1])
    .find(Boolean)
  return { state: 'approved', comment: digest === undefined ? 'fine' : `destroy ${digest}`, user: 'grace' }
}

async function issuesOf({ lab }: SuiteLab, labels: string): Promise<readonly Issue[]> {
  const { rest } = octokitOfPerson(lab.github, 'grace')
  const { data } = await rest.issues.listForRepo({ ...PLACE, state: 'all', labels })
  return data.map(({ number, state, title, body, updated_at: updated }) => ({
    number,
    state,
    title,
    body: body ?? '',
    updated
  }))
}

const tags = (all: Form): Form => ({
  'TagSpecification.1.ResourceType': 'vpc',
  ...Object.fromEntries(
    Object.entries(all).flatMap(([key, value], at) => [
      [`TagSpecification.1.Tag.${at + 1}.Key`, key],
      [`TagSpecification.1.Tag.${at + 1}.Value`, value]
    ])
  )
})

/** What a run complains of, a line each. */
export const complaints = (run: RunResult | undefined): string =>
  (run?.annotations ?? [])
    .filter(({ level }) => level === 'error')
    .map(({ message }) => message)
    .join('\n')
