/** Settings of environments, and the teams that may review. */
import type { Environment, EnvironmentRules } from '../records.ts'
import { type Store, userNamed } from '../store.ts'

const MOST_REVIEWERS = 6
/** 30 days. */
const LONGEST_WAIT_MINUTES = 43_200

/** Replaces the environment's rules; throws where GitHub's settings page would not take them. */
export function setEnvironmentRules(environment: Environment, rules: EnvironmentRules): void {
  const { reviewers = [], waitMinutes = 0 } = rules
  if (reviewers.length > MOST_REVIEWERS) {
    throw new Error(
      `The environment ${environment.name} can have ${MOST_REVIEWERS} reviewers, not ${reviewers.length}.`
    )
  }
  if (waitMinutes < 0 || waitMinutes > LONGEST_WAIT_MINUTES) {
    throw new Error(
      `The environment ${environment.name} can wait up to ${LONGEST_WAIT_MINUTES} minutes, not ${waitMinutes}.`
    )
  }
  environment.rules = rules
}

/** Makes the team `org/slug`, or replaces its members. */
export function setTeam(store: Store, name: string, members: readonly string[]): void {
  const [org = '', slug = ''] = name.split('/')
  if (slug === '') throw new Error(`A team is named org/slug, not '${name}'.`)
  const id = store.teams.get(name.toLowerCase())?.id ?? store.nextId()
  const logins = new Set(members.map((login) => login.toLowerCase()))
  store.teams.set(name.toLowerCase(), { id, org: userNamed(store, org), slug, members: logins })
}
