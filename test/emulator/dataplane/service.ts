/** A service behind a load balancer, and what the scenarios ask about it. */
import * as ecs from '@aws-sdk/client-ecs'
import type { Aws } from '../../../lab/aws/aws.ts'
import { callForm, element, signed } from '../start.ts'
import { until, type Platform } from './platform.ts'

const elb = signed('elasticloadbalancing')

/** A load balancer with one listener that sends a host to a target group; the group's ARN. */
export async function createBalancer(aws: Aws, host = 'api.acme.test'): Promise<string> {
  const call = (form: Readonly<Record<string, string>>) =>
    callForm(aws, { Version: '2015-12-01', ...form }, elb)
  const subnets = await callForm(aws, { Action: 'DescribeSubnets' }, signed('ec2'))
  const [subnet = ''] =
    /subnet-[0-9a-f]+(?=<\/subnetId>)/.exec(subnets.text.split('10.0.1.0/24')[0] ?? '') ?? []
  const vpc =
    /<vpcId>([^<]*)<\/vpcId>(?:(?!<item>).)*10\.0\.1\.0\/24|10\.0\.1\.0\/24(?:(?!<\/item>)[\s\S])*?<vpcId>([^<]*)/.exec(
      subnets.text
    )
  const group = await call({
    Action: 'CreateTargetGroup',
    Name: 'api',
    Protocol: 'HTTP',
    Port: '8000',
    TargetType: 'ip',
    VpcId: vpc?.[1] ?? vpc?.[2] ?? '',
    HealthCheckPath: '/healthz',
    HealthCheckIntervalSeconds: '15',
    HealthCheckTimeoutSeconds: '5',
    HealthyThresholdCount: '2',
    UnhealthyThresholdCount: '2',
    'Matcher.HttpCode': '200'
  })
  const arn = element(group, 'TargetGroupArn')
  const attribute = {
    'Attributes.member.1.Key': 'deregistration_delay.timeout_seconds',
    'Attributes.member.1.Value': '30'
  }
  await call({ Action: 'ModifyTargetGroupAttributes', TargetGroupArn: arn, ...attribute })
  const balancer = await call({ Action: 'CreateLoadBalancer', Name: 'api', 'Subnets.member.1': subnet })
  const fixed = { StatusCode: '404', ContentType: 'text/plain', MessageBody: 'Not found' }
  const listener = await call({
    Action: 'CreateListener',
    LoadBalancerArn: element(balancer, 'LoadBalancerArn'),
    Protocol: 'HTTP',
    Port: '80',
    'DefaultActions.member.1.Type': 'fixed-response',
    ...prefixed('DefaultActions.member.1.FixedResponseConfig', fixed)
  })
  await call({
    Action: 'CreateRule',
    ListenerArn: element(listener, 'ListenerArn'),
    Priority: '10',
    'Conditions.member.1.Field': 'host-header',
    'Conditions.member.1.HostHeaderConfig.Values.member.1': host,
    'Actions.member.1.Type': 'forward',
    'Actions.member.1.TargetGroupArn': arn
  })
  return arn
}

/** One more listener of the load balancer, from the form that describes it. */
export async function createListener(aws: Aws, form: Readonly<Record<string, string>>): Promise<void> {
  const version = { Version: '2015-12-01' }
  const balancers = await callForm(aws, { Action: 'DescribeLoadBalancers', ...version }, elb)
  const arn = { LoadBalancerArn: element(balancers, 'LoadBalancerArn') }
  const answer = await callForm(aws, { Action: 'CreateListener', ...version, ...arn, ...form }, elb)
  if (answer.status !== 200) throw new Error(answer.text)
}

