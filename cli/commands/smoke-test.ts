import { basename, dirname, resolve } from 'node:path'
import { DOMAIN } from '../../lib/tenants/tenant.ts'
import type { Command } from '../command.ts'
import { Refusal } from '../failure.ts'
import type { Typed } from '../flags.ts'
import { runStep } from '../step.ts'

/** Asks a tenant's API and site as their users do. */
export const smokeTest: Command = {
  script: 'smoke-test.sh',
  about:
    'Asks the API at <label>.hicaliber.net and the site at www.<label>.hicaliber.net as their users do, and names the layer that is broken. Needs no credentials.',
  required: [],
  optional: ['subdomain', 'domain', 'url', 'resolver', 'ca-file'],
  switches: [{ flags: '--api-only', about: 'leaves the site out, for a tenant without one' }],
  examples: ['smoke-test.sh --subdomain acme', 'smoke-test.sh --subdomain acme --api-only'],
  run: async ({ typed, switches }, ports) => {
    const authority = typed['ca-file'] === undefined ? undefined : resolve(ports.cwd, typed['ca-file'])
    await runStep(
      {
        action: 'smoke',
        workspace: authority === undefined ? ports.cwd : dirname(authority),
        inputs: {
          urls: urlsOf(typed, switches.apiOnly === true).join('\n'),
          resolver: typed.resolver ?? '',
          'ca-file': authority === undefined ? '' : basename(authority)
        },
        shows: 'summary'
      },
      ports
    )
  }
}

/** What is asked: the API at its health path, the site at its page. */
export function urlsOf({ subdomain, domain = DOMAIN, url }: Typed, apiOnly: boolean): readonly string[] {
  if (url !== undefined) {
    if (subdomain === undefined) return url.split(',')
    throw new Refusal('--url and --subdomain both say what to ask. Leave one out.')
  }
  if (subdomain === undefined) throw new Refusal('--subdomain is missing. Give it, as --subdomain acme.')
  const host = `${subdomain}.${domain}`
  return [`https://${host}`, ...(apiOnly ? [] : [`https://www.${host}/`])]
}
