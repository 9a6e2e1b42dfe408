import type { Artifact } from '../../../lib/github/artifacts.ts'
import type { DigestRecord } from '../../../lib/github/checks.ts'
import type { UpsertedComment } from '../../../lib/github/comments.ts'
import type { GitHubContext, PullRequest } from '../../../lib/github/context.ts'
import type { Log } from '../../../lib/log.ts'
import type { Terraform } from '../../../lib/terraform/cli.ts'
import type { Fingerprint } from '../../../lib/terraform/digest.ts'
import type { SourceFile } from '../../../lib/terraform/sources.ts'

/** What is asked of GitHub. */
export type GitHubPort = Readonly<{
  /** The body of the plan comment, undefined when there is none yet. */
  readComment: (issueNumber: number) => Promise<string | undefined>
  /** Throws CommentTooLongError when GitHub does not take the body for its length. */
  writeComment: (issueNumber: number, body: string) => Promise<UpsertedComment>
  recordDigest: (
    record: Readonly<{ headSha: string; stack: string; fingerprint: Fingerprint; pullRequest: number }>
  ) => Promise<unknown>
  readDigest: (of: Readonly<{ headSha: string; stack: string }>) => Promise<DigestRecord | undefined>
  pullRequestOf: (sha: string) => Promise<PullRequest | undefined>
  /** The artifacts of this run whose name begins with `prefix`. */
  listArtifacts: (prefix: string) => Promise<readonly Artifact[]>
  /** The text of one file of an artifact, undefined when it has no such file. */
  readArtifact: (id: number, file: string) => Promise<string | undefined>
}>

/** Files of one run's artifact, by name; undefined where there is no artifact service (a run outside of GitHub). */
export type Upload = (
  name: string,
  files: Readonly<Record<string, Buffer | string>>
) => Promise<Readonly<{ id: number; digest: string }>>

/** The checkout and the runner's temporary folder. */
export type WorkspacePort = Readonly<{
  /** Relative to the repository's root, with forward slashes; '.' for the root. */
  workingDirectory: string
  isFolder: (path: string) => Promise<boolean>
  /** Paths of files are relative to the working directory. */
  isFile: (path: string) => Promise<boolean>
  readText: (path: string) => Promise<string>
  /** The Terraform sources of the working directory and, once it is initialised, of its local modules. */
  readSources: () => Promise<readonly SourceFile[]>
  /** SHA-256 of .terraform.lock.hcl, '' when there is none; and whether git has it as it is. */
  lockFile: () => Promise<Readonly<{ sha256: string; isCommitted: boolean }>>
  /** Hashes of the stack's folder, its local modules, what they read elsewhere and these files; not of the plan itself. */
  hashTree: (files: readonly string[], planFile?: string) => Promise<Readonly<Record<string, string>>>
  /** A private place for a plan, and a file with these variables where there are any; both are gone when `work` ends. */
  withPlanFiles: <T>(variables: string | undefined, work: (files: PlanFiles) => Promise<T>) => Promise<T>
  readBytes: (file: string) => Promise<Buffer>
  /** Writes a file that later steps may read; returns its path. */
  writeReport: (name: string, text: string) => Promise<string>
}>

/** Where to save the plan, and the variables to plan with beside the stack's own files. */
export type PlanFiles = Readonly<{ plan: string; variables?: string }>

export type Ports = Readonly<{
  context: GitHubContext
  github: GitHubPort
  upload?: Upload
  terraform: Terraform
  workspace: WorkspacePort
  log: Log
  signal: AbortSignal
}>
