import { matching, type Pattern, type ReadInput, requiredMatching } from '../input.ts'

/** A service by the names of its cluster and itself, or their ARNs. */
export type ServicePlace = Readonly<{ cluster: string; service: string }>

/** What a name or an ARN ends in. */
export const nameOf = (nameOrArn: string): string => nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1)

const NAME = String.raw`[A-Za-z0-9][\w-]{0,254}`
const ECS_ARN = String.raw`arn:[\w-]+:ecs:[\w-]+:\d{12}`

const CLUSTER: Pattern = {
  pattern: new RegExp(`^(?:${ECS_ARN}:cluster/)?${NAME}$`),
  expected: "a cluster's name or ARN"
}
const SERVICE: Pattern = {
  pattern: new RegExp(`^(?:${ECS_ARN}:service/(?:${NAME}/)?)?${NAME}$`),
  expected: "a service's name or ARN"
}
const CONTAINER: Pattern = { pattern: new RegExp(`^${NAME}$`), expected: "a container's name" }

/** A revision as `family:7` or its ARN, for a regular expression. */
export const REVISION = `(?:${ECS_ARN}:task-definition/)?${NAME}:[1-9]\\d{0,8}`

/** The inputs `cluster` and `service`, both required. */
export const parsePlace = (read: ReadInput): ServicePlace => ({
  cluster: requiredMatching(read, 'cluster', CLUSTER),
  service: requiredMatching(read, 'service', SERVICE)
})

/** The input `container`. */
export const parseContainer = (read: ReadInput): string | undefined => matching(read, 'container', CONTAINER)
