/** Who may do what with states, secrets and parameters. */
import { everything, on, others, tfstate } from './belongings.ts'
import { json, rest, state, type Row } from './calls.ts'

const secret = (action: string, of: string, body: object = {}) =>
  json('secretsmanager', action, { SecretId: `caliber/${of}/stg/key`, ...body })

export const states: readonly Row[] = [
  { what: 'read the state of the tenant', call: state('GET', `/${tfstate}`), may: 'plan apply seed seedAny' },
  { what: 'read the state of another tenant', call: state('GET', `/${others}`), may: 'plan apply seedAny' },
  { what: 'read the state of this stack', call: state('GET', '/bootstrap/terraform.tfstate'), may: '' },
  { what: 'read something else in the bucket', call: state('GET', '/caliber/notes.txt'), may: '' },
  { what: 'look for states', call: state('GET', '?list-type=2&prefix=caliber%2F'), may: 'plan apply' },
  { what: 'list the whole bucket', call: state('GET', '?list-type=2'), may: '' },
  { what: 'take a lock', call: state('PUT', `/${tfstate}.tflock`, '{}'), may: 'plan apply' },
  { what: 'give a lock back', call: state('DELETE', `/${tfstate}.tflock`), may: 'plan apply' },
  { what: 'write a state', call: state('PUT', `/${tfstate}`, '{}'), may: 'apply' },
  {
    what: 'write the state of this stack',
    call: state('PUT', '/bootstrap/terraform.tfstate', '{}'),
    may: ''
  },
  { what: 'delete a state', call: state('DELETE', `/${tfstate}`), may: '' },
  { what: 'delete a version of a state', call: state('DELETE', `/${tfstate}?versionId=1`), may: '' },
  {
    what: 'write a state under another key',
    call: rest('s3', `PUT /acme-state/${tfstate}`, {
      body: '{}',
      headers: { 'x-amz-server-side-encryption': 'AES256' }
    }),
    may: ''
  },
  { what: "open the bucket's access block", call: state('DELETE', '?publicAccessBlock'), may: '' },
  { what: "change the bucket's policy", call: state('PUT', '?policy', everything), may: '' },
  {
    what: 'suspend versions',
    call: state(
      'PUT',
      '?versioning',
      '<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>'
    ),
    may: ''
  },
  {
    what: 'decrypt with the key of states',
    call: on('key-state', (KeyId) => json('kms', 'GenerateDataKey', { KeyId, KeySpec: 'AES_256' })),
    may: ''
  },
  {
    what: 'delete the key of states',
    call: on('key-state', (KeyId) => json('kms', 'ScheduleKeyDeletion', { KeyId })),
    may: ''
  },
  {
    what: 'give the alias of that key to another',
    call: on('key-ours', (TargetKeyId) =>
      json('kms', 'UpdateAlias', { AliasName: 'alias/caliber/terraform-state', TargetKeyId })
    ),
    may: ''
  }
]

const ofCaliber = [{ Key: 'Project', Value: 'Caliber' }]

export const secrets: readonly Row[] = [
  {
    what: 'describe a secret',
    call: secret('DescribeSecret', 'acme'),
    may: 'plan apply deploy seed deployAny seedAny'
  },
  { what: 'read a secret', call: secret('GetSecretValue', 'acme'), may: 'seed seedAny' },
  { what: 'read the secret of another tenant', call: secret('GetSecretValue', 'globex'), may: 'seedAny' },
  {
    what: 'read secrets in a batch',
    call: json('secretsmanager', 'BatchGetSecretValue', { SecretIdList: ['caliber/acme/stg/key'] }),
    may: ''
  },
  {
    what: 'write a secret',
    call: secret('PutSecretValue', 'acme', { SecretString: 'y' }),
    may: 'seed seedAny'
  },
  {
    what: 'change a secret, which takes a value, too',
    call: secret('UpdateSecret', 'acme', { SecretString: 'y' }),
    may: ''
  },
  {
    what: 'write the secret of another tenant',
    call: secret('PutSecretValue', 'globex', { SecretString: 'y' }),
    may: 'seedAny'
  },
  {
    what: 'make a container for a secret',
    call: json('secretsmanager', 'CreateSecret', { Name: 'caliber/acme/stg/new', Tags: ofCaliber }),
    may: 'apply'
  },
  {
    what: 'make one together with a value, which IAM cannot tell apart',
    call: json('secretsmanager', 'CreateSecret', {
      Name: 'caliber/acme/stg/filled',
      SecretString: 'y',
      Tags: ofCaliber
    }),
    may: 'apply'
  },
  {
    what: "make one that is not marked as Caliber's",
    call: json('secretsmanager', 'CreateSecret', { Name: 'caliber/acme/stg/unmarked' }),
    may: ''
  },
  {
    what: 'delete a secret of Caliber',
    call: json('secretsmanager', 'DeleteSecret', { SecretId: 'caliber/acme/stg/key' }),
    may: 'apply'
  },
  {
    what: 'make one elsewhere',
    call: json('secretsmanager', 'CreateSecret', { Name: 'shop/new', Tags: ofCaliber }),
    may: ''
  },
  {
    what: 'read which image runs',
    call: json('ssm', 'GetParameter', { Name: '/caliber/acme/stg/api-image' }),
    may: 'plan apply deploy deployAny'
  },
  {
    what: 'write which image runs',
    call: json('ssm', 'PutParameter', {
      Name: '/caliber/acme/stg/api-image',
      Value: 'x',
      Type: 'String',
      Overwrite: true
    }),
    may: 'apply deploy deployAny'
  },
  {
    what: 'write which image runs elsewhere',
    call: json('ssm', 'PutParameter', {
      Name: '/caliber/globex/stg/api-image',
      Value: 'x',
      Type: 'String',
      Overwrite: true
    }),
    may: 'apply deployAny'
  },
  {
    what: 'read another parameter',
    call: json('ssm', 'GetParameter', { Name: '/caliber/acme/stg/token' }),
    may: ''
  }
]
