/**
 * SaaS from a laptop: a tenant comes and goes, on a copy. What its SaaSShared would be is planned and no more: what stands for
 * it is another client's, so the copy has no service that a migration or a rollout could reach.
 */
import { expect, test } from '@jest/globals'
import type { Said } from './laptop.ts'
import { copyWithShared } from './saas-shared.ts'
import { MINUTES, REGION, type Story } from './story.ts'

type Typed = (line: string, answers?: readonly string[]) => Promise<Said>

/** What a tenant has for itself is seeded and deployed; a rollout is everybody's, and not gone on with. */
async function serve(typed: Typed): Promise<void> {
  const tenant = '--client NewTenant --plan SaaS --env prod'
  const seeded = await typed('./scripts/seed-secrets.sh --client NewTenant --env prod')
  expect(seeded).toMatchObject({ code: 0 })
  const deployed = await typed(`./scripts/deploy-frontend.sh ${tenant} --build-dir ../../../build`)
  expect(deployed).toMatchObject({ code: 0 })
  const declined = await typed(`./scripts/rollout-api.sh ${tenant}`, ['no'])
  expect(declined).toMatchObject({ code: 1 })
  expect(declined.text).toContain('so a rollout for it is one for all')
}

/** Registers the chapter. */
export function sharing(story: () => Story): void {
  test(
    'what is shared by SaaS tenants is planned, and a tenant of it is made with the four flags, and ended',
    async () => {
      await using copy = await copyWithShared(story().aws, await story().outputs(), REGION)
      const { shared } = copy
      const typed: Typed = (line, answers) =>
        story().typing(line, { on: copy.aws, ...(answers === undefined ? {} : { answers }) })
      const planned = await typed(
        `./scripts/plan.sh --client SaaSShared --plan SaaS --env prod --subdomain saas-api --region ${REGION} --image registry.example/caliber/api:1.4.2`
      )
      expect(planned).toMatchObject({ code: 0 })
      expect(planned.text).toMatch(/Plan: 1\d\d to create/)
      await story().laptop.write(
        'terraform/tenants/prod/saasshared.tfvars.json',
        JSON.stringify(shared.tenant)
      )
      const flags = '--client NewTenant --plan SaaS --env prod --subdomain customer1'
      const made = await typed(
        `./scripts/apply.sh ${flags} --region ${REGION} --saas-docdb-uri '${shared.uri}' --saas-rds-endpoint ${shared.endpoint} --saas-api-lb-dns ${shared.dns} --saas-api-lb-zone ${shared.zone} --yes prod/newtenant`
      )
      expect(made).toMatchObject({ code: 0 })
      expect(made.text).toContain('Entered terraform/tenants/prod/newtenant.tfvars.json')
      expect(
        JSON.parse(await story().laptop.read('terraform/tenants/prod/newtenant.tfvars.json'))
      ).toMatchObject({
        client: 'NewTenant',
        saas_api_lb_zone: shared.zone
      })
      await serve(typed)
      const refused = await typed('./scripts/migrate.sh --client NewTenant --plan SaaS --env prod')
      expect(refused).toMatchObject({ code: 2 })
      expect(refused.text).toContain(
        'newtenant is served by saasshared-prod-saas, so a migration for it is one for all'
      )
      const ended = await typed(`./scripts/destroy.sh ${flags} --force --without-backups`, [
        'prod/newtenant',
        'prod/newtenant'
      ])
      expect(ended).toMatchObject({ code: 0 })
      expect(ended.text).toContain('Lift the protection?')
    },
    10 * MINUTES
  )
}
