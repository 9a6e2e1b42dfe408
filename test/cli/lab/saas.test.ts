/**
 * SaaS from a laptop: what is shared is planned, and a tenant comes and goes. What its SaaSShared would be is planned and no
 * more: what stands for it is another client's, so there is no service that a migration or a rollout could reach.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { findMarkers } from '../../e2e/markers.ts'
import { type Desk, MINUTES, openDesk } from './desk.ts'
import { publishShared, type Shared } from './saas-shared.ts'
import { readSecrets } from './secrets.ts'

const STATE = 'caliber/newtenant/prod/terraform.tfstate'
const LENDER = 'caliber/acme/stg/terraform.tfstate'
const REGION = 'us-east-1'
const TENANT = '--client NewTenant --plan SaaS --env prod'

let desk: Desk
let shared: Shared

beforeAll(async () => {
  desk = await openDesk('caliber', STATE)
  shared = await publishShared(desk.aws, await desk.outputs(LENDER), REGION)
}, 10 * MINUTES)

afterAll(async () => {
  await desk?.[Symbol.asyncDispose]()
})

test(
  'what is shared by SaaS tenants is planned',
  async () => {
    const planned = await desk.typing(
      `./scripts/plan.sh --client SaaSShared --plan SaaS --env prod --subdomain saas-api --region ${REGION} --image ${shared.tenant.image}`
    )
    expect(planned).toMatchObject({ code: 0 })
    expect(planned.text).toMatch(/Plan: 1\d\d to create/)
    await desk.laptop.write('terraform/tenants/prod/saasshared.tfvars.json', JSON.stringify(shared.tenant))
  },
  3 * MINUTES
)

test(
  'a tenant of it is made with the four flags, and entered into the registry',
  async () => {
    const made = await desk.typing(
      `./scripts/apply.sh ${TENANT} --subdomain customer1 --region ${REGION} --saas-docdb-uri '${shared.uri}' --saas-rds-endpoint ${shared.endpoint} --saas-api-lb-dns ${shared.dns} --saas-api-lb-zone ${shared.zone} --yes prod/newtenant`
    )
    expect(made).toMatchObject({ code: 0 })
    expect(made.text).toContain('Entered terraform/tenants/prod/newtenant.tfvars.json')
    const entered = await desk.laptop.read('terraform/tenants/prod/newtenant.tfvars.json')
    expect(JSON.parse(entered)).toMatchObject({ client: 'NewTenant', saas_api_lb_zone: shared.zone })
  },
  5 * MINUTES
)

test(
  'what it has for itself is seeded and deployed; a rollout and a migration are everybody’s, and not gone on with',
  async () => {
    const seeded = await desk.typing('./scripts/seed-secrets.sh --client NewTenant --env prod')
    expect(seeded).toMatchObject({ code: 0 })
    const deployed = await desk.typing(`./scripts/deploy-frontend.sh ${TENANT} --build-dir ../../../build`)
    expect(deployed).toMatchObject({ code: 0 })
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
    const values = await readSecrets(desk.aws, await desk.outputs(LENDER), {
      client: 'newtenant',
      env: 'prod',
      region: REGION
    })
    expect(Object.values(values).every((value) => value.length > 12)).toBe(true)
    expect(Object.keys(desk.seen).length).toBeGreaterThan(8)
    expect(findMarkers(desk.seen, values)).toEqual([])
  },
  MINUTES
)

test(
  'its end lifts the protection first, and asks before each of the two',
  async () => {
    const line = `./scripts/destroy.sh ${TENANT} --subdomain customer1 --force --without-backups`
    const ended = await desk.typing(line, { answers: ['prod/newtenant', 'prod/newtenant'] })
    expect(ended).toMatchObject({ code: 0 })
    expect(ended.text).toContain('Lift the protection?')
    expect(ended.text).toContain('Destroy?')
  },
  5 * MINUTES
)
