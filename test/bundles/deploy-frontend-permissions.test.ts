import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import type { Aws } from '../../lab/aws/aws.ts'
import type { Credentials } from '../../lab/aws/sign.ts'
import { createSite } from '../emulator/dataplane/site.ts'
import { callForm, callJson, element, send, signed, startForTests } from '../emulator/start.ts'
import { BUCKET, buildOf, deployTo } from './site.ts'

/** Processes start slowly on a busy machine. */
jest.setTimeout(240_000)

const ACCOUNT = '123456789012'
const BUCKET_ARN = `arn:aws:s3:::${BUCKET}`
const allow = (action: string | readonly string[], resource: string, condition?: object): object => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...(condition === undefined ? {} : { Condition: condition })
})

let seeded: Aws
let id: string
let aws: Aws
beforeAll(async () => {
  seeded = await startForTests()
  id = (await createSite(seeded)).id
})
afterAll(() => seeded?.close())
beforeEach(async () => {
  aws = await seeded.fork()
})
afterEach(() => aws?.close())

/** The README's table, for the prefix admin/. */
const statements = (): readonly object[] => [
  allow('s3:ListBucket', BUCKET_ARN, { StringEquals: { 's3:prefix': 'admin/' } }),
  allow(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], `${BUCKET_ARN}/admin/*`),
  allow(
    ['cloudfront:CreateInvalidation', 'cloudfront:GetInvalidation'],
    `arn:aws:cloudfront::${ACCOUNT}:distribution/${id}`
  )
]

/** A user who may do this and nothing else. */
async function userWith(all: readonly object[]): Promise<Credentials> {
  const iam = (form: Readonly<Record<string, string>>) => callForm(aws, form, signed('iam'))
  const user = { UserName: 'deployer' }
  await iam({ Action: 'CreateUser', ...user })
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: all })
  await iam({ Action: 'PutUserPolicy', ...user, PolicyName: 'deploy', PolicyDocument })
  const key = await iam({ Action: 'CreateAccessKey', ...user })
  return { accessKeyId: element(key, 'AccessKeyId'), secretAccessKey: element(key, 'SecretAccessKey') }
}

/** From now on KMS encrypts what is written; the key's ARN. */
async function encrypt(): Promise<string> {
  const made = await callJson(aws, signed('kms'), ['TrentService.CreateKey', {}])
  const { KeyMetadata } = JSON.parse(made.text) as { KeyMetadata: { Arn: string } }
  const rule = `<ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>${KeyMetadata.Arn}</KMSMasterKeyID></ApplyServerSideEncryptionByDefault>`
  const body = `<ServerSideEncryptionConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Rule>${rule}</Rule></ServerSideEncryptionConfiguration>`
  const answer = await send(aws, signed('s3'), { method: 'PUT', path: `/${BUCKET}?encryption=`, body })
  expect(answer.status).toBe(200)
  return KeyMetadata.Arn
}

const inputs = (): Readonly<Record<string, string>> => ({
  prefix: 'admin/',
  'distribution-id': id,
  'keep-releases': '1'
})

const refused = async (): Promise<readonly string[]> =>
  (await aws.journal())
    .filter(({ principal, decision }) => principal.includes('deployer') && decision.endsWith('deny'))
    .map(({ iamAction }) => iamAction)

test('the permissions of the README are enough for a release, another one and a rollback, below a prefix', async () => {
  const identity = await userWith(statements())
  for (const [at, version] of ['one', 'two', 'three'].entries())
    expect(
      await deployTo(aws, {
        files: buildOf(version),
        inputs: { ...inputs(), 'keep-releases': '2' },
        run: at + 1,
        identity
      })
    ).toMatchObject({ code: 0 })
  const back = { ...inputs(), 'rollback-to': 'previous' }
  expect(await deployTo(aws, { inputs: back, run: 9, identity })).toMatchObject({ code: 0 })
  expect(await refused()).toEqual([])
})

test('with KMS its two permissions come to it; without them the sentence names them', async () => {
  const key = await encrypt()
  const kms = allow(['kms:GenerateDataKey', 'kms:Decrypt'], key)
  const identity = await userWith([...statements(), kms])
  for (const [at, version] of ['one', 'two', 'two'].entries())
    expect(
      await deployTo(aws, { files: buildOf(version), inputs: inputs(), run: at + 1, identity })
    ).toMatchObject({ code: 0 })
  expect(await refused()).toEqual([])
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statements() })
  const policy = { Action: 'PutUserPolicy', UserName: 'deployer', PolicyName: 'deploy', PolicyDocument }
  await callForm(aws, policy, signed('iam'))
  const ended = await deployTo(aws, { files: buildOf('three'), inputs: inputs(), run: 5, identity })
  expect(ended.code).toBe(1)
  expect(ended.log).toMatch(
    /is denied. The role of this job needs s3:\w+ on .*kms:GenerateDataKey and kms:Decrypt/
  )
})

test('without a permission it fails at once and names it', async () => {
  const identity = await userWith(statements().slice(1))
  const ended = await deployTo(aws, { files: buildOf('one'), inputs: inputs(), identity })
  expect(ended.log).toContain(
    `S3 ListObjectsV2 on bucket '${BUCKET}' is denied. The role of this job needs s3:ListBucket on ${BUCKET_ARN}.`
  )
})
