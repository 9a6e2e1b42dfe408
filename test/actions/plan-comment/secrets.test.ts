import { expect, test } from '@jest/globals'
import { newWorld, planOf, runJob } from '../../fakes/terraform-plan-world.ts'

const SEALED = { 'seal-key': Buffer.alloc(32, 5).toString('base64') }
const MARKER = 'marker-0123456789'

test('a planted secret occurs in nothing that leaves the job but the sealed plan', async () => {
  const world = newWorld()
  const json = planOf('y', {
    variables: { pw: { value: MARKER } },
    configuration: { root_module: { variables: { pw: { sensitive: true } } } },
    resource_changes: [
      {
        address: 'aws_ecs_task_definition.t',
        mode: 'managed',
        type: 'aws_ecs_task_definition',
        name: 't',
        change: {
          actions: ['create'],
          before: null,
          after: {
            definitions: JSON.stringify([{ environment: [{ name: 'DB_PASSWORD', value: `${MARKER}-env` }] }]),
            url: `postgres://u:${MARKER}-uri@db/x`,
            lost: `prefix ${MARKER} suffix`,
            marked: `${MARKER}-marked`
          },
          after_sensitive: { marked: true }
        }
      }
    ]
  })
  const { report, lines, reports } = await runJob(world, { terraform: { json } }, SEALED)
  const left = [
    report,
    lines,
    [...reports],
    [...world.comments],
    [...world.records],
    world.artifacts.filter(({ name }) => name.includes('fragment'))
  ]
  expect(JSON.stringify(left)).not.toContain(MARKER)
  expect(report.outputs['has-changes']).toBe('true')
})

test('a secret in what Terraform says of a failure is not passed on', async () => {
  const world = newWorld()
  const message = `connecting to postgres://u:${MARKER}@db failed`
  const { report, lines } = await runJob(world, {
    terraform: { plan: { kind: 'failed', message, diagnostics: [] } }
  })
  expect(JSON.stringify([report, lines, [...world.comments], world.artifacts])).not.toContain(MARKER)
})
