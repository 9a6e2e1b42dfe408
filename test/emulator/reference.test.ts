import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { rootCredentials, type Aws, type AwsCall } from '../../lab/aws/aws.ts'
import { findMisfits, type Asked } from './reference.ts'
import { python, startForTests } from './start.ts'

const files = ['access', 'limits', 'themes', 'dedicated', 'edges'] as const

/** Every permission that was judged; a call that was refused before names none. */
const asked = (calls: readonly AwsCall[]): readonly Asked[] =>
  calls
    .filter(({ decision }) => decision !== 'unauthentic' && decision !== 'not judged')
    .flatMap((call) => (call.permissions.length > 0 ? call.permissions : [call]))

async function callsOf(aws: Aws, name: string): Promise<readonly AwsCall[]> {
  const fork = await aws.fork()
  const file = new URL(`cases/${name}.py`, import.meta.url).pathname
  await promisify(execFile)(python, ['-B', file, fork.url], {
    env: { LAB_ROOT_SECRET: rootCredentials.secretAccessKey },
    timeout: 180_000
  })
  return fork.journal()
}

test('every permission of the cases is one that IAM knows, on an ARN of the kind that AWS says', async () => {
  const aws = await startForTests()
  try {
    const journals = await Promise.all(files.map((name) => callsOf(aws, name)))
    const permissions = journals.flatMap(asked)
    expect(await findMisfits(permissions)).toEqual([])
    expect(permissions.length).toBeGreaterThan(150)
  } finally {
    await aws.close()
  }
}, 240_000)

test('a permission that IAM does not know, or on another kind of ARN, is found', async () => {
  const misfits = await findMisfits([
    { iamAction: 'ecs:DescribeTaskDefinition', resource: 'arn:aws:ecs:us-east-1:1:task-definition/f:1' },
    { iamAction: 'kms:Decrypt', resource: '*' },
    { iamAction: 's3:PutObjekt', resource: '*' },
    { iamAction: 'sns:Publish', resource: 'arn:aws:sqs:us-east-1:1:q' },
    { iamAction: 'sns:Publish', resource: 'arn:aws:sns:us-east-1:1:topic' }
  ])
  expect(misfits.map((line) => line.split(' ')[0])).toEqual([
    'ecs:DescribeTaskDefinition',
    'kms:Decrypt',
    's3:PutObjekt:',
    'sns:Publish'
  ])
})
