import { UserError } from '../errors.ts'
import {
  type Revision,
  sameDefinition,
  type TaskDefinition,
  toRegister,
  withImages
} from './task-definition.ts'

/** What registering asks of ECS. */
export type DefinitionPort = Readonly<{
  /** A revision by ARN or `family:7`, or a family's newest active one by `family`; undefined when there is none. */
  describeDefinition: (name: string) => Promise<Revision | undefined>
  registerDefinition: (definition: TaskDefinition) => Promise<Revision>
}>

/** A revision that has the wanted images; `registered` is false when it was there before. */
export type Registered = Readonly<{ arn: string; revision: string; registered: boolean; newest: Revision }>

/** What there is to register: nothing when the family's newest active revision is already as wanted. */
export type RevisionPlan = Readonly<{ newest: Revision; wanted: TaskDefinition; isNew: boolean }>

/**
 * Plans a revision with these images on the family's newest active one: what Terraform registered since the last rollout
 * goes along, and a revision that a killed run or a migration left behind is found again.
 */
export async function planRevision(
  port: Pick<DefinitionPort, 'describeDefinition'>,
  family: string,
  images: Readonly<Record<string, string>>
): Promise<RevisionPlan> {
  const newest = await port.describeDefinition(family)
  if (newest === undefined) {
    throw new UserError(
      `Task definition '${family}' has no active revision. Register one, then run this again.`
    )
  }
  return compareRevision(newest, withImages(newest.definition, images))
}

/** Whether a definition has to be registered beside the family's newest. */
export const compareRevision = (newest: Revision, wanted: TaskDefinition): RevisionPlan => ({
  newest,
  wanted: toRegister(wanted),
  isNew: !sameDefinition(newest.definition, wanted)
})

/** Registers a planned revision, if it has to be. */
export async function registerPlanned(port: DefinitionPort, plan: RevisionPlan): Promise<Registered> {
  const { arn, revision } = plan.isNew ? await port.registerDefinition(plan.wanted) : plan.newest
  return { arn, revision, registered: plan.isNew, newest: plan.newest }
}

/** Both in one: the family's revision with these images, registered only when nothing equal is there. */
export async function registerRevision(
  port: DefinitionPort,
  family: string,
  images: Readonly<Record<string, string>>
): Promise<Registered> {
  return registerPlanned(port, await planRevision(port, family, images))
}
