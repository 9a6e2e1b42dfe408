import type { Repository, User } from '../records.ts'
import { findRepository } from '../store.ts'
import type { World } from '../world.ts'
import type { Shape } from './schema.ts'

/** When everybody joined. */
const JOINED = '2020-01-01T00:00:00Z'

/** A stable opaque id, as GitHub's GraphQL uses. */
export const nodeId = (kind: string, id: number): string => Buffer.from(`${kind}:${id}`).toString('base64url')

/** A person or bot as every answer embeds it. */
export function userShape(world: World, user: User) {
  const slug = user.login.replace('[bot]', '')
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId('User', user.id),
    avatar_url: `${world.urls.server}/avatars/${user.id}`,
    gravatar_id: '',
    url: `${world.urls.api}/users/${encodeURIComponent(user.login)}`,
    html_url: `${world.urls.server}/${user.type === 'Bot' ? `apps/${slug}` : slug}`,
    ...userAddresses(`${world.urls.api}/users/${encodeURIComponent(user.login)}`),
    type: user.type,
    site_admin: false
  } satisfies Shape<'simple-user'>
}

const userAddresses = (url: string) => ({
  followers_url: `${url}/followers`,
  following_url: `${url}/following{/other_user}`,
  gists_url: `${url}/gists{/gist_id}`,
  starred_url: `${url}/starred{/owner}{/repo}`,
  subscriptions_url: `${url}/subscriptions`,
  organizations_url: `${url}/orgs`,
  repos_url: `${url}/repos`,
  events_url: `${url}/events{/privacy}`,
  received_events_url: `${url}/received_events`
})

/** A person or bot as their own page in the API shows them. */
export function publicUserShape(world: World, user: User) {
  return {
    ...userShape(world, user),
    name: null,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: JOINED,
    updated_at: JOINED
  } satisfies Shape<'public-user'>
}

/** The address of the repository in the API. */
export const apiUrl = (world: World, repository: Repository): string =>
  `${world.urls.api}/repos/${repository.fullName}`

/** The address of the repository's pages. */
export const htmlUrl = (world: World, repository: Repository): string =>
  `${world.urls.server}/${repository.fullName}`

/** A repository as runs and forks embed it. */
export function minimalRepositoryShape(world: World, repository: Repository) {
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: repository.fullName,
    private: repository.private,
    owner: userShape(world, repository.owner),
    html_url: htmlUrl(world, repository),
    description: null,
    fork: repository.parent !== undefined,
    url: apiUrl(world, repository),
    ...repositoryAddresses(apiUrl(world, repository))
  } satisfies Shape<'minimal-repository'>
}

/** A repository as webhooks and pull requests embed it. */
export function repositoryShape(world: World, repository: Repository) {
  const page = htmlUrl(world, repository)
  return {
    ...minimalRepositoryShape(world, repository),
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    pushed_at: repository.createdAt,
    git_url: page.replace(/^https?:/, 'git:').concat('.git'),
    ssh_url: `git@${new URL(page).hostname}:${repository.fullName}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: true,
    has_projects: false,
    has_downloads: false,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    archived: false,
    disabled: false,
    open_issues_count: 0,
    license: null,
    visibility: repository.private ? 'private' : 'public',
    forks: 0,
    open_issues: 0,
    watchers: 0,
    default_branch: repository.defaultBranch
  } satisfies Shape<'repository'>
}

/** A repository as its own page in the API shows it. */
export function fullRepositoryShape(world: World, repository: Repository) {
  const parent = repository.parent === undefined ? undefined : findRepository(world.store, repository.parent)
  return {
    ...repositoryShape(world, repository),
    ...(parent === undefined ? {} : { parent: repositoryShape(world, parent) }),
    permissions: { admin: false, maintain: false, push: false, triage: false, pull: true },
    network_count: 0,
    subscribers_count: 0
  } satisfies Shape<'full-repository'>
}

const repositoryAddresses = (url: string) => ({
  forks_url: `${url}/forks`,
  keys_url: `${url}/keys{/key_id}`,
  collaborators_url: `${url}/collaborators{/collaborator}`,
  teams_url: `${url}/teams`,
  hooks_url: `${url}/hooks`,
  issue_events_url: `${url}/issues/events{/number}`,
  events_url: `${url}/events`,
  assignees_url: `${url}/assignees{/user}`,
  branches_url: `${url}/branches{/branch}`,
  tags_url: `${url}/tags`,
  blobs_url: `${url}/git/blobs{/sha}`,
  git_tags_url: `${url}/git/tags{/sha}`,
  git_refs_url: `${url}/git/refs{/sha}`,
  trees_url: `${url}/git/trees{/sha}`,
  statuses_url: `${url}/statuses/{sha}`,
  languages_url: `${url}/languages`,
  stargazers_url: `${url}/stargazers`,
  contributors_url: `${url}/contributors`,
  subscribers_url: `${url}/subscribers`,
  subscription_url: `${url}/subscription`,
  commits_url: `${url}/commits{/sha}`,
  git_commits_url: `${url}/git/commits{/sha}`,
  comments_url: `${url}/comments{/number}`,
  issue_comment_url: `${url}/issues/comments{/number}`,
  contents_url: `${url}/contents/{+path}`,
  compare_url: `${url}/compare/{base}...{head}`,
  merges_url: `${url}/merges`,
  archive_url: `${url}/{archive_format}{/ref}`,
  downloads_url: `${url}/downloads`,
  issues_url: `${url}/issues{/number}`,
  pulls_url: `${url}/pulls{/number}`,
  milestones_url: `${url}/milestones{/number}`,
  notifications_url: `${url}/notifications{?since,all,participating}`,
  labels_url: `${url}/labels{/name}`,
  releases_url: `${url}/releases{/id}`,
  deployments_url: `${url}/deployments`
})
