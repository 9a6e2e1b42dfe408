import type { GitHub } from './connection.ts'

/** Paths of the files under a folder of a branch. */
export async function listFiles(
  github: GitHub,
  { branch, folder }: Readonly<{ branch: string; folder: string }>
): Promise<readonly string[]> {
  const { data } = await github.call(`list ${folder} of branch ${branch}`, (octokit) =>
    octokit.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
      ...github.repo,
      tree_sha: branch,
      recursive: '1'
    })
  )
  return data.tree
    .filter(({ type, path }) => type === 'blob' && path.startsWith(`${folder}/`))
    .map(({ path }) => path)
}

/** Text of a file of a branch. */
export async function readTextFile(
  github: GitHub,
  { branch, path }: Readonly<{ branch: string; path: string }>
): Promise<string> {
  const { data } = await github.call(`read ${path} of branch ${branch}`, (octokit) =>
    octokit.request('GET /repos/{owner}/{repo}/contents/{path}', { ...github.repo, path, ref: branch })
  )
  const { content = '' } = data as Readonly<{ content?: string }>
  return Buffer.from(content, 'base64').toString('utf8')
}
