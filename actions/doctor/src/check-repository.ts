import { pinOf, prefixesOf } from './expected-trust.ts'
import { type Finding, judge } from './finding.ts'
import type { Inputs } from './inputs.ts'
import type { Call, Observed } from './observed.ts'

/** The form of the repository's OIDC subjects, what a real token says, and which commits of the suite it calls. */
export function checkRepository(inputs: Inputs, observed: Observed): readonly Finding[] {
  return [...checkSubject(observed), ...checkClaims(observed), ...checkCalls(inputs, observed)]
}

const about = ({ repository }: Observed): string => `${repository.owner}/${repository.name}`

function checkSubject(observed: Observed): readonly Finding[] {
  const subject = { check: 'oidc-subject', area: 'repository', about: about(observed) } as const
  return judge(subject, observed.subject, (format) => {
    if (format === undefined)
      return [
        {
          ...subject,
          verdict: 'unchecked',
          says: 'not checked: needs a GitHub that has the setting of OIDC subjects'
        }
      ]
    if (format.claimKeys !== undefined) return [customSubject(observed, format.claimKeys)]
    const { current } = prefixesOf(observed)
    if (format.prefix !== undefined && format.prefix !== current)
      return [
        {
          ...subject,
          verdict: 'fails',
          says: `GitHub begins subjects with '${format.prefix}', and names and ids of the repository make '${current}'`,
          fix: {
            say: "Write the owner, name and ids that GitHub shows into the bootstrap stack's 'trusted_callers'.",
            run: `gh api repos/${about(observed)} --jq '{owner: .owner.login, owner_id: .owner.id, repository: .name, repository_id: .id}'`
          }
        }
      ]
    const form = format.immutable === true ? 'with ids' : 'with names'
    return [{ ...subject, verdict: 'good', says: `OIDC subjects begin with '${current}' (the form ${form})` }]
  })
}

const customSubject = (observed: Observed, keys: readonly string[]): Finding => ({
  check: 'oidc-subject',
  area: 'repository',
  about: about(observed),
  verdict: 'fails',
  says: `OIDC subjects are made of ${keys.join(', ')}, which no trust policy of the bootstrap stack names`,
  fix: {
    say: 'Let GitHub form the subjects as it does by default.',
    run: `gh api --method PUT repos/${about(observed)}/actions/oidc/customization/sub -F use_default=true`
  }
})

/** Claims that are the same in every token of the repository. */
function checkClaims(observed: Observed): readonly Finding[] {
  const subject = { check: 'oidc-token', area: 'repository', about: about(observed) } as const
  return judge(subject, observed.claims, (claims) => {
    const { current } = prefixesOf(observed)
    const sub = claims['sub'] ?? ''
    const id = claims['repository_id'] ?? ''
    // A job's token is of the repository that it runs in, which need not be the one looked at.
    if (id !== observed.repository.id) return []
    if (!sub.startsWith(`${current}:`))
      return [
        {
          ...subject,
          verdict: 'fails',
          says: `this job's token has the subject '${sub}', which does not begin with '${current}:'`,
          fix: {
            say: "Compare it with the repository's OIDC setting: a rename or transfer changes the form. Then apply the bootstrap stack with the names and ids of today."
          }
        }
      ]
    return [
      {
        ...subject,
        verdict: 'good',
        says: `this job's token has the subject '${sub}' and comes from '${claims['job_workflow_ref'] ?? ''}'`
      }
    ]
  })
}

function checkCalls({ suite }: Inputs, observed: Observed): readonly Finding[] {
  const subject = { check: 'suite-pins', area: 'repository', about: about(observed) } as const
  return judge(subject, observed.calls, (calls) => {
    if (calls.length === 0)
      return [
        {
          ...subject,
          verdict: 'advice',
          says: `no workflow on main calls ${suite}: which commits the roles should trust is not known`,
          fix: { say: "Name them in 'suite-commits', or call the suite's workflows first." }
        }
      ]
    const loose = calls.filter((call) => pinOf(call, observed) === undefined)
    if (loose.length > 0) return loose.map((call) => unpinned(call, suite))
    const pins = [...new Set(calls.map((call) => pinOf(call, observed)))]
    return [
      {
        ...subject,
        verdict: 'good',
        says: `workflows on main call ${suite} at ${pins.map((pin) => `'${pin}'`).join(', ')}`
      }
    ]
  })
}

const unpinned = ({ file, workflow, ref }: Call, suite: string): Finding => ({
  check: 'suite-pins',
  area: 'repository',
  about: file,
  verdict: 'fails',
  says: `${workflow} is called at '${ref}', and the roles trust commits only`,
  fix: {
    say: `Pin the commit behind it in ${file}, and keep the name as a comment.`,
    run: `gh api repos/${suite}/commits/${ref} --jq .sha`
  }
})
