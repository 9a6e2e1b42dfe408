/** The `github` context of a run: the event's and the run's, also in the workflows that it calls. */
import type { Values } from '../expression/value.ts'
import type { Platform, Run } from '../ports.ts'
import type { WorkflowFile } from '../workflow/file.ts'

/** Everything that is the same for all jobs of a run. */
export function githubContext(platform: Platform, run: Run, file: WorkflowFile): Values {
  const { event } = run
  const facts = platform.repositoryFacts(event.repository)
  const { actorId, refProtected } = platform.eventFacts(event)
  return {
    ...eventContext(run),
    actor_id: actorId,
    ref_protected: refProtected,
    repository_id: facts.id,
    repository_owner_id: facts.ownerId,
    repository_visibility: facts.private ? 'private' : 'public',
    repositoryUrl: `${platform.urls.server}/${event.repository}.git`,
    workflow: run.name,
    workflow_ref: `${event.repository}/${file.path}@${event.ref}`,
    workflow_sha: file.sha,
    run_id: String(run.id),
    run_number: String(run.number),
    run_attempt: String(run.attempt),
    server_url: platform.urls.server,
    api_url: platform.urls.api,
    graphql_url: platform.urls.graphql,
    retention_days: '90',
    secret_source: event.actor === 'dependabot[bot]' ? 'Dependabot' : 'Actions'
  }
}

const eventContext = ({ event, triggeringActor }: Run): Values => ({
  event_name: event.name,
  event: JSON.parse(JSON.stringify(event.payload)) as Values,
  repository: event.repository,
  repository_owner: event.repository.split('/')[0] ?? '',
  ref: event.ref,
  ref_name: event.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
  ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
  sha: event.sha,
  head_ref: event.headRef,
  base_ref: event.baseRef,
  actor: event.actor,
  triggering_actor: triggeringActor ?? event.actor
})
