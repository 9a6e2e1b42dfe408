import { expect, test } from '@jest/globals'
import * as ecs from '@aws-sdk/client-ecs'
import { seeded } from '../../seeds/seeded.ts'
import { rootCredentials } from '../../../lab/aws/aws.ts'
import { visit } from '../../../lab/aws/dataplane/visit.ts'
import { until } from './platform.ts'

test('stack', async () => {
  const aws = await seeded('caliber')
  try {
  const region = 'eu-central-1'
  const all = await aws.resources()
  process.stderr.write(JSON.stringify(all.filter((r) => ['ecs', 'elbv2', 'cloudfront', 'secretsmanager', 'ecr'].includes(r.service)), null, 1) + '\n')
  const edges = await aws.edges()
  process.stderr.write(JSON.stringify(edges.hosts, null, 1) + '\n')
  const cluster = all.find((r) => r.service === 'ecs' && r.type === 'cluster')
  const client = new ecs.ECSClient({ endpoint: aws.url, region: cluster?.region ?? region, credentials: rootCredentials, maxAttempts: 1 })
  const service = all.find((r) => r.service === 'ecs' && r.type === 'service')
  const described = await client.send(new ecs.DescribeServicesCommand({ cluster: cluster?.name, services: [service?.name ?? ''] }))
  const td = await client.send(new ecs.DescribeTaskDefinitionCommand({ taskDefinition: described.services?.[0]?.taskDefinition }))
  process.stderr.write(JSON.stringify(td.taskDefinition, null, 1) + '\n')
  const def = td.taskDefinition
  const image = def?.containerDefinitions?.[0]?.image ?? ''
  process.stderr.write(image + '\n')
  const repository = image.split('/').slice(1).join('/').split(/[:@]/)[0] ?? 'api'
  const put = await aws.putImage({ repository, tag: 'v1', region: cluster?.region ?? region })
  const registered = await client.send(new ecs.RegisterTaskDefinitionCommand({ family: def?.family, networkMode: def?.networkMode, cpu: def?.cpu, memory: def?.memory, requiresCompatibilities: ['FARGATE'], executionRoleArn: def?.executionRoleArn, taskRoleArn: def?.taskRoleArn, volumes: def?.volumes, containerDefinitions: [{ ...def?.containerDefinitions?.[0], image: `${put.uri}@${put.digest}` }] }))
  await client.send(new ecs.UpdateServiceCommand({ cluster: cluster?.name, service: service?.name, desiredCount: 2, taskDefinition: registered.taskDefinition?.taskDefinitionArn }))
  const t0 = performance.now()
  const state = await until('x', async () => {
    const d = await client.send(new ecs.DescribeServicesCommand({ cluster: cluster?.name, services: [service?.name ?? ''] }))
    const s = d.services?.[0]
    if (s?.deployments?.length === 1 && s.deployments[0]?.rolloutState === 'COMPLETED' && s.runningCount === 2) return s
    if (s?.deployments?.some((x) => x.rolloutState === 'FAILED')) return s
    return undefined
  }).catch(async (e: unknown) => {
    const d = await client.send(new ecs.DescribeServicesCommand({ cluster: cluster?.name, services: [service?.name ?? ''] }))
    process.stderr.write(String(e)); return d.services?.[0]
  })
  process.stderr.write(`${performance.now() - t0}\n` + JSON.stringify(state?.events?.map((e) => e.message), null, 1) + '\n')
  process.stderr.write(JSON.stringify(state?.deployments, null, 1) + '\n')
  for (const host of Object.keys(edges.hosts)) {
    for (const scheme of ['http', 'https'])
      process.stderr.write(`${scheme}://${host} ` + JSON.stringify(await visit(edges, `${scheme}://${host}/healthz`).then(({ status, headers, text }) => ({ status, headers, text: text.slice(0, 200) }), String)) + '\n')
  }
  process.stderr.write(JSON.stringify(await aws.defects()) + '\n')
  } finally { await aws.close().catch((e: unknown) => process.stderr.write(String(e))) }
  expect(1).toBe(1)
}, 900000)
