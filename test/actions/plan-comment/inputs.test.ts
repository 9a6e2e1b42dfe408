import { expect, test } from '@jest/globals'
import { parseInputs } from '../../../actions/plan-comment/src/inputs.ts'
import { UserError } from '../../../lib/errors.ts'

type Given = Readonly<Record<string, string>>
const parse = (given: Given): ReturnType<typeof parseInputs> => {
  const all: Given = { stack: 'web', 'github-token': 't', ...given }
  return parseInputs((name) => all[name] ?? '')
}

const KEY = Buffer.alloc(32, 5).toString('base64')

test.each<[string, Given, string]>([
  ['no stack', { stack: ' ' }, "Input 'stack' is required"],
  ['a stack with a slash', { stack: 'a/b' }, "'a/b', which is not a stack's name"],
  ['a stack that is a command', { stack: '$(id)' }, "not a stack's name"],
  ['a stack too long', { stack: 'x'.repeat(81) }, "not a stack's name"],
  ['a stack that looks like a fragment', { stack: 'fragment-a' }, "not beginning with 'fragment-'"],
  ['an environment that no key can be', { env: 'a b' }, "'a b', which is not the name of an environment"],
  ['an absolute variable file', { 'var-files': '/etc/x.tfvars' }, 'not a path relative'],
  ['a backend line without a value', { 'backend-config': 'backend.hcl' }, 'not name=value'],
  [
    'an access key for the backend',
    { 'backend-config': 'bucket=b\naccess_key = AKIA' },
    "'access_key', a credential"
  ],
  ['a secret key for the backend', { 'backend-config': 'secret_key=x' }, "'secret_key', a credential"],
  ['a token for the backend', { 'backend-config': 'token=x' }, "'token', a credential"],
  ['a password for the backend', { 'backend-config': 'password=x' }, "'password', a credential"],
  ['a customer key for the backend', { 'backend-config': 'sse_customer_key=x' }, 'a credential'],
  ['parallelism of words', { parallelism: 'many' }, 'no whole number from 1 to 256'],
  ['parallelism of nothing', { parallelism: '0' }, 'no whole number'],
  ['parallelism beyond reason', { parallelism: '1000' }, 'no whole number'],
  ['a duration without a unit', { 'lock-timeout': '90' }, 'no duration'],
  ['a duration of words', { 'lock-timeout': 'soon' }, 'no duration'],
  ['an unknown mode', { mode: 'apply' }, 'none of plan, comment, validate'],
  ['stacks that are no list of names', { stacks: '[{"stack": "web"}]' }, 'no JSON list of names'],
  ['stacks that are no JSON', { stacks: 'web' }, "Input 'stacks' is no JSON"],
  ['an unknown habit of commenting', { comment: 'sometimes' }, 'none of always, changes, never'],
  ['a flag of another language', { destroy: 'yes' }, 'none of false, true'],
  ['a pull request of no number', { 'pr-number': '#12' }, 'no whole number'],
  ['a short key', { 'seal-key': 'c2hvcnQ=' }, 'not the base64 of 32 bytes'],
  ['a key that is no base64', { 'seal-key': '!'.repeat(44) }, 'not the base64'],
  [
    'both a plan and its JSON',
    { 'plan-file': 'p', 'plan-json': 'j' },
    "'plan-json' and 'plan-file' exclude each other"
  ],
  [
    'JSON with a variable file',
    { 'plan-json': 'j', 'var-files': 'a' },
    "'plan-json' and 'var-files' exclude"
  ],
  ['JSON with targets', { 'plan-json': 'j', targets: 'a.b' }, "'plan-json' and 'targets' exclude"],
  ['JSON with a backend', { 'plan-json': 'j', 'backend-config': 'key=a' }, 'exclude each other'],
  ['a plan with a destroy flag', { 'plan-file': 'p', destroy: 'true' }, "'plan-file' and 'destroy' exclude"],
  ['JSON in another mode', { 'plan-json': 'j', mode: 'comment' }, "only for mode 'plan'"],
  [
    'a refresh that destroys',
    { 'refresh-only': 'true', destroy: 'true' },
    "'refresh-only' and 'destroy' exclude"
  ],
  [
    'a refresh that replaces',
    { 'refresh-only': 'true', replace: 'a.b' },
    "'refresh-only' and 'replace' exclude"
  ],
  ['a target that is none', { targets: 'not an address!' }, "Input 'targets' names 'not an address!'"],
  ['a target cut short', { targets: 'a.b\nmodule.' }, "Input 'targets' names 'module.'"],
  ['a target that is a flag', { targets: '-destroy' }, "Input 'targets' names '-destroy'"],
  ['a module to replace', { replace: 'module.web' }, "Input 'replace' names 'module.web'"],
  ['data to replace', { replace: 'data.a.b' }, "Input 'replace' names 'data.a.b'"],
  ['no token', { 'github-token': '' }, "Input 'github-token' is required"]
])('refuses %s in one sentence', (_what, given, why) => {
  expect(() => parse(given)).toThrow(UserError)
  expect(() => parse(given)).toThrow(why)
})

test('never repeats a credential in its refusal', () => {
  expect(() => parse({ 'backend-config': 'secret_key=marker' })).not.toThrow(/marker/)
  expect(() => parse({ 'seal-key': 'marker' })).not.toThrow(/marker/)
})

test('reads everything else as it is meant', () => {
  const inputs = parse({
    'working-directory': 'terraform/web',
    'var-files': 'a.tfvars\n# not this\n\n../b.tfvars.json',
    'backend-config': 'key=web.tfstate\nkms_key_id=alias/state\nuse_lockfile=true',
    'lock-timeout': '1m30s',
    parallelism: '20',
    'seal-key': KEY,
    'pr-number': '7',
    'require-reviewed': 'true'
  })
  expect(inputs).toMatchObject({
    workingDirectory: 'terraform/web',
    backendConfig: ['key=web.tfstate', 'kms_key_id=alias/state', 'use_lockfile=true'],
    arguments: {
      varFiles: ['a.tfvars', '../b.tfvars.json'],
      lockTimeout: '90s',
      parallelism: 20,
      destroy: false
    },
    mode: 'plan',
    comment: 'always',
    prNumber: 7,
    requireReviewed: true
  })
  expect(inputs.sealKey).toHaveLength(32)
})

test('takes addresses as Terraform writes them', () => {
  const targets = [
    'aws_s3_bucket.b',
    'module.web',
    'module.web["a.b"].module.in_ner[0]',
    'data.aws_ami.x',
    'module.größe.aws_instance.a-b["q\\"]"]'
  ]
  const replace = ['aws_s3_bucket.b[3]', 'module.web[0].aws_instance.app["x y"]']
  expect(parse({ targets: targets.join('\n'), replace: replace.join('\n') }).arguments).toMatchObject({
    targets,
    replace
  })
})
