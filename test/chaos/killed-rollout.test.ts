/** rollout killed at each of its calls of AWS, and run again: one revision, one deployment, the right parameter. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as ecs from '@aws-sdk/client-ecs'
import { DEDICATED, type Platform } from '../emulator/dataplane/platform.ts'
import { createBalancer, service, startService } from '../emulator/dataplane/service.ts'
import { callJson, signed } from '../emulator/start.ts'
import { type Deployment, killAtEach, openDeployment, type Told } from './deployment.ts'
import type { Moment } from './gateway.ts'
import { nameOfMoment, unnamedIn } from './kill-points.ts'
import { foundOf } from './side-by-side.ts'

const MINUTES = 60_000
const PARAMETER = '/caliber/acme/stg/api-image'

const asked = (operation: string): Moment => ({ operation, at: 'asked' })
/** Whoever dies here leaves all as it was. */
const FIRST = [
  'DescribeServices',
  'DescribeTaskDefinition',
  'ListServiceDeployments',
  'DescribeServiceRevisions',
  'GetParameter',
  'DescribeImages',
  'RegisterTaskDefinition'
]
const LATER = ['DescribeServiceDeployments', 'ListTasks', 'DescribeTasks', 'POST /']
const COURSES: readonly (readonly Moment[])[] = [
  FIRST.map(asked),
  [{ operation: 'RegisterTaskDefinition', at: 'answered' }],
  ...LATER.map((operation) => [asked(operation)]),
  // After ECS was told: the deployment is looked for, and looked at.
  [{ operation: 'ListServiceDeployments', nth: 2, at: 'asked' }],
  ...['UpdateService', 'PutParameter'].flatMap((operation) => [
    [asked(operation)],
    [{ operation, at: 'answered' as const }]
  ])
]
const MOMENTS = COURSES.flat()

type Seen = Readonly<{
  /** How often ECS was told to deploy. */
  updates: number
  revisions: number
  deployments: number
  image: string
  parameter: string
}>

let deployment: Deployment
let told: Told<Seen>

beforeAll(async () => {
  deployment = await openDeployment()
  const { platform } = deployment
  await startService(platform, await createBalancer(platform.aws))
  const inputs = { image: await platform.push('v2'), 'image-parameter': PARAMETER }
  const value = { Name: PARAMETER, Type: 'String', Value: 'nothing yet' }
  await callJson(platform.aws, signed('ssm'), ['AmazonSSM.PutParameter', value])
  told = await killAtEach(deployment, { action: 'rollout', inputs, courses: COURSES, atOnce: 3, look })
}, 20 * MINUTES)

afterAll(() => deployment?.platform.aws.close())

async function look(platform: Platform): Promise<Seen> {
  const { client, aws } = platform
  const { taskDefinitionArns = [] } = await client.send(
    new ecs.ListTaskDefinitionsCommand({ familyPrefix: DEDICATED.service, status: 'ACTIVE' })
  )
  const about = { cluster: DEDICATED.cluster, service: DEDICATED.service }
  const { serviceDeployments = [] } = await client.send(new ecs.ListServiceDeploymentsCommand(about))
  const { taskDefinition = '' } = await service(platform)
  const described = await client.send(new ecs.DescribeTaskDefinitionCommand({ taskDefinition }))
  const reply = await callJson(aws, signed('ssm'), ['AmazonSSM.GetParameter', { Name: PARAMETER }])
  const calls = await aws.journal()
  return {
    updates: calls.filter(({ action }) => action === 'UpdateService').length,
    revisions: taskDefinitionArns.length,
    deployments: serviceDeployments.length,
    image: described.taskDefinition?.containerDefinitions?.[0]?.image ?? '',
    parameter: (JSON.parse(reply.text) as { Parameter: { Value: string } }).Parameter.Value
  }
}

test('every call of a good run is among the moments', () => {
  expect(unnamedIn(told.good, MOMENTS)).toEqual([])
  expect(told.good.length).toBeGreaterThan(FIRST.length + LATER.length)
})

test.each(MOMENTS.map((moment) => [nameOfMoment(moment), moment] as const))(
  'killed at %s',
  (_name, moment) => {
    const { struck, killed, again, seen } = foundOf(told.results, moment)
    expect(killed.code === undefined ? '' : killed.log).toBe('')
    expect(struck).toBe(true)
    expect({ code: again.code, log: again.log }).toMatchObject({ code: 0 })
    expect(again.outputs).toMatchObject({ outcome: 'success', revision: `${DEDICATED.service}:2` })
    expect(seen).toMatchObject({ revisions: 2, deployments: 2, parameter: seen.image })
    expect(seen.image).toMatch(/\/caliber\/api@sha256:[0-9a-f]{64}$/)
    expect(seen.updates).toBeLessThanOrEqual(1)
  }
)
