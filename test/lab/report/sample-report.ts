import type { Call, ReportData, Resource } from '../../../lab/report/report-data.ts'
import { recordTimeline } from '../../../lab/report/timeline.ts'
import { fixture, SAMPLE_EVENTS, START } from './sample-events.ts'

const TYPES: readonly (readonly [service: string, type: string, names: readonly string[]])[] = [
  ['ec2', 'vpc', ['caliber-acme-stg']],
  ['ec2', 'subnet', ['public-a', 'public-b', 'private-a', 'private-b']],
  ['ec2', 'route table', ['public', 'private-a', 'private-b']],
  ['ec2', 'internet gateway', ['caliber-acme-stg']],
  ['ec2', 'NAT gateway', ['caliber-acme-stg']],
  ['ec2', 'elastic address', ['caliber-acme-stg-nat']],
  ['ec2', 'VPC endpoint', ['s3', 'ecr.api', 'ecr.dkr', 'logs', 'secretsmanager', 'kms']],
  ['ec2', 'security group', ['default', 'tasks', 'endpoints']],
  ['ec2', 'security group rule', ['sgr-01a', 'sgr-02b', 'sgr-03c', 'sgr-04d']],
  ['ec2', 'flow log', ['fl-0f9e8d7c6b5a']],
  ['ecs', 'cluster', ['caliber-acme-stg']],
  ['ecs', 'task definition', ['caliber-acme-stg-api:1']],
  ['ecs', 'service', ['api']],
  [
    'iam',
    'role',
    [
      'caliber-acme-stg-execution',
      'caliber-acme-stg-task',
      'caliber-acme-stg-flow-logs',
      'caliber-plan',
      'caliber-apply'
    ]
  ],
  ['iam', 'OIDC provider', ['token.actions.githubusercontent.com']],
  ['kms', 'key', ['alias/caliber-acme-stg', 'alias/caliber-acme-stg-logs']],
  ['logs', 'log group', ['/caliber/acme/stg/api', '/caliber/acme/stg/flow']],
  ['s3', 'bucket', ['caliber-terraform-state']],
  [
    'secretsmanager',
    'secret',
    ['caliber/acme/stg/database', 'caliber/acme/stg/signing-key', 'caliber/acme/stg/smtp']
  ]
]

const resources: readonly Resource[] = TYPES.flatMap(([service, type, names]) =>
  names.map((name) => ({ service, type, name, id: name }))
)

const repeat = (
  count: number,
  call: Pick<Call, 'principal' | 'service' | 'error'> & Partial<Call>
): readonly Call[] =>
  Array.from({ length: count }, () => ({
    action: 'Any',
    iamAction: `${call.service}:Any`,
    resource: '*',
    decision: 'allowed',
    milliseconds: 4,
    decidedBy: `policy caliber-read, statement Read${call.service}`,
    ...call
  }))

const role = (name: string, session: string): string =>
  `arn:aws:sts::123456789012:assumed-role/${name}/${session}`
const PLAN = role('caliber-plan', 'run-3')
const APPLY = role('caliber-apply', 'run-4')

const calls: readonly Call[] = [
  ...repeat(211, { principal: PLAN, service: 'ec2', error: '' }),
  ...repeat(46, { principal: PLAN, service: 'iam', error: '' }),
  ...repeat(22, { principal: role('caliber-plan', 'run-4'), service: 's3', error: '' }),
  ...repeat(3, {
    principal: PLAN,
    service: 'kms',
    error: 'AccessDeniedException',
    iamAction: 'kms:Decrypt',
    resource: 'arn:aws:kms:us-east-1:123456789012:key/1f0e',
    decision: 'implicit-deny',
    decidedBy: 'no statement of its policies allows it'
  }),
  ...repeat(530, { principal: APPLY, service: 'ec2', error: '' }),
  ...repeat(88, { principal: APPLY, service: 'iam', error: '' }),
  ...repeat(41, { principal: APPLY, service: 'ecs', error: '' }),
  ...repeat(3, { principal: 'anonymous', service: 'sts', error: '' })
]

/** The story that the tests and the eye are given. */
export const SAMPLE: ReportData = {
  title: 'Keep Acme’s logs for 90 days',
  repository: 'caliber/actions',
  verdict: {
    good: true,
    sentence:
      'A pull request was planned, reviewed, merged, approved by a second person and applied. A later push planned empty and asked nobody.'
  },
  milestones: [
    { at: START, title: 'Ada opens #1', detail: 'one value in a tenant’s file' },
    { at: START + 19_000, title: 'Plan commented', detail: '46 to create' },
    { at: START + 24_000, title: 'Ada merges #1', detail: 'main is planned again' },
    { at: START + 52_400, title: 'Grace approves', detail: 'the same digest, 9f3c27d1' },
    { at: START + 98_000, title: 'Applied', detail: '46 created' }
  ],
  runs: recordTimeline(SAMPLE_EVENTS),
  comment: {
    number: 1,
    title: 'Keep Acme’s logs for 90 days',
    author: 'github-actions',
    markdown: fixture('comment.md')
  },
  resources,
  calls,
  environment: [
    { name: 'Terraform', value: '1.11.4, found installed' },
    { name: 'AWS provider', value: '5.100.0, from a filesystem mirror' },
    { name: 'Actions’ runtime', value: 'Node 24.21.0' },
    { name: 'AWS', value: 'moto 5.2.1 with this repository’s extensions' },
    { name: 'Machine', value: 'linux amd64, 2 cores' }
  ],
  verified: [
    { claim: 'The workflow files and bundles of this repository, executed step by step', where: 'here' },
    { claim: 'Plan, approval, sealing and apply with real Terraform', where: 'here' },
    { claim: 'Trust policies of the two roles, against signed tokens of the run', where: 'here' },
    { claim: 'Environment reviews by GitHub itself; AWS’s own behaviour', where: 'on GitHub and AWS only' }
  ]
}
