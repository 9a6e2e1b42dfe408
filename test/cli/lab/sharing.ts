/** SaaS from a laptop: what is shared is planned, and a tenant of it comes and goes. */
import { expect, test } from '@jest/globals'
import { copyWithShared } from './saas-shared.ts'
import { MINUTES, REGION, type Story } from './story.ts'

/** Registers the chapter, which works on a copy. */
export function sharing(story: () => Story): void {
  test(
    'what is shared by SaaS tenants is planned, and a tenant of it is made with the four flags, and ended',
    async () => {
      await using copy = await copyWithShared(story().aws, await story().outputs(), REGION)
      const { shared } = copy
      const typed = (line: string, answers?: readonly string[]) =>
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
