/** A client comes to be: planned, applied, seeded, migrated, rolled out, its site deployed, and both asked. */
import { expect, test } from '@jest/globals'
import { visit } from '../../../lab/aws/dataplane/visit.ts'
import { readSecrets } from './secrets.ts'
import { MINUTES } from './desk.ts'
import { FLAGS, NAME, REGION, STATE, type Story } from './story.ts'

/** Registers the first chapters; they build on each other. */
export function beginning(story: () => Story): void {
  test(
    'init.sh finds what the commands need, and asks nothing',
    async () => {
      const { code, text } = await story().planning('./scripts/init.sh')
      expect({ code, text }).toMatchObject({ code: 0 })
      expect(text).toContain('States are in caliber-terraform-state in us-east-1 (TERRAFORM_BACKEND_CONFIG).')
    },
    2 * MINUTES
  )

  test(
    'plan.sh shows a client that does not exist yet as a pull request would, and changes nothing',
    async () => {
      const before = await story().aws.resources()
      const { code, text } = await story().planning(`./scripts/plan.sh ${FLAGS} --subdomain acme`)
      expect({ code, text }).toMatchObject({ code: 0 })
      expect(text).toContain('module.postgres[0].aws_db_instance.this')
      expect(text).toMatch(/Plan: \d{3} to create, \d+ outputs change\./)
      const planned = await story().changes()
      expect(planned).toContain('create module.postgres[0].aws_db_instance.this')
      expect(planned.filter((one) => !/^(create|output) /.test(one))).toEqual([])
      expect(await story().aws.resources()).toEqual(before)
    },
    3 * MINUTES
  )

  test(
    'apply.sh shows that plan, and asks for the tenant’s name before it applies it',
    async () => {
      const line = `./scripts/apply.sh ${FLAGS} --subdomain acme`
      const alone = await story().applying(line)
      expect(alone).toMatchObject({ code: 2 })
      expect(alone.text).toContain('Nobody can be asked here')
      const { code, text } = await story().applying(line, ['prod/acme'])
      expect({ code, text }).toMatchObject({ code: 0 })
      expect(text).toContain('The plan that was saved at')
      expect(text).toContain('frontend_url = https://www.acme.hicaliber.net')
    },
    15 * MINUTES
  )

  test('its outputs tell the next steps where to work, under their documented names, and no value of a secret', async () => {
    const told = await story().outputs(STATE)
    expect(Object.values(told).filter(({ sensitive }) => sensitive === true)).toEqual([])
    const secretOf = (name: string): unknown =>
      expect.stringMatching(`^arn:aws:secretsmanager:${REGION}:123456789012:secret:${name}-\\w+$`)
    const plain = Object.fromEntries(Object.entries(told).map(([name, { value }]) => [name, value]))
    expect(plain).toMatchObject({
      documentdb_uri: expect.stringMatching(
        /^mongodb:\/\/acme-prod-dedicated-documentdb\.[^@/]+:27017\/\?tls=true&replicaSet=rs0&readPreference=secondaryPreferred&retryWrites=false$/
      ),
      postgresql_endpoint: expect.stringMatching(/^acme-prod-dedicated-postgres\.[^@/:]+:5432$/),
      api_endpoint: 'acme.hicaliber.net',
      frontend_url: 'https://www.acme.hicaliber.net',
      hosted_zone_id: expect.stringMatching(/^Z/),
      api_lb_dns: expect.stringMatching(/\.elb\.amazonaws\.com$/),
      api_lb_zone_id: expect.stringMatching(/^Z/),
      distribution_id: expect.stringMatching(/^[0-9A-Z]{13,14}$/),
      frontend_bucket: `${NAME}-frontend-123456789012`,
      access_log_bucket: `${NAME}-access-logs-123456789012`,
      cluster_name: NAME,
      service_name: `${NAME}-api`,
      api_desired_count: 2,
      image_parameter: '/caliber/acme/prod/api-image',
      documentdb_master_secret_arn: secretOf('rds!cluster-[\\w-]+'),
      postgresql_master_secret_arn: secretOf('rds!db-[\\w-]+'),
      secret_arns: {
        'django-secret-key': secretOf('caliber/acme/prod/django-secret-key'),
        'django-secret-key-fallbacks': secretOf('caliber/acme/prod/django-secret-key-fallbacks'),
        'docdb-uri': secretOf('caliber/acme/prod/docdb-uri'),
        'postgres-endpoint': secretOf('caliber/acme/prod/postgres-endpoint')
      }
    })
    expect(plain['api_lb_zone_id']).not.toBe(plain['hosted_zone_id'])
  })

  test(
    'secrets are seeded, the database is migrated, tasks start, the site is there, and both are asked',
    async () => {
      const { host, port } = await story().aws.dns()
      for (const line of [
        './scripts/seed-secrets.sh --client Acme --env prod',
        `./scripts/migrate.sh ${FLAGS}`,
        `./scripts/rollout-api.sh ${FLAGS}`,
        `./scripts/deploy-frontend.sh ${FLAGS} --build-dir ../../../build`,
        `./tests/smoke-test.sh --subdomain acme --resolver ${host}:${port} --ca-file ../../../ca.pem`
      ]) {
        const { code, text } = await story().planning(line)
        expect({ line, code, text }).toMatchObject({ code: 0 })
        expect(text).not.toMatch(/^::/m)
      }
      const values = await readSecrets(story().aws, await story().outputs(STATE), {
        client: 'acme',
        env: 'prod',
        region: REGION
      })
      Object.assign(story().values, values)
      expect(Object.values(await story().aws.databases()).flat()).toContain('tenants.0001_initial')
      const edges = await story().aws.edges()
      expect(await visit(edges, 'https://acme.hicaliber.net/version')).toMatchObject({ status: 200 })
      expect((await visit(edges, 'https://www.acme.hicaliber.net/')).text).toContain('<title>Caliber</title>')
    },
    5 * MINUTES
  )
}
