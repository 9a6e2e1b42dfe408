import type { GitHub } from './connection.ts'

/** A repository's own facts. */
export type RepositoryFacts = Readonly<{
  owner: string
  ownerId: string
  name: string
  id: string
  isPrivate: boolean
  defaultBranch: string
  url: string
}>

/** Names, ids and visibility of the repository, as GitHub spells them. */
export async function describeRepository(github: GitHub): Promise<RepositoryFacts> {
  const { data } = await github.call('read the repository', (octokit) =>
    octokit.request('GET /repos/{owner}/{repo}', github.repo)
  )
  return {
    owner: data.owner.login,
    ownerId: String(data.owner.id),
    name: data.name,
    id: String(data.id),
    isPrivate: data.private,
    defaultBranch: data.default_branch,
    url: data.html_url
  }
}

/** The repository's variables, which are no secrets, by name. No job token may read them. */
export async function readVariables(github: GitHub): Promise<Readonly<Record<string, string>>> {
  const variables = await github.call('list the repository’s variables', (octokit) =>
    octokit.paginate('GET /repos/{owner}/{repo}/actions/variables', { ...github.repo, per_page: 30 })
  )
  return Object.fromEntries(variables.map(({ name, value }) => [name, value]))
}

/** Names of the repository's secrets; GitHub gives their values to nobody. No job token may read them. */
export async function listSecretNames(github: GitHub): Promise<readonly string[]> {
  const secrets = await github.call('list the names of the repository’s secrets', (octokit) =>
    octokit.paginate('GET /repos/{owner}/{repo}/actions/secrets', { ...github.repo, per_page: 100 })
  )
  return secrets.map(({ name }) => name)
}
