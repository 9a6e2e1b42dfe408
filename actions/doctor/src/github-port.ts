import type { GitHub } from '../../../lib/github/connection.ts'
import { describeEnvironment, isProtectedBranch } from '../../../lib/github/environments.ts'
import { listFiles, readTextFile } from '../../../lib/github/files.ts'
import { describeSubject } from '../../../lib/github/oidc.ts'
import { describeRepository, listSecretNames, readVariables } from '../../../lib/github/settings.ts'
import type { GitHubPort } from './ports.ts'

const WORKFLOWS = '.github/workflows'

/** The real GitHub behind the port. */
export const githubPort = (github: GitHub): GitHubPort => ({
  describeRepository: () => describeRepository(github),
  describeSubject: () => describeSubject(github),
  describeEnvironment: (name) => describeEnvironment(github, name),
  isProtectedBranch: (branch) => isProtectedBranch(github, branch),
  readVariables: () => readVariables(github),
  listSecretNames: () => listSecretNames(github),
  readWorkflows: async (branch) => {
    const paths = await listFiles(github, { branch, folder: WORKFLOWS })
    const files = paths.filter((path) => /\.ya?ml$/.test(path))
    return Promise.all(
      files.map(async (path) => ({ path, text: await readTextFile(github, { branch, path }) }))
    )
  }
})
