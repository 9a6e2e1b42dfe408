import type { ParameterClaims } from '../../../lib/aws/parameter-claims.ts'
import type { Parameters } from '../../../lib/aws/parameters.ts'
import type { Clock } from '../../../lib/clock.ts'
import type { Proposal } from '../../../lib/github/proposals.ts'
import type { Log } from '../../../lib/log.ts'
import type { RegistryFile } from '../../../lib/tenants/registry.ts'

/** Reservations, in Systems Manager. */
export type StorePort = ParameterClaims & Parameters

/** What proposing needs of GitHub; paths count from the repository's root. */
export type RepositoryPort = Readonly<{
  /** The branch that the registry lives on, and its newest commit. */
  base: () => Promise<Readonly<{ branch: string; sha: string }>>
  /** The registry as a branch has it. */
  registryOf: (branch: string) => Promise<readonly RegistryFile[]>
  readFile: (branch: string, path: string) => Promise<Readonly<{ text: string; blob: string }> | undefined>
  findProposal: (head: string, base: string) => Promise<Proposal | undefined>
  placeBranch: (branch: string, sha: string) => Promise<void>
  commitFile: (
    place: Readonly<{ branch: string; path: string }>,
    content: Readonly<{ text: string; message: string; blob?: string }>
  ) => Promise<void>
  removeFile: (
    place: Readonly<{ branch: string; path: string }>,
    about: Readonly<{ message: string; blob: string }>
  ) => Promise<void>
  /** The text of a pull request. */
  bodyOf: (number: number) => Promise<string>
  reword: (number: number, words: Readonly<{ title: string; body: string }>) => Promise<void>
  propose: (
    route: Readonly<{ head: string; base: string }>,
    words: Readonly<{ title: string; body: string }>
  ) => Promise<Proposal>
}>

export type Ports = Readonly<{
  /** Opened by the modes that need it: validate asks AWS nothing. */
  store: () => StorePort
  repository: () => RepositoryPort
  /** The registry of the checkout. */
  readRegistry: () => Promise<readonly RegistryFile[]>
  /** The branch that a pull request goes into; undefined in other runs. */
  baseBranch?: string
  /** The branch that it comes from. */
  headBranch?: string
  /** What started the run. */
  eventName: string
  /** Page of the run. */
  run: string
  clock: Clock
  log: Log
  signal: AbortSignal
}>
