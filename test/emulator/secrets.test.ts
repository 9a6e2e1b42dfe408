import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import * as secrets from '@aws-sdk/client-secrets-manager'
import type { Aws } from '../../lab/aws/aws.ts'
import { callForm, callJson, clientOptions, element, signed, startForTests } from './start.ts'

let seeded: Aws
let aws: Aws

beforeAll(async () => {
  seeded = await startForTests()
})
afterAll(() => seeded?.close())
beforeEach(async () => {
  aws = await seeded.fork()
})
afterEach(() => aws?.close())

test('a version of a secret is written once', async () => {
  const client = new secrets.SecretsManagerClient(clientOptions(aws))
  const token = '11111111-2222-3333-4444-555555555555'
  await client.send(new secrets.CreateSecretCommand({ Name: 'db', SecretString: 'one' }))
  const put = (value: string) =>
    client.send(
      new secrets.PutSecretValueCommand({
        SecretId: 'db',
        SecretString: value,
        ClientRequestToken: token,
        VersionStages: ['AWSPENDING']
      })
    )
  await put('two')
  expect((await put('two')).VersionId).toBe(token)
  await expect(put('three')).rejects.toMatchObject({ name: 'ResourceExistsException' })
  const pending = await client.send(
    new secrets.GetSecretValueCommand({ SecretId: 'db', VersionStage: 'AWSPENDING' })
  )
  expect(pending.SecretString).toBe('two')
})

test('moving AWSCURRENT changes what is read', async () => {
  const client = new secrets.SecretsManagerClient(clientOptions(aws))
  const first = await client.send(new secrets.CreateSecretCommand({ Name: 'db', SecretString: 'one' }))
  const second = await client.send(
    new secrets.PutSecretValueCommand({ SecretId: 'db', SecretString: 'two', VersionStages: ['AWSPENDING'] })
  )
  const read = async () =>
    (await client.send(new secrets.GetSecretValueCommand({ SecretId: 'db' }))).SecretString
  expect(await read()).toBe('one')
  await client.send(
    new secrets.UpdateSecretVersionStageCommand({
      SecretId: 'db',
      VersionStage: 'AWSCURRENT',
      MoveToVersionId: second.VersionId,
      RemoveFromVersionId: first.VersionId
    })
  )
  expect(await read()).toBe('two')
})

test('the secret of a managed database password holds the master user and a password of its own', async () => {
  const created: string[] = []
  for (const name of ['orders', 'users']) {
    const answer = await callForm(
      aws,
      {
        Action: 'CreateDBInstance',
        DBInstanceIdentifier: name,
        Engine: 'postgres',
        DBInstanceClass: 'db.t4g.micro',
        AllocatedStorage: '20',
        MasterUsername: 'keeper',
        ManageMasterUserPassword: 'true'
      },
      signed('rds')
    )
    created.push(element(answer, 'SecretArn'))
  }
  const client = new secrets.SecretsManagerClient(clientOptions(aws))
  const values = await Promise.all(
    created.map((SecretId) => client.send(new secrets.GetSecretValueCommand({ SecretId })))
  )
  const parsed = values.map(
    ({ SecretString }) => JSON.parse(SecretString ?? '') as { username: string; password: string }
  )
  expect(parsed.map(({ username }) => username)).toEqual(['keeper', 'keeper'])
  expect(parsed[0]?.password).not.toBe(parsed[1]?.password)
})

test('a secret that is scheduled for deletion, and keys of AWS itself, are no resources', async () => {
  const client = new secrets.SecretsManagerClient(clientOptions(aws))
  await client.send(new secrets.CreateSecretCommand({ Name: 'kept', SecretString: 'x' }))
  await client.send(new secrets.CreateSecretCommand({ Name: 'leaving', SecretString: 'x' }))
  await client.send(new secrets.DeleteSecretCommand({ SecretId: 'leaving', RecoveryWindowInDays: 7 }))
  const describe = await callJson(aws, signed('kms'), ['TrentService.DescribeKey', { KeyId: 'alias/aws/s3' }])
  expect(JSON.parse(describe.text)).toMatchObject({ KeyMetadata: { KeyManager: 'AWS' } })
  expect((await aws.resources()).map(({ type, name }) => [type, name])).toEqual([['secret', 'kept']])
})
