/** What a push over HTTP moved: test merges follow it, and workflows start when it was a person's. */
import { NO_COMMIT, pushEvent, tagEvent } from '../people/push-events.ts'
import { refreshPulls } from '../people/pulls.ts'
import type { Caller, Repository } from '../records.ts'
import { gitOf, type World } from '../world.ts'

/** Of more tags at once GitHub tells nobody. */
const MOST_TAGS = 3

/** Branches and tags with the commits that they name. */
export async function readRefs(repository: Repository): Promise<ReadonlyMap<string, string>> {
  const format = '--format=%(refname) %(objectname) %(*objectname)'
  const out = await gitOf(repository)(['for-each-ref', format, 'refs/heads', 'refs/tags'])
  const lines = out.split('\n').filter((line) => line !== '')
  return new Map(
    lines.map((line) => {
      const [name = '', id = '', commit = ''] = line.split(' ')
      return [name, commit === '' ? id : commit]
    })
  )
}

type Push = Readonly<{ caller: Caller; before: ReadonlyMap<string, string> }>

/**
 * Takes in what has moved since `before`. A push with a job's token starts nothing.
 * Source: docs.github.com, "Triggering a workflow": events caused by the GITHUB_TOKEN do not create runs.
 */
export async function followPush(world: World, repository: Repository, push: Push): Promise<void> {
  const pusher = push.caller.user.login
  const now = await readRefs(repository)
  const moved = [...now].filter(([name, sha]) => push.before.get(name) !== sha)
  const isPersons = push.caller.job === undefined
  for (const [name, after] of moved.filter(([ref]) => ref.startsWith('refs/heads/'))) {
    const before = push.before.get(name) ?? NO_COMMIT
    const branch = { branch: name.slice('refs/heads/'.length), before, after, pusher }
    const synchronized = await refreshPulls(world, repository, branch)
    if (!isPersons) continue
    for (const event of [await pushEvent(world, repository, branch), ...synchronized]) {
      await world.raised.raise(event)
    }
  }
  const tags = moved.filter(([ref]) => ref.startsWith('refs/tags/'))
  if (!isPersons || tags.length > MOST_TAGS) return
  for (const [name, sha] of tags) {
    const tag = name.slice('refs/tags/'.length)
    await world.raised.raise(await tagEvent(world, repository, { tag, sha, pusher }))
  }
}

type Mover = Readonly<{ world: World; caller: Caller }>

/** Moves refs, and takes in what has moved. */
export async function following(
  { world, caller }: Mover,
  repository: Repository,
  move: () => Promise<unknown>
): Promise<void> {
  const before = await readRefs(repository)
  await move()
  await followPush(world, repository, { caller, before })
}
