import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Aws } from '../../../lab/aws/aws.ts'
import type { Edges } from '../../../lab/aws/dataplane/api.ts'
import { parseFault } from '../../../lab/faults/parse-fault.ts'
import { visit } from '../../../lab/aws/dataplane/visit.ts'
import { addAlias, issueCertificate } from './certificate.ts'
import { enter, leave, startPlatform, until, untilStatus, type Platform } from './platform.ts'
import {
  createBalancer,
  createListener,
  createService,
  service,
  startService,
  targetHealth,
  untilRollout,
  update
} from './service.ts'

const host = 'http://api.acme.test'
let seeded: Aws
let platform: Platform
let group: string
let edges: Edges

beforeAll(async () => {
  seeded = await startPlatform()
  group = await createBalancer(seeded)
})
afterAll(() => seeded?.close())
beforeEach(async () => {
  platform = await enter(await seeded.fork())
  edges = await platform.aws.edges()
})
afterEach(() => leave(platform?.aws))

type Seen = Readonly<{ host: string; headers: Readonly<Record<string, string>>; pid: number }>

test('a host reaches healthy tasks, in turn, with its own name and where it came from', async () => {
  await startService(platform, group)
  const visits = await Promise.all([1, 2, 3, 4].map(() => visit(edges, `${host}/`)))
  const seen = visits.map(({ text }) => JSON.parse(text) as Seen)
  expect(new Set(seen.map(({ pid }) => pid)).size).toBe(2)
  expect(seen[0]?.host).toBe('api.acme.test')
  expect(seen[0]?.headers).toMatchObject({
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-proto': 'http',
    'x-forwarded-port': '80'
  })
  expect(seen[0]?.headers['x-amzn-trace-id']).toMatch(/^Root=1-/)
})

test('a name that public DNS gives to a load balancer is reached through it', async () => {
  const zone = await platform.aws.createHostedZone('acme.test')
  const name = Object.keys(edges.hosts).find((one) => one.endsWith('.elb.amazonaws.com')) ?? ''
  await addAlias(platform.aws, zone, ['status.acme.test', `dualstack.${name}`])
  expect((await platform.aws.edges()).hosts['status.acme.test']).toEqual(edges.hosts[name])
})

test('a host that no rule knows gets the default action', async () => {
  const { port } = { port: edges.hosts['api.acme.test']?.ports['80'] }
  const answer = await fetch(`http://127.0.0.1:${port}/`)
  expect([answer.status, await answer.text()]).toEqual([404, 'Not found'])
})

test('a visitor meets a fault by the host and the path, and AWS’s own calls do not', async () => {
  const wanted = ['1:fail=502', '2:throttle=3', '3:cut', '4:cut=body', '5:wrong=other']
  await platform.aws.setFaults(
    wanted.map((fault) => parseFault(`aws:GET http://api.acme.test/version:${fault}`))
  )
  const ask = () => visit(edges, `${host}/version`)
  expect((await visit(edges, `${host}/other`)).status).toBe(503)
  expect((await ask()).status).toBe(502)
  expect(await ask()).toMatchObject({ status: 429, headers: { 'retry-after': '3' } })
  await expect(ask()).rejects.toThrow('hang up')
  await expect(ask()).rejects.toThrow('aborted')
  expect(await ask()).toMatchObject({ status: 503, text: 'other' })
  expect((await ask()).text).not.toBe('other')
})

test('a request during a rollout never fails', async () => {
  await startService(platform, group)
  const done = update(platform, {
    taskDefinition: await platform.define(await platform.push('v2', { drain: 5 }))
  })
  const statuses = new Set<number>()
  const versions = new Set<unknown>()
  await done
  await until('it is deployed', async () => {
    const { status, headers } = await visit(edges, `${host}/version`)
    statuses.add(status)
    versions.add(headers['x-app-version'])
    const [primary, ...others] = (await service(platform)).deployments ?? []
    return primary?.rolloutState === 'COMPLETED' && others.length === 0
  })
  expect(statuses).toEqual(new Set([200]))
  expect(versions).toEqual(new Set(['v1', 'v2']))
})

test('a task is told to end when it has answered what was sent to it, however busy the machine is', async () => {
  const container = { stopTimeout: 2 }
  const taskDefinition = await platform.define(await platform.push('v1'), { container })
  await startService(platform, group, { taskDefinition, desiredCount: 1 })
  const [running] = await platform.aws.containers()
  const pid = running?.pid ?? 0
  process.kill(pid, 'SIGSTOP')
  await platform.aws.setClock({ durations: { scheduling: 60 } })
  const asked = visit(edges, `${host}/version`)
  await update(platform, { desiredCount: 0 })
  await until('it has drained', async () => (await targetHealth(platform.aws, group)).length === 0)
  // Another task takes twelve times as long to run as this one has to end.
  await untilStatus(platform, await platform.run({ taskDefinition }), 'RUNNING')
  process.kill(pid, 'SIGCONT')
  expect((await asked).status).toBe(200)
  await until('it has ended', async () => (await platform.aws.containers()).every((one) => one.pid !== pid))
})

