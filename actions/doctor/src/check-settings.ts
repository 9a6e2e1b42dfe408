import { type Finding, judge } from './finding.ts'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observed.ts'

/** Whether the variables and secrets that the workflows read are set; their values are shown nowhere. */
export function checkSettings(inputs: Inputs, observed: Observed): readonly Finding[] {
  const name = `${observed.repository.owner}/${observed.repository.name}`
  const variables = inputs.variables.flatMap((variable) => {
    const subject = { check: 'variable', area: 'settings', about: variable } as const
    return judge(subject, observed.variables, (values): readonly Finding[] =>
      (values[variable] ?? '') === ''
        ? [
            {
              ...subject,
              verdict: 'fails',
              says: 'the repository variable is not set, and workflows read it',
              fix: {
                say: "The bootstrap stack's output 'variables' has its value (terraform -chdir=terraform/stacks/bootstrap output variables).",
                run: `gh variable set ${variable} --repo ${name}`
              }
            }
          ]
        : [{ ...subject, verdict: 'good', says: 'the variable is set' }]
    )
  })
  const secrets = inputs.secrets.flatMap((secret) => {
    const subject = { check: 'secret', area: 'settings', about: secret } as const
    return judge(subject, observed.secrets, (known): readonly Finding[] =>
      known[secret] === true
        ? [{ ...subject, verdict: 'good', says: 'the secret is set' }]
        : [
            {
              ...subject,
              verdict: 'fails',
              says: 'the secret is not set, and workflows read it',
              fix: {
                say: 'Set it; a plan is sealed with 32 random bytes.',
                run: `openssl rand -base64 32 | gh secret set ${secret} --repo ${name}`
              }
            }
          ]
    )
  })
  return [...variables, ...secrets]
}
