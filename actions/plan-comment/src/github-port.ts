import { downloadArtifact, findRunArtifacts } from '../../../lib/github/artifacts.ts'
import { readDigest, recordDigest } from '../../../lib/github/checks.ts'
import { findComment, PLAN_MARKER, upsertComment } from '../../../lib/github/comments.ts'
import type { GitHub } from '../../../lib/github/connection.ts'
import { pullRequestOf } from '../../../lib/github/pulls.ts'
import type { GitHubPort } from './ports.ts'

/** The real GitHub behind the port. */
export const githubPort = (github: GitHub): GitHubPort => ({
  readComment: async (issueNumber) => (await findComment(github, { issueNumber, marker: PLAN_MARKER }))?.body,
  writeComment: (issueNumber, body) => upsertComment(github, { issueNumber, marker: PLAN_MARKER, body }),
  recordDigest: (record) => recordDigest(github, record),
  readDigest: (of) => readDigest(github, of),
  pullRequestOf: (sha) => pullRequestOf(github, sha),
  listArtifacts: (prefix) => findRunArtifacts(github, prefix),
  readArtifact: async (id, file) => (await downloadArtifact(github, id)).files[file]?.toString('utf8')
})
