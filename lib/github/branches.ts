import { hasStatus, orMissing, type GitHub } from './connection.ts'

/** Where a file is, or is to be: a branch, and a path from the repository's root. */
export type FilePlace = Readonly<{ branch: string; path: string }>

/** The commit that a branch is at; undefined when there is no such branch. */
export async function headOf(github: GitHub, branch: string): Promise<string | undefined> {
  const answer = await orMissing(
    github.call(`find branch ${branch}`, (octokit) =>
      octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...github.repo, ref: `heads/${branch}` })
    )
  )
  return answer?.data.object.sha
}

/** Puts a branch at a commit, whether or not it exists; what it had of its own is gone. */
export async function placeBranch(github: GitHub, branch: string, sha: string): Promise<void> {
  const isNew = (await headOf(github, branch)) === undefined && (await createBranch(github, branch, sha))
  if (isNew) return
  await github.call(`move branch ${branch}`, (octokit) =>
    octokit.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
      ...github.repo,
      ref: `heads/${branch}`,
      sha,
      force: true
    })
  )
}

/** False when somebody was faster. */
async function createBranch(github: GitHub, branch: string, sha: string): Promise<boolean> {
  try {
    await github.call(`create branch ${branch}`, (octokit) =>
      octokit.request('POST /repos/{owner}/{repo}/git/refs', {
        ...github.repo,
        ref: `refs/heads/${branch}`,
        sha
      })
    )
    return true
  } catch (error) {
    if (hasStatus(error, 422)) return false
    throw error
  }
}

/** A file's text and the id of its blob; undefined when the branch has no such file. */
export async function readFileOf(
  github: GitHub,
  { branch, path }: FilePlace
): Promise<Readonly<{ text: string; blob: string }> | undefined> {
  const answer = await orMissing(
    github.call(`read ${path} of branch ${branch}`, (octokit) =>
      octokit.request('GET /repos/{owner}/{repo}/contents/{path}', { ...github.repo, path, ref: branch })
    )
  )
  if (answer === undefined) return undefined
  const { content = '', sha } = answer.data as Readonly<{ content?: string; sha: string }>
  return { text: Buffer.from(content, 'base64').toString('utf8'), blob: sha }
}

/** Commits one file to a branch; `blob` is that of the file which it replaces. */
export async function commitFile(
  github: GitHub,
  { branch, path }: FilePlace,
  { text, message, blob }: Readonly<{ text: string; message: string; blob?: string }>
): Promise<void> {
  await github.call(`write ${path} to branch ${branch}`, (octokit) =>
    octokit.request('PUT /repos/{owner}/{repo}/contents/{path}', {
      ...github.repo,
      path,
      branch,
      message,
      content: Buffer.from(text).toString('base64'),
      ...(blob === undefined ? {} : { sha: blob })
    })
  )
}

/** Commits the end of one file to a branch; `blob` is that of the file. */
export async function removeFile(
  github: GitHub,
  { branch, path }: FilePlace,
  { message, blob }: Readonly<{ message: string; blob: string }>
): Promise<void> {
  await github.call(`remove ${path} from branch ${branch}`, (octokit) =>
    octokit.request('DELETE /repos/{owner}/{repo}/contents/{path}', {
      ...github.repo,
      path,
      branch,
      message,
      sha: blob
    })
  )
}

/** Files under a folder of a branch with the ids of their blobs; none when the branch has no such folder. */
export async function listBlobs(
  github: GitHub,
  { branch, folder }: Readonly<{ branch: string; folder: string }>
): Promise<readonly Readonly<{ path: string; blob: string }>[]> {
  const { data } = await github.call(`list ${folder} of branch ${branch}`, (octokit) =>
    octokit.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
      ...github.repo,
      tree_sha: branch,
      recursive: '1'
    })
  )
  return data.tree
    .filter(({ type, path }) => type === 'blob' && path.startsWith(`${folder}/`))
    .map(({ path, sha }) => ({ path, blob: sha }))
}
