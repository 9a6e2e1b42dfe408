/** A client in production ends: refused first, changed, and destroyed with a word more. */
import { expect, test } from '@jest/globals'
import type { AwsResource } from '../../../lab/aws/aws.ts'
import { readObject } from '../../e2e/bucket.ts'
import { tryDeletions } from '../../terraform/caliber/protections.ts'
import { CHANGE, CHANGED } from './production.ts'
import { MINUTES } from './desk.ts'
import { FILE, FLAGS, NAME, REGION, STATE, type Story } from './story.ts'

/** Registers the last chapters; they build on each other. */
export function ending(story: () => Story): void {
  test(
    'the end of a client in production is refused: without --force, by Terraform, and by AWS behind that',
    async () => {
      const before = await story().aws.resources()
      const line = `./scripts/destroy.sh ${FLAGS} --subdomain acme`
      const refused = await story().applying(line, [])
      expect(refused).toMatchObject({ code: 2 })
      expect(refused.text).toContain('--force is missing: prod/acme is in prod')
      // The folder is still pointed at the client's state.
      const past = await story().laptop.terraform(
        await story().sessions.apply(),
        'destroy',
        '-auto-approve',
        '-no-color',
        '-refresh=false',
        '-var-file=../../tenants/prod/acme.tfvars.json'
      )
      expect(past.code).toBe(1)
      expect(past.text).toContain(
        'Deletion protection is on: apply overrides = { deletion_protection = false } first.'
      )
      expect(await tryDeletions(story().aws, { name: NAME, region: REGION })).toEqual({
        postgres: 'InvalidParameterCombination',
        documentdb: 'InvalidParameterCombination',
        balancer: 'OperationNotPermitted'
      })
      expect(await story().aws.resources()).toEqual(before)
    },
    5 * MINUTES
  )

  test(
    'a change of its file is planned as just that, so nothing else was left to do; it is applied, and settles',
    async () => {
      await story().laptop.write(
        FILE,
        JSON.stringify({ ...JSON.parse(await story().laptop.read(FILE)), ...CHANGE })
      )
      await story().planning(`./scripts/plan.sh ${FLAGS} --subdomain acme`)
      // The refused destruction took the state's outputs along, as Terraform does; the next apply writes them again.
      expect((await story().changes()).filter((one) => !one.startsWith('output '))).toEqual(CHANGED)
      const applied = await story().applying(`./scripts/apply.sh ${FLAGS} --subdomain acme --yes prod/acme`)
      expect(applied).toMatchObject({ code: 0 })
      const settled = await story().planning(`./scripts/plan.sh ${FLAGS} --subdomain acme`)
      expect(settled.text).toContain('Plan: no changes.')
      expect(await story().changes()).toEqual([])
    },
    10 * MINUTES
  )

  test(
    'destroy.sh looks at what would be lost, shows the plan, and leaves only what is kept on purpose',
    async () => {
      const line = `./scripts/destroy.sh ${FLAGS} --subdomain acme --force`
      const { code, text } = await story().applying(`${line} --yes prod/acme`)
      expect({ code, text }).toMatchObject({ code: 0 })
      expect(text).toContain('This plan destroys objects that hold data:')
      expect(JSON.parse((await readObject(story().aws, STATE)) ?? '{}')).toMatchObject({ resources: [] })

      const known = new Set(story().foundation.map(({ id }) => id))
      const left = (await story().aws.resources()).filter(({ id }) => !known.has(id))
      expect(left.filter((one) => !isKept(one))).toEqual([])
    },
    10 * MINUTES
  )
}

/** Revisions are for rollbacks, final snapshots for regret, secrets and key for the end of their windows, reservations for hands. */
function isKept({ service, type, name }: AwsResource): boolean {
  if (service === 'ecs') return type === 'task-definition' || type === 'task'
  if (service === 'secretsmanager') return name.startsWith('caliber/acme/prod/')
  if (type.includes('snapshot')) return name.startsWith(NAME)
  return service === 'kms' || name.startsWith('/caliber-registry/')
}
