import type { Repository, User } from '../records.ts'
import { findRepository } from '../store.ts'
import type { World } from '../world.ts'
import type { Shape } from './schema.ts'

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
    type: user.type,
    site_admin: false
  } satisfies Shape<'simple-user'>
}

/** The address of the repository in the API. */
export const apiUrl = (world: World, repository: Repository): string =>
  `${world.urls.api}/repos/${repository.fullName}`

/** The address of the repository's pages. */
export const htmlUrl = (world: World, repository: Repository): string =>
  `${world.urls.server}/${repository.fullName}`

/** A repository as webhooks and pull requests embed it. */
export function repositoryShape(world: World, repository: Repository) {
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
    clone_url: `${htmlUrl(world, repository)}.git`,
    default_branch: repository.defaultBranch,
    visibility: repository.private ? 'private' : 'public',
    archived: false,
    disabled: false,
    has_issues: true,
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    pushed_at: repository.createdAt
  } satisfies Shape<'repository'>
}

/** A repository as its own page in the API shows it. */
export function fullRepositoryShape(world: World, repository: Repository) {
  const parent = repository.parent === undefined ? undefined : findRepository(world.store, repository.parent)
  return {
    ...repositoryShape(world, repository),
    ...(parent === undefined ? {} : { parent: repositoryShape(world, parent) }),
    permissions: { admin: false, maintain: false, push: false, triage: false, pull: true }
  }
}
