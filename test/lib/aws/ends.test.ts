/** The reads that tell how a tenant's resources would end. */
import { afterEach, expect, test } from '@jest/globals'
import { databases } from '../../../lib/aws/databases.ts'
import { loadBalancers } from '../../../lib/aws/load-balancers.ts'
import { type FakeQueryAws, type QueryAnswer, startFakeQueryAws } from '../../fakes/aws-query.ts'

let fake: FakeQueryAws
afterEach(() => fake.close())

async function connect(answers: Readonly<Record<string, (query: URLSearchParams) => QueryAnswer>>) {
  fake = await startFakeQueryAws(answers)
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' }
  return { region: 'us-east-1', endpoint: fake.url, credentials }
}

const answer = (operation: string, xml: string): QueryAnswer => ({
  xml: `<${operation}Response><${operation}Result>${xml}</${operation}Result></${operation}Response>`
})
const absent = (code: string): QueryAnswer => ({
  status: 404,
  xml: `<ErrorResponse><Error><Code>${code}</Code></Error></ErrorResponse>`
})

test.each([
  ['true', true],
  ['false', false]
])('a load balancer whose deletion protection is %s is told so', async (value, wanted) => {
  const connection = await connect({
    DescribeLoadBalancers: () =>
      answer(
        'DescribeLoadBalancers',
        '<LoadBalancers><member><LoadBalancerArn>arn:lb</LoadBalancerArn></member></LoadBalancers>'
      ),
    DescribeLoadBalancerAttributes: () =>
      answer(
        'DescribeLoadBalancerAttributes',
        `<Attributes><member><Value>true</Value><Key>access_logs.s3.enabled</Key></member><member><Key>deletion_protection.enabled</Key><Value>${value}</Value></member></Attributes>`
      )
  })
  expect(await loadBalancers(connection).isProtected('acme')).toBe(wanted)
  expect(fake.calls.map(({ query }) => query.get('LoadBalancerArn') ?? query.get('Names.member.1'))).toEqual([
    'acme',
    'arn:lb'
  ])
})

test('what is gone is undefined', async () => {
  const connection = await connect({
    DescribeLoadBalancers: () => absent('LoadBalancerNotFound'),
    DescribeDBClusters: () => absent('DBClusterNotFoundFault'),
    DescribeDBInstances: () => absent('DBInstanceNotFound')
  })
  expect(await loadBalancers(connection).isProtected('acme')).toBeUndefined()
  expect(await databases(connection).describe('cluster', 'acme')).toBeUndefined()
  expect(await databases(connection).describe('instance', 'acme')).toBeUndefined()
})

test('snapshots are read page by page, one that is being made too', async () => {
  const pages: Readonly<Record<string, string>> = {
    '': '<Marker>2</Marker><DBSnapshots><DBSnapshot><DBSnapshotIdentifier>one</DBSnapshotIdentifier><Status>available</Status><SnapshotCreateTime>2026-01-01T00:00:00Z</SnapshotCreateTime><KmsKeyId>key</KmsKeyId></DBSnapshot></DBSnapshots>',
    '2': '<DBSnapshots><DBSnapshot><DBSnapshotIdentifier>two</DBSnapshotIdentifier><Status>creating</Status></DBSnapshot></DBSnapshots>'
  }
  const connection = await connect({
    DescribeDBSnapshots: (query) => answer('DescribeDBSnapshots', pages[query.get('Marker') ?? ''] ?? '')
  })
  expect(await databases(connection).listSnapshots('instance', 'acme')).toEqual([
    { name: 'one', status: 'available', createdAt: Date.UTC(2026, 0, 1), kmsKey: 'key' },
    { name: 'two', status: 'creating', createdAt: 0, kmsKey: '' }
  ])
  expect(fake.calls[0]?.query.get('SnapshotType')).toBe('manual')
})

test('databases are listed page by page, those of a name and no instances of clusters', async () => {
  const instance = (name: string, more = '') =>
    `<DBInstance><DBInstanceIdentifier>${name}</DBInstanceIdentifier><DBInstanceStatus>available</DBInstanceStatus><DeletionProtection>true</DeletionProtection>${more}</DBInstance>`
  const member = '<DBClusterIdentifier>acme-documentdb</DBClusterIdentifier>'
  const pages: Readonly<Record<string, string>> = {
    '': `<Marker>2</Marker><DBInstances>${instance('acme-documentdb-1', member)}${instance('shop')}</DBInstances>`,
    '2': `<DBInstances>${instance('acme-postgres')}</DBInstances>`
  }
  const connection = await connect({
    DescribeDBInstances: (query) => answer('DescribeDBInstances', pages[query.get('Marker') ?? ''] ?? ''),
    DescribeDBClusters: () =>
      answer(
        'DescribeDBClusters',
        '<DBClusters><DBCluster><DBClusterIdentifier>acme-documentdb</DBClusterIdentifier><Status>available</Status></DBCluster></DBClusters>'
      )
  })
  expect(await databases(connection).list('instance', 'acme-')).toEqual([
    { identifier: 'acme-postgres', status: 'available', isProtected: true, kmsKey: '' }
  ])
  expect(await databases(connection).list('cluster', 'acme-')).toMatchObject([
    { identifier: 'acme-documentdb' }
  ])
  expect(fake.calls.map(({ query }) => query.get('DBInstanceIdentifier'))).toEqual([null, null, null])
})

test('a refusal names the permission and the resource', async () => {
  const connection = await connect({})
  await expect(databases(connection).describe('cluster', 'acme-stg')).rejects.toThrow(
    "RDS DescribeDBClusters on cluster 'acme-stg' is denied. The role of this job needs rds:DescribeDBClusters on cluster:acme-stg."
  )
  await expect(databases(connection).list('instance', 'acme-')).rejects.toThrow(
    'RDS DescribeDBInstances on every instance of the region is denied. The role of this job needs rds:DescribeDBInstances on db:*.'
  )
})
