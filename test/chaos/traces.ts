/** What the killed and the repeated runs left in the world. */
import type { Lab } from '../../lab/lab.ts'
import { readObject, removeObject, writeObject } from '../e2e/bucket.ts'
import type { Ended } from './step.ts'
import type { Scene } from './scene.ts'
import { REPOSITORY, STATES, type World } from './world.ts'

const stateKey = (stack: string): string => `${STATES}/${stack}.tfstate`

export type Lock = Readonly<{ ID: string; Who: string }>

export async function lockOf({ aws, stack }: Scene): Promise<Lock | undefined> {
  const text = await readObject(aws, `${stateKey(stack)}.tflock`)
  return text === undefined ? undefined : (JSON.parse(text) as Lock)
}

/** What `terraform force-unlock` does with an S3 state. */
export async function unlock({ aws, stack }: Scene): Promise<void> {
  await removeObject(aws, `${stateKey(stack)}.tflock`)
}

/** Addresses of the state's instances, doubled ones twice. */
export async function instancesOf({ aws, stack }: Scene): Promise<readonly string[]> {
  const text = await readObject(aws, stateKey(stack))
  type State = Readonly<{ resources: readonly { name: string; instances: readonly unknown[] }[] }>
  const { resources } = text === undefined ? { resources: [] } : (JSON.parse(text) as State)
  return resources.flatMap(({ name, instances }) => instances.map(() => name)).toSorted()
}

/** Somebody writes the state behind the plan's back, and changes nothing: the apply must plan again. */
export const moveState = ({ aws, stack }: Scene): Promise<void> =>
  writeObject(
    aws,
    stateKey(stack),
    JSON.stringify({
      version: 4,
      terraform_version: '1.11.4',
      serial: 2,
      lineage: '0d9f1a3e-6a5b-4f0c-9b68-1f2e3d4c5b6a',
      outputs: {},
      resources: []
    })
  )

export const commentsOf = ({ lab }: World, { number }: Scene): readonly string[] =>
  lab.github.people.comments(REPOSITORY, number).map(({ body }) => body)

/** Digests of the check runs that the stack's plans left at the head of the pull request, newest first. */
export async function recordsOf(lab: Lab, { headSha, stack }: Scene): Promise<readonly string[]> {
  const name = encodeURIComponent(`plan digest: ${stack}`)
  const answer = await fetch(
    `${lab.github.url}/repos/${REPOSITORY}/commits/${headSha}/check-runs?check_name=${name}&filter=all`,
    { headers: { authorization: `Bearer ${lab.github.people.tokenFor('ada')}` } }
  )
  type Listed = Readonly<{ check_runs: readonly { id: number; external_id: string }[] }>
  const { check_runs: runs } = (await answer.json()) as Listed
  return runs.toSorted((left, right) => right.id - left.id).map((run) => run.external_id)
}

/** What a run that fails for this lock does not say of it: who holds it, and what to type when that one is gone. */
export function untoldBy({ code, log }: Ended, lock: Lock): readonly string[] {
  if (code !== 1) return [`a failure (it ended with ${code})`]
  const errors = errorsIn(log).join('\n')
  return [lock.Who, lock.ID, `terraform force-unlock ${lock.ID}`].filter((words) => !errors.includes(words))
}

/** The annotations of a step that made it red. */
export const errorsIn = (log: string): readonly string[] =>
  log.split('\n').filter((line) => line.startsWith('::error'))