function prefixed(prefix: string, values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}.${name}`, value]))
}

/** Creates the service. */
export async function createService(
  platform: Platform,
  input: Partial<ecs.CreateServiceCommandInput>
): Promise<void> {
  await platform.client.send(
    new ecs.CreateServiceCommand({
      cluster: platform.names.cluster,
      serviceName: platform.names.service,
      launchType: 'FARGATE',
      networkConfiguration: platform.network,
      deploymentConfiguration: {
        minimumHealthyPercent: 100,
        maximumPercent: 200,
        deploymentCircuitBreaker: { enable: true, rollback: true }
      },
      ...input
    })
  )
}

/** A service of two healthy tasks of `v1` behind a target group, unless `input` says otherwise. */
export async function startService(
  platform: Platform,
  group: string,
  input: Partial<ecs.CreateServiceCommandInput> = {}
): Promise<void> {
  const taskDefinition = await platform.define(await platform.push('v1'))
  await createService(platform, { taskDefinition, desiredCount: 2, ...behind(group), ...input })
  await untilRollout(platform, 'COMPLETED')
}

/** Settings that put the service behind a target group. */
const behind = (targetGroupArn: string) => ({
  loadBalancers: [{ targetGroupArn, containerName: 'api', containerPort: 8000 }],
  healthCheckGracePeriodSeconds: 30
})

/** The service as AWS describes it. */
export async function service({ client, names }: Platform): Promise<ecs.Service> {
  const { services = [] } = await client.send(
    new ecs.DescribeServicesCommand({ cluster: names.cluster, services: [names.service] })
  )
  return services[0] ?? {}
}

export async function update(
  platform: Platform,
  input: Partial<ecs.UpdateServiceCommandInput>
): Promise<string> {
  const place = { cluster: platform.names.cluster, service: platform.names.service }
  const command = new ecs.UpdateServiceCommand({ ...place, ...input })
  return (await platform.client.send(command)).service?.deployments?.[0]?.id ?? ''
}

/** The service once nothing is under way and its newest deployment is in a state. */
export function untilRollout(platform: Platform, state: ecs.DeploymentRolloutState): Promise<ecs.Service> {
  return until(`the deployment is ${state}`, async () => {
    const seen = await service(platform)
    const [primary, ...others] = seen.deployments ?? []
    return primary?.rolloutState === state && (state === 'FAILED' || others.length === 0) && seen
  })
}

/** What the service says of itself, oldest first, without its name and the ids of tasks. */
export function sentences({ events = [] }: ecs.Service): readonly string[] {
  return events
    .map(({ message = '' }) => message.replace(/^\(service api(, taskSet ecs-svc\/\d+)?\) /, ''))
    .map((text) =>
      text
        .replaceAll(/\(task [0-9a-f]{32}\)/g, '(task)')
        .replaceAll(/ecs-svc\/\d+/g, 'ecs-svc')
        .replaceAll(/arn:\S+?targetgroup[^)]*/g, 'group')
    )
    .toReversed()
}

/** The newest service deployment, whole. */
export async function newest({ client, names }: Platform): Promise<ecs.ServiceDeployment> {
  const { serviceDeployments = [] } = await client.send(
    new ecs.ListServiceDeploymentsCommand({ cluster: names.cluster, service: names.service })
  )
  const arn = serviceDeployments[0]?.serviceDeploymentArn ?? ''
  const described = await client.send(
    new ecs.DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] })
  )
  return described.serviceDeployments?.[0] ?? {}
}

/** Health of the group's targets, by state and reason. */
export async function targetHealth(aws: Aws, group: string): Promise<readonly string[]> {
  const form = { Action: 'DescribeTargetHealth', Version: '2015-12-01', TargetGroupArn: group }
  const { text } = await callForm(aws, form, elb)
  return [...text.matchAll(/<TargetHealth>([\s\S]*?)<\/TargetHealth>/g)].map(([, one = '']) =>
    ['State', 'Reason', 'Description']
      .map((name) => new RegExp(`<${name}>([^<]*)`).exec(one)?.[1])
      .filter(Boolean)
      .join(' | ')
  )
}
