import { expect, test } from '@jest/globals'
import { parseInputs } from '../../../actions/migrate/src/inputs.ts'

const GOOD = { cluster: 'prod', service: 'web' }
const parse = (inputs: Readonly<Record<string, string>>) => parseInputs((name) => inputs[name] ?? '')

test('what is left out has a default', () => {
  expect(parse(GOOD)).toEqual({
    cluster: 'prod',
    service: 'web',
    command: ['python', 'manage.py', 'migrate', '--noinput'],
    pendingCommand: ['python', 'manage.py', 'migrate', '--plan'],
    environment: {},
    timeoutMs: 1_800_000,
    logLines: 50,
    onCancel: 'leave',
    dryRun: false
  })
})

test('everything can be said', () => {
  const all = parse({
    ...GOOD,
    container: 'api',
    image: 'app:2',
    command: '["./migrate", "a b"]',
    'pending-command': '[]',
    environment: '# why\nA=1\nB_2=x=y \n',
    cpu: '1024',
    memory: '2048',
    timeout: '1h30m',
    'log-lines': '0',
    'on-cancel': 'stop',
    'dry-run': 'true'
  })
  expect(all).toMatchObject({
    container: 'api',
    image: { repository: 'app', tag: '2' },
    command: ['./migrate', 'a b'],
    pendingCommand: [],
    environment: { A: '1', B_2: 'x=y' },
    cpu: 1024,
    memory: 2048,
    timeoutMs: 5_400_000,
    logLines: 0,
    onCancel: 'stop',
    dryRun: true
  })
  expect(parse({ ...GOOD, environment: '{"A": "1"}' }).environment).toEqual({ A: '1' })
})

test.each([
  [{ cluster: '' }, "Input 'cluster' is required"],
  [{ cluster: 'prod cluster' }, "Input 'cluster' is 'prod cluster', which is not a cluster's name or ARN"],
  [{ service: '' }, "Input 'service' is required"],
  [{ service: 'arn:aws:ecs:us-east-1:12:service/web' }, "Input 'service' is"],
  [{ container: 'a b' }, "Input 'container' is 'a b'"],
  [{ image: 'https://registry/app' }, 'which is no image'],
  [{ image: 'app@sha256:12' }, 'which is no image'],
  [
    { command: 'python manage.py migrate' },
    "Input 'command' is 'python manage.py migrate', which is no JSON array"
  ],
  [{ command: '["migrate", 1]' }, 'which is no JSON array of texts'],
  [{ command: '[]' }, "Input 'command' is an empty list"],
  [{ 'pending-command': '{"a": 1}' }, "Input 'pending-command' is"],
  [{ environment: 'A' }, "Input 'environment': entry 1 is not <NAME>=<value>"],
  [{ environment: '1A=x' }, "Input 'environment' has '1A', which is no name of a variable"],
  [{ environment: 'A=1\nA=2' }, "Input 'environment' names 'A' twice"],
  [{ environment: '{"A": 1}' }, 'begins like JSON, but is no object of texts'],
  [{ cpu: '300' }, "Input 'cpu' is '300', which is no size of Fargate"],
  [{ memory: '100' }, "Input 'memory' is '100', which is no whole number from 512"],
  [{ memory: '2GB' }, "Input 'memory' is '2GB'"],
  [{ timeout: '20' }, "Input 'timeout' is '20', which is no duration"],
  [{ timeout: '7h' }, "Input 'timeout' is '7h', which is not from 1s to 6h"],
  [{ 'log-lines': '2000' }, "Input 'log-lines' is '2000'"],
  [{ 'on-cancel': 'kill' }, "Input 'on-cancel' is 'kill', which is none of leave, stop"],
  [{ 'dry-run': '1' }, "Input 'dry-run' is '1'"]
])('%j is refused before anything is asked', (inputs, sentence) => {
  expect(() => parse({ ...GOOD, ...inputs })).toThrow(sentence)
})

test.each(['hunter22secret', '{"A": 1, "B": "hunter22secret"}', '1A=hunter22secret'])(
  'a fault of %j does not show the value',
  (environment) => {
    expect(() => parse({ ...GOOD, environment })).toThrow(/^(?!.*hunter22secret)/s)
  }
)
