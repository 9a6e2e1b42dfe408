/** SaaS from a laptop, as the documents tell it: what is shared is made once, then a tenant of it comes, is served, and goes. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { visit } from '../../../lab/aws/dataplane/visit.ts'
import { findMarkers } from '../../e2e/markers.ts'
import { type Desk, MINUTES, openDesk } from './desk.ts'
import { readSecrets } from './secrets.ts'

const REGION = 'us-east-1'
const stateOf = (client: string): string => `caliber/${client}/prod/terraform.tfstate`
const SHARED = '--client SaaSShared --plan SaaS --env prod'
const TENANT = '--client NewTenant --plan SaaS --env prod'

let desk: Desk

/** Types lines that must all succeed; resolves with what the last one said. */
async function succeed(...lines: readonly string[]): Promise<string> {
  let last = ''
  for (const line of lines) {
    const { code, text } = await desk.typing(line)
    expect({ line, code, text }).toMatchObject({ code: 0 })
    last = text
  }
  return last
}

beforeAll(async () => {
  desk = await openDesk(REGION, [stateOf('saasshared'), stateOf('newtenant')])
}, 10 * MINUTES)

afterAll(async () => {
  await desk?.[Symbol.asyncDispose]()
})

test(
  'what SaaS tenants share is applied once, and entered into the registry',
  async () => {
    const text = await succeed(
      `./scripts/apply.sh ${SHARED} --subdomain saas-api --region ${REGION} --image ${desk.image} --yes prod/saasshared`
    )
    expect(text).toMatch(/Plan: 1\d\d to create/)
    expect(text).toContain('Entered terraform/tenants/prod/saasshared.tfvars.json')
  },
  10 * MINUTES
)

test(
  'its API is seeded, migrated and rolled out for all of them',
  async () => {
    await succeed(
      './scripts/seed-secrets.sh --client SaaSShared --env prod',
      `./scripts/migrate.sh ${SHARED}`,
      `./scripts/rollout-api.sh ${SHARED}`
    )
    expect(Object.values(await desk.aws.databases()).flat()).toContain('tenants.0001_initial')
  },
  5 * MINUTES
)

test(
  'a tenant of it is made with the four flags from its outputs, and entered into the registry',
  async () => {
    const told = await desk.outputs(stateOf('saasshared'))
    const flags = Object.entries({
      'saas-docdb-uri': 'documentdb_uri',
      'saas-rds-endpoint': 'postgresql_endpoint',
      'saas-api-lb-dns': 'api_lb_dns',
      'saas-api-lb-zone': 'api_lb_zone_id'
    }).map(([flag, output]) => `--${flag} '${String(told[output]?.value)}'`)
    const text = await succeed(
      `./scripts/apply.sh ${TENANT} --subdomain customer1 --region ${REGION} ${flags.join(' ')} --yes prod/newtenant`
    )
    expect(text).toContain('Entered terraform/tenants/prod/newtenant.tfvars.json')
    const entered = await desk.laptop.read('terraform/tenants/prod/newtenant.tfvars.json')
    expect(JSON.parse(entered)).toMatchObject({
      client: 'NewTenant',
      saas_api_lb_zone: told['api_lb_zone_id']?.value
    })
  },
  5 * MINUTES
)

test(
  'what it has for itself is seeded and deployed, and both of its hosts answer',
  async () => {
    const { host, port } = await desk.aws.dns()
    await succeed(
      './scripts/seed-secrets.sh --client NewTenant --env prod',
      `./scripts/deploy-frontend.sh ${TENANT} --build-dir ../../../build`,
      `./tests/smoke-test.sh --subdomain customer1 --resolver ${host}:${port} --ca-file ../../../ca.pem`
    )
    const edges = await desk.aws.edges()
    expect(await visit(edges, 'https://customer1.hicaliber.net/version')).toMatchObject({ status: 200 })
    expect((await visit(edges, 'https://www.customer1.hicaliber.net/')).text).toContain(
      '<title>Caliber</title>'
    )
  },
  5 * MINUTES
)

test(
  'a rollout and a migration for it are everybody’s, and not gone on with',
  async () => {
    const declined = await desk.typing(`./scripts/rollout-api.sh ${TENANT}`, { answers: ['no'] })
    expect(declined).toMatchObject({ code: 1 })
    expect(declined.text).toContain('so a rollout for it is one for all')
    const refused = await desk.typing(`./scripts/migrate.sh ${TENANT}`)
    expect(refused).toMatchObject({ code: 2 })
    expect(refused.text).toContain(
      'newtenant is served by saasshared-prod-saas, so a migration for it is one for all'
    )
  },
  3 * MINUTES
)

test(
  'no password and no seeded value was in a plan, a state, or anything that was said',
  async () => {
    const told = await desk.outputs(stateOf('saasshared'))
    const of = (client: string) => readSecrets(desk.aws, told, { client, env: 'prod', region: REGION })
    const [shared, own] = [await of('saasshared'), await of('newtenant')]
    const values = { ...shared, own: own['django'] ?? '' }
    expect(Object.values(values).every((value) => value.length > 12)).toBe(true)
    expect(Object.keys(desk.seen).length).toBeGreaterThan(12)
    expect(findMarkers(desk.seen, values)).toEqual([])
  },
  MINUTES
)

test(
  'its end lifts the protection first, and asks before each of the two; what is shared refuses to go before it',
  async () => {
    const first = await desk.typing(
      `./scripts/destroy.sh ${SHARED} --subdomain saas-api --force --without-backups --yes prod/saasshared`
    )
    expect(first.code).not.toBe(0)
    expect(first.text).toContain('prod/newtenant')
    const line = `./scripts/destroy.sh ${TENANT} --subdomain customer1 --force --without-backups`
    const ended = await desk.typing(line, { answers: ['prod/newtenant', 'prod/newtenant'] })
    expect(ended).toMatchObject({ code: 0 })
    expect(ended.text).toContain('Lift the protection?')
    expect(ended.text).toContain('Destroy?')
  },
  5 * MINUTES
)
