import type { Log } from '../../../lib/log.ts'
import type { RegistryFile } from '../../../lib/tenants/registry.ts'
import type { SourceFile } from '../../../lib/terraform/sources.ts'

export type Ports = Readonly<{
  /** The commit that is checked out. */
  head: () => Promise<string>
  /** Paths that differ between a commit and the one checked out; undefined when the checkout does not have the commit. */
  changedSince: (commit: string) => Promise<readonly string[] | undefined>
  /** Terraform's sources right in a folder of the repository, by their paths; none when there is no such folder. */
  sourcesIn: (folder: string) => Promise<readonly SourceFile[]>
  readRegistry: () => Promise<readonly RegistryFile[]>
  /** Files of the registry that a commit has. */
  registryAt: (commit: string) => Promise<readonly string[]>
  event: Event
  log: Log
}>

/** What started the run, as far as it says what to compare with. */
export type Event = Readonly<{ name: string; sha: string; payload: Readonly<Record<string, unknown>> }>
