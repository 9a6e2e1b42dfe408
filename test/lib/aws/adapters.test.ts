import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { readConnection, type AwsConnection } from '../../../lib/aws/connection.ts'
import { secretsManager } from '../../../lib/aws/secrets-manager.ts'
import { startFakeAws, type FakeAws } from '../../fakes/aws-api.ts'

let fake: FakeAws
const KEYS = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' }
const before: Record<string, string | undefined> = {}

beforeAll(() => {
  for (const [name, value] of Object.entries(KEYS)) {
    before[name] = process.env[name]
    process.env[name] = value
  }
})
afterAll(() => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
})
afterEach(() => fake.close())

const start = async (answers: Parameters<typeof startFakeAws>[0]): Promise<AwsConnection> => {
  fake = await startFakeAws(answers)
  return readConnection({ AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL: fake.url })
}

test('an error of AWS keeps its name', async () => {
  const connection = await start({})
  await expect(secretsManager(connection).listContainers('acme/')).rejects.toMatchObject({
    name: 'AccessDeniedException'
  })
})

test('secrets are listed to the last page as containers, with and without a value', async () => {
  const pages = {
    first: {
      SecretList: [entry('acme/stg/db', { v1: ['AWSCURRENT'] }), entry('ACME/stg/other')],
      NextToken: 'second'
    },
    second: { SecretList: [entry('acme/stg/api')] }
  }
  const connection = await start({
    ListSecrets: ({ body }) => (body['NextToken'] === 'second' ? pages.second : pages.first)
  })
  await expect(secretsManager(connection).listContainers('acme/stg/')).resolves.toEqual([
    { name: 'acme/stg/api', arn: 'arn:acme/stg/api', hasValue: false },
    { name: 'acme/stg/db', arn: 'arn:acme/stg/db', hasValue: true }
  ])
  expect(fake.calls.map(({ operation }) => operation)).toEqual(['ListSecrets', 'ListSecrets'])
})

test('without a region the step before is named', async () => {
  await start({})
  expect(() => readConnection({})).toThrow(/AWS_REGION is not set.*configure-aws-credentials/)
})

const entry = (name: string, stages?: object): object => ({
  Name: name,
  ARN: `arn:${name}`,
  ...(stages === undefined ? {} : { SecretVersionsToStages: stages })
})
