import type { Clock } from '../../../lib/clock.ts'
import type { Artifact, Download } from '../../../lib/github/artifacts.ts'
import type { GitHubContext, PullRequest } from '../../../lib/github/context.ts'
import type { GatePort } from '../../../lib/github/gate-facts.ts'
import type { Log } from '../../../lib/log.ts'
import type { Content } from '../../../lib/seal.ts'
import type { Terraform } from '../../../lib/terraform/cli.ts'

/** What apply-gated asks of GitHub. */
export type GitHubPort = GatePort &
  Readonly<{
    describeArtifact: (id: number) => Promise<Artifact | undefined>
    downloadArtifact: (id: number) => Promise<Download>
    /** The pull request that the commit came from. */
    pullRequestOf: (sha: string) => Promise<PullRequest | undefined>
    /** Rewrites the plan's comment on a pull request; false when there is none. */
    amendComment: (issueNumber: number, amend: (body: string) => string) => Promise<boolean>
  }>

/** What apply-gated asks of the checkout and the machine. */
export type WorkspacePort = Readonly<{
  /** SHA-256 of the stack's .terraform.lock.hcl, hex; '' when there is none. */
  lockFileSha256: () => Promise<string>
  /** Hashes of these folders of the checkout, by folder. */
  hashTree: (folders: readonly string[]) => Promise<Readonly<Record<string, string>>>
  /** Calls `work` with private files: the plan, a place for a new one, the variables where there are any. All are gone afterwards. */
  withPlanFiles: <T>(content: Content, work: (files: PlanFiles) => Promise<T>) => Promise<T>
}>

export type PlanFiles = Readonly<{ saved: string; renewed: string; variables?: string }>

export type TerraformPort = Pick<
  Terraform,
  'version' | 'init' | 'plan' | 'showPlan' | 'apply' | 'saveState' | 'output'
>

export type Ports = Readonly<{
  context: GitHubContext
  github: GitHubPort
  workspace: WorkspacePort
  terraform: TerraformPort
  clock: Pick<Clock, 'now'>
  log: Log
  signal: AbortSignal
}>
