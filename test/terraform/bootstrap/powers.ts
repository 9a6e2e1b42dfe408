/** Who may make roles and change what roles may: the apply role only within the workload boundary, nobody its own. */
import { bounded, everything, iam, role, workload } from './belongings.ts'
import { form, type Row } from './calls.ts'

const anybody =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}'

export const powers: readonly Row[] = [
  {
    what: 'make a role within the workload boundary',
    call: form('iam', 'CreateRole', bounded),
    may: 'apply'
  },
  { what: 'make a role without a boundary', call: form('iam', 'CreateRole', role), may: '' },
  {
    what: 'make a role within another boundary',
    call: form('iam', 'CreateRole', { ...role, PermissionsBoundary: iam('policy/caliber-apply-boundary') }),
    may: ''
  },
  {
    what: 'make a role at another path',
    call: form('iam', 'CreateRole', { ...bounded, Path: '/', RoleName: 'elsewhere' }),
    may: ''
  },
  {
    what: 'make one that anybody may take, which IAM cannot judge',
    call: form('iam', 'CreateRole', { ...bounded, RoleName: 'anybodys', AssumeRolePolicyDocument: anybody }),
    may: 'apply'
  },
  {
    what: 'give a bounded role a policy',
    call: form('iam', 'PutRolePolicy', { RoleName: 'made', PolicyName: 'p', PolicyDocument: everything }),
    may: 'apply'
  },
  {
    what: 'attach a policy of AWS to it',
    call: form('iam', 'AttachRolePolicy', {
      RoleName: 'made',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess'
    }),
    may: ''
  },
  {
    what: 'take its boundary off',
    call: form('iam', 'DeleteRolePermissionsBoundary', { RoleName: 'made' }),
    may: ''
  },
  {
    what: 'give it another boundary',
    call: form('iam', 'PutRolePermissionsBoundary', {
      RoleName: 'made',
      PermissionsBoundary: 'arn:aws:iam::aws:policy/AdministratorAccess'
    }),
    may: ''
  },
  {
    what: 'leave the apply boundary',
    call: form('iam', 'DeleteRolePermissionsBoundary', { RoleName: 'caliber-apply' }),
    may: ''
  },
  {
    what: 'change the apply boundary',
    call: form('iam', 'CreatePolicyVersion', {
      PolicyArn: iam('policy/caliber-apply-boundary'),
      PolicyDocument: everything,
      SetAsDefault: 'true'
    }),
    may: ''
  },
  {
    what: 'change the workload boundary',
    call: form('iam', 'CreatePolicyVersion', {
      PolicyArn: workload,
      PolicyDocument: everything,
      SetAsDefault: 'true'
    }),
    may: ''
  },
  {
    what: "change the apply role's own policy",
    call: form('iam', 'PutRolePolicy', {
      RoleName: 'caliber-apply',
      PolicyName: 'state',
      PolicyDocument: everything
    }),
    may: ''
  },
  {
    what: 'widen the plan role',
    call: form('iam', 'AttachRolePolicy', {
      RoleName: 'caliber-plan',
      PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    }),
    may: ''
  },
  {
    what: 'let somebody else take the apply role',
    call: form('iam', 'UpdateAssumeRolePolicy', {
      RoleName: 'caliber-apply',
      PolicyDocument: role.AssumeRolePolicyDocument
    }),
    may: ''
  },
  {
    what: 'take the provider of tokens away',
    call: form('iam', 'DeleteOpenIDConnectProvider', {
      OpenIDConnectProviderArn: iam('oidc-provider/token.actions.githubusercontent.com')
    }),
    may: ''
  },
  { what: 'make a user', call: form('iam', 'CreateUser', { UserName: 'u' }), may: '' },
  {
    what: 'become another role',
    call: form('sts', 'AssumeRole', {
      RoleArn: iam('role/caliber-deploy-acme-stg'),
      RoleSessionName: 'session'
    }),
    may: ''
  },
  {
    what: 'become a role that it made',
    call: form('sts', 'AssumeRole', { RoleArn: iam('role/caliber/made'), RoleSessionName: 'session' }),
    may: ''
  }
]
