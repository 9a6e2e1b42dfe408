/** A tenant's service, and an action with the account's deploy role that is killed on copies of it, and run again. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Credentials } from '../../lab/aws/sign.ts'
import { DEDICATED, enter, furnish, type Platform } from '../emulator/dataplane/platform.ts'
import { seeded } from '../seeds/seeded.ts'
import { openSessions } from '../terraform/caliber/sessions.ts'
import { awsCredentials } from './job.ts'
import { type Gateway, type Moment, openGateway } from './gateway.ts'
import { type Found, sideBySide } from './side-by-side.ts'
import { type Ended, startStep } from './step.ts'

/** The tenant's platform, and who deploys to it. */
export type Deployment = Readonly<{ platform: Platform; deployer: Credentials }>

/** What a killed run and the one after it did; `seen` is what they left. */
export type Killed<Seen> = Readonly<{ struck: boolean; killed: Ended; again: Ended; seen: Seen }>

export type Wanted<Seen> = Readonly<{
  action: 'migrate' | 'rollout'
  inputs: Readonly<Record<string, string>>
  /** What is tried on one copy, one after the other, before the run that must go through. */
  courses: readonly (readonly Moment[])[]
  atOnce: number
  look: (platform: Platform) => Promise<Seen>
}>

/** The calls of a good run, and what became of a run that was killed at each moment. */
export type Told<Seen> = Readonly<{
  good: readonly string[]
  results: Found<Moment, Killed<Seen>>
}>

/** An account as its administrator prepares it, with the tenant's cluster in it. */
export async function openDeployment(): Promise<Deployment> {
  const aws = await seeded('account')
  await furnish(aws, DEDICATED)
  const deployer = await (await openSessions(aws)).deploy()
  return { platform: await enter(aws, DEDICATED), deployer }
}

/** Runs the action once undisturbed, and for each course until it is killed at each moment and then to its end, on a copy. */
export async function killAtEach<Seen>(from: Deployment, wanted: Wanted<Seen>): Promise<Told<Seen>> {
  const good = await onCopy(from, wanted, async ({ gateway, run }) => {
    await run()
    return [...gateway.journal]
  })
  const results = await sideBySide(wanted.courses, wanted.atOnce, (course) =>
    onCopy(from, wanted, async ({ platform, gateway, run }) => {
      const deaths = new Map<Moment, Pick<Killed<Seen>, 'struck' | 'killed'>>()
      for (const moment of course) {
        const killed = await run(moment)
        deaths.set(moment, { struck: gateway.struck(), killed })
      }
      const again = await run()
      const seen = await wanted.look(platform)
      return new Map([...deaths].map(([moment, death]) => [moment, { ...death, again, seen }]))
    })
  )
  return { good, results }
}

type Copy = Readonly<{ platform: Platform; gateway: Gateway; run: (moment?: Moment) => Promise<Ended> }>
type Step = Pick<Wanted<unknown>, 'action' | 'inputs'>

async function onCopy<T>(from: Deployment, step: Step, work: (copy: Copy) => Promise<T>): Promise<T> {
  const aws = await from.platform.aws.fork()
  const gateway = await openGateway({ github: aws.url, aws: aws.url })
  const folder = await mkdtemp(join(tmpdir(), `killed-${step.action}-`))
  await mkdir(join(folder, 'workspace'))
  const { cluster, service } = DEDICATED
  const run = async (moment?: Moment): Promise<Ended> => {
    const running = await startStep({
      action: step.action,
      folder,
      inputs: { cluster, service, ...step.inputs },
      env: {
        PATH: process.env['PATH'] ?? '',
        AWS_ENDPOINT_URL: gateway.aws,
        AWS_REGION: 'us-east-1',
        ...awsCredentials(from.deployer)
      }
    })
    if (moment !== undefined) gateway.arm(moment, running.kill)
    return running.ended
  }
  try {
    return await work({ platform: await enter(aws, DEDICATED), gateway, run })
  } finally {
    await gateway.close()
    await rm(folder, { recursive: true, force: true })
    await aws.close()
  }
}
