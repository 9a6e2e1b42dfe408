import { describeArtifact, downloadArtifact } from '../../../lib/github/artifacts.ts'
import { amendComment, PLAN_MARKER } from '../../../lib/github/comments.ts'
import type { GitHub } from '../../../lib/github/connection.ts'
import { describeEnvironment, isProtectedBranch, listApprovals } from '../../../lib/github/environments.ts'
import { commitAuthors, pullRequestOf } from '../../../lib/github/pulls.ts'
import type { GitHubPort } from './ports.ts'

/** The real GitHub behind the port. */
export const githubPort = (github: GitHub): GitHubPort => ({
  describeArtifact: (id) => describeArtifact(github, id),
  downloadArtifact: (id) => downloadArtifact(github, id),
  describeEnvironment: (name) => describeEnvironment(github, name),
  isProtectedBranch: (branch) => isProtectedBranch(github, branch),
  listApprovals: () => listApprovals(github, github.context.runId),
  commitAuthors: (sha) => commitAuthors(github, sha),
  pullRequestOf: (sha) => pullRequestOf(github, sha),
  amendComment: async (issueNumber, amend) =>
    (await amendComment(github, { issueNumber, marker: PLAN_MARKER, amend })) !== undefined
})
