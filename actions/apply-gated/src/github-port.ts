import { describeArtifact, downloadArtifact } from '../../../lib/github/artifacts.ts'
import { amendComment, PLAN_MARKER } from '../../../lib/github/comments.ts'
import type { GitHub } from '../../../lib/github/connection.ts'
import { gatePort } from '../../../lib/github/gate-facts.ts'
import { pullRequestOf } from '../../../lib/github/pulls.ts'
import type { GitHubPort } from './ports.ts'

/** The real GitHub behind the port. */
export const githubPort = (github: GitHub): GitHubPort => ({
  ...gatePort(github),
  describeArtifact: (id) => describeArtifact(github, id),
  downloadArtifact: (id) => downloadArtifact(github, id),
  pullRequestOf: (sha) => pullRequestOf(github, sha),
  amendComment: async (issueNumber, amend) =>
    (await amendComment(github, { issueNumber, marker: PLAN_MARKER, amend })) !== undefined
})
