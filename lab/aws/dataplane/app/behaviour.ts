/** How an image behaves, and what a container is told when it starts. Seconds are AWS's: `speed` of them pass in one. */

/** A migration that the image brings along; `operations` as Django describes them. */
export type Migration = Readonly<{
  app: string
  name: string
  operations?: readonly string[]
  seconds?: number
  /** The database's error (`django.db.utils.ProgrammingError: …`) that it ends with. */
  fails?: string
  hangs?: boolean
  /** It takes more memory than the container has. */
  outOfMemory?: boolean
}>

/** Everything has a default: a healthy application without migrations. */
export type Behaviour = Readonly<{
  version?: string
  /** Where it listens; the container's own port otherwise. */
  port?: number
  /** Seconds before it listens. */
  startDelay?: number
  /** It ends by itself, at once or after some seconds. */
  crash?: Readonly<{ code: number; stderr?: readonly string[]; after?: number }>
  /** The system ends it for its memory after some seconds. */
  outOfMemoryAfter?: number
  /** Seconds until `/healthz` answers 503. */
  unhealthyAfter?: number
  /** Seconds that every answer takes. */
  latency?: number
  ignoreSigterm?: boolean
  /** Seconds that it goes on serving after SIGTERM. */
  drain?: number
  /** Lines at the start. */
  log?: readonly string[]
  /** Parts of lines that CloudWatch takes in out of order: only after somebody has read a newer one of their stream. */
  overtaken?: readonly string[]
  /** Hosts that it answers; others get Django's 400. Any when left out. `/healthz` is for everybody. */
  allowedHosts?: readonly string[]
  migrations?: readonly Migration[]
  /** Ends of the other containers of its task that bring no behaviour of their own, by name. */
  sidecars?: Readonly<Record<string, Readonly<{ exitCode: number; after?: number }>>>
}>

/** The first message to a process. `applied` are migrations by `app.name`. */
export type Order = Readonly<{
  command: readonly string[]
  behaviour: Behaviour
  port: number
  speed: number
  applied: readonly string[]
}>
