/** What every part of the lab's GitHub holds: the store, where things are, and git. */
import type { Git } from './git/git.ts'
import { gitIn } from './git/git.ts'
import type { Raised } from './raised.ts'
import type { Repository } from './records.ts'
import type { Store } from './store.ts'

/** Base addresses, without a slash at the end. */
export type Urls = Readonly<{ api: string; server: string; graphql: string; issuer: string }>

export type World = Readonly<{
  store: Store
  urls: Urls
  /** Bare repositories, laid out trees. */
  folder: string
  raised: Raised
}>

/** Git on the repository's bare folder. */
export function gitOf(repository: Repository): Git {
  const git = gits.get(repository) ?? gitIn(repository.gitFolder)
  gits.set(repository, git)
  return git
}

/** One for each repository, by which its answers are remembered. */
const gits = new WeakMap<Repository, Git>()
