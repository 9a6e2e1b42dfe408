/** What the lab's AWS runs, and how to script it: images and their behaviour, the clock, where hosts are reached. */
import type { Behaviour } from './app/behaviour.ts'

export type { Behaviour, Migration } from './app/behaviour.ts'

/** An image that is pushed; `version` is the tag unless the behaviour says otherwise. */
export type ImagePush = Readonly<{
  repository: string
  tag: string
  behaviour?: Behaviour
  region?: string
}>

/** What AWS takes its time for, in its seconds; see dataplane/clock.py for what each is and its default. */
export type Durations = Readonly<
  Partial<
    Record<
      | 'provisioning'
      | 'pulling'
      | 'activating'
      | 'deprovisioning'
      | 'visibility'
      | 'logDelivery'
      | 'scheduling'
      | 'invalidation',
      number
    >
  >
>

/** `speed` is how many of AWS's seconds pass in one (60); `logPage` how many events GetLogEvents shows at most. */
export type ClockSettings = Readonly<{ speed?: number; durations?: Durations; logPage?: number }>

/** The next placements of a family (or any) that fail, as RunTask lists them: `RESOURCE:ENI` and the like. */
export type PlacementFailure = Readonly<{
  reason: string
  detail?: string
  times?: number
  family?: string
}>

/** A host, by the port that it has on AWS: where it listens on this machine. */
export type Edge = Readonly<{
  kind: 'load-balancer' | 'distribution'
  address: string
  ports: Readonly<Record<string, number>>
}>

/** Every host that load balancers, distributions and public DNS know, and the CA that signs for all of them. */
export type Edges = Readonly<{ ca: string; hosts: Readonly<Record<string, Edge>> }>

/** A process that stands for a container; `ports` are the container's, with where they are on this machine. */
export type ContainerProcess = Readonly<{
  task: string
  container: string
  pid: number
  ports: Readonly<Record<string, number>>
}>

/** The part of an AWS of the lab that runs things. */
export type DataPlane = Readonly<{
  /** Puts a manifest into ECR; the repository is made when there is none. `uri` has neither tag nor digest. */
  putImage: (image: ImagePush) => Promise<Readonly<{ digest: string; uri: string }>>
  setClock: (settings: ClockSettings) => Promise<void>
  /** In place of earlier plans. */
  failPlacements: (failures: readonly PlacementFailure[]) => Promise<void>
  /** Where hosts are reached; listeners start when they are first asked for. */
  edges: () => Promise<Edges>
  /** Applied migrations (`app.name`) by database. */
  databases: () => Promise<Readonly<Record<string, readonly string[]>>>
  containers: () => Promise<readonly ContainerProcess[]>
}>

type Call = <T>(method: 'GET' | 'POST', route: string, body?: unknown) => Promise<T>

/** The control calls of the data plane. */
export function dataPlane(call: Call): DataPlane {
  return {
    putImage: (image) => call('POST', 'images', image),
    setClock: async (settings) => {
      await call('POST', 'clock', settings)
    },
    failPlacements: async (failures) => {
      await call('POST', 'placement', { failures })
    },
    edges: () => call('GET', 'edges'),
    databases: () => call('GET', 'databases'),
    containers: () => call('GET', 'containers')
  }
}