test('503 without targets, 502 from one that is gone, 504 from one that takes too long', async () => {
  expect(await visit(edges, `${host}/`)).toMatchObject({ status: 503, headers: { server: 'awselb/2.0' } })
  // The task goes on without its application, so that the target stays one.
  const others = [{ name: 'keeper', image: 'docker.io/library/busybox:1', essential: true }]
  const definition = { container: { essential: false }, others }
  const taskDefinition = await platform.define(await platform.push('v1'), definition)
  await startService(platform, group, { taskDefinition, desiredCount: 1 })
  expect((await visit(edges, `${host}/?seconds=61`)).status).toBe(504)
  await platform.aws.setClock({ speed: 1 })
  const [container] = await platform.aws.containers()
  process.kill(container?.pid ?? 0, 'SIGKILL')
  await until('it is noticed', async () => (await visit(edges, `${host}/`)).status === 502)
})

test('targets are told by state and reason', async () => {
  const states = new Set<string>()
  const slow = await platform.push('v1', { startDelay: 20, unhealthyAfter: 60 })
  await createService(platform, {
    taskDefinition: await platform.define(slow),
    desiredCount: 1,
    loadBalancers: [{ targetGroupArn: group, containerName: 'api', containerPort: 8000 }],
    healthCheckGracePeriodSeconds: 3600
  })
  await until('everything was seen', async () => {
    for (const state of await targetHealth(platform.aws, group)) states.add(state)
    return [...states].some((state) => state.includes('ResponseCodeMismatch'))
  })
  expect([...states]).toEqual(
    expect.arrayContaining([
      'healthy',
      'unhealthy | Target.ResponseCodeMismatch | Health checks failed with these codes: [503]'
    ])
  )
  expect(
    [...states].some((state) => state.startsWith('initial | Elb.') || state.includes('FailedHealthChecks'))
  ).toBe(true)
  expect((await visit(edges, `${host}/`)).status).toBe(200)
})

test('https is answered with the certificate’s names by the lab’s CA, and http is sent there', async () => {
  const redirect = {
    'DefaultActions.member.1.Type': 'redirect',
    'DefaultActions.member.1.RedirectConfig.Protocol': 'HTTPS',
    'DefaultActions.member.1.RedirectConfig.Port': '443',
    'DefaultActions.member.1.RedirectConfig.StatusCode': 'HTTP_301'
  }
  await createListener(platform.aws, { Protocol: 'HTTP', Port: '8080', ...redirect })
  await createListener(platform.aws, {
    Protocol: 'HTTPS',
    Port: '443',
    'Certificates.member.1.CertificateArn': await issueCertificate(platform.aws, 'api.acme.test'),
    'DefaultActions.member.1.Type': 'forward',
    'DefaultActions.member.1.TargetGroupArn': group
  })
  await startService(platform, group, { desiredCount: 1 })
  const found = await platform.aws.edges()
  expect(await visit(found, `${host}:8080/a?b=c`)).toMatchObject({
    status: 301,
    headers: { location: 'https://api.acme.test:443/a?b=c' }
  })
  const { text } = await visit(found, 'https://api.acme.test/')
  expect((JSON.parse(text) as Seen).headers).toMatchObject({
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '443'
  })
  const others = { ...found, hosts: { 'www.acme.test': found.hosts['api.acme.test'] ?? unknown() } }
  await expect(visit(others, 'https://www.acme.test/')).rejects.toThrow('does not match certificate')
  await expect(visit({ ...found, ca: (await seeded.edges()).ca }, 'https://api.acme.test/')).rejects.toThrow(
    'certificate'
  )
})

function unknown(): never {
  throw new Error('the host is not served')
}

test('a load balancer costs nothing until somebody asks for it, and a fork has its own, which answers from its first request on', async () => {
  await startService(platform, group)
  await untilRollout(platform, 'COMPLETED')
  const parents = await platform.aws.containers()
  const copy = await enter(await platform.aws.fork())
  const theirs = await copy.aws.edges()
  expect(theirs.hosts['api.acme.test']?.ports['80']).not.toBe(edges.hosts['api.acme.test']?.ports['80'])
  const first = await Promise.all([1, 2, 3, 4].map(() => visit(theirs, `${host}/`)))
  expect(first.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  const seen = first.map(({ text }) => (JSON.parse(text) as Seen).pid)
  expect(seen.filter((pid) => parents.some((one) => one.pid === pid))).toEqual([])
  await copy.aws.close()
  expect((await platform.aws.containers()).map(({ pid }) => pid)).toEqual(parents.map(({ pid }) => pid))
  expect((await visit(edges, `${host}/`)).status).toBe(200)
})
