import { expect, test } from '@jest/globals'
import { parseInputs } from '../../../actions/rollout/src/inputs.ts'

const GOOD = { cluster: 'prod', service: 'web', image: 'app:2' }
const parse = (inputs: Readonly<Record<string, string>>) => parseInputs((name) => inputs[name] ?? '')

test('what is left out has a default', () => {
  expect(parse(GOOD)).toEqual({
    cluster: 'prod',
    service: 'web',
    change: { kind: 'images', images: { '': { repository: 'app', tag: '2' } } },
    waitUntil: 'healthy',
    timeoutMs: 1_200_000,
    onTimeout: 'fail',
    onlyFirst: false,
    dryRun: false
  })
})

const DIGEST = `sha256:${'0'.repeat(64)}`

test.each([
  [
    { images: `api=app@${DIGEST}\n# a side-car\nproxy = localhost:5000/proxy:1` },
    {
      kind: 'images',
      images: {
        api: { repository: 'app', digest: DIGEST },
        proxy: { repository: 'localhost:5000/proxy', tag: '1' }
      }
    }
  ],
  [{ images: '{"api": "app:1"}' }, { kind: 'images', images: { api: { repository: 'app', tag: '1' } } }],
  [{ 'task-definition': 'web:7' }, { kind: 'revision', name: 'web:7' }],
  [{ 'task-definition': 'deploy/task.json' }, { kind: 'file', path: 'deploy/task.json' }],
  [{ 'force-new-deployment': 'true' }, { kind: 'force' }],
  [{ 'rollback-to': 'last-successful' }, { kind: 'rollback', to: 'last-successful' }],
  [{ 'rollback-to': '41' }, { kind: 'rollback', to: '41' }],
  [{ 'desired-count': '0' }, { kind: 'scale' }],
  [{ 'force-new-deployment': 'true', 'desired-count': '4' }, { kind: 'force' }],
  [{ 'restart-if-older-than': '2026-03-01T04:17:00.000Z' }, { kind: 'restart', since: 1_772_338_620_000 }]
])('%j is a change', (inputs, change) => {
  expect(parse({ cluster: 'prod', service: 'web', ...inputs }).change).toEqual(change)
})

test.each([
  [{ cluster: '' }, "Input 'cluster' is required"],
  [{ cluster: 'prod cluster' }, "Input 'cluster' is 'prod cluster', which is not a cluster's name or ARN"],
  [{ service: '' }, "Input 'service' is required"],
  [{ service: 'arn:aws:ecs:us-east-1:12:service/web' }, "Input 'service' is"],
  [{ image: '' }, 'There is nothing to roll out'],
  [{ image: 'https://registry/app' }, "Input 'image' has 'https://registry/app', which is no image"],
  [{ image: 'app@sha256:12' }, 'which is no image'],
  [{ 'rollback-to': '3' }, "Inputs 'image' and 'rollback-to' are both set"],
  [{ 'force-new-deployment': 'true' }, "Inputs 'image' and 'force-new-deployment' are both set"],
  [
    { 'restart-if-older-than': '2026-03-01T04:17:00Z' },
    "Inputs 'image' and 'restart-if-older-than' are both set"
  ],
  [{ image: '', 'restart-if-older-than': 'yesterday' }, 'which is not a date in UTC'],
  [{ image: '', 'restart-if-older-than': '2026-13-01T04:17:00Z' }, 'a day that does not exist'],
  [{ 'initial-count': '1', 'desired-count': '1' }, "'desired-count' and 'initial-count' are both set"],
  [{ image: '', 'initial-count': '1' }, 'There is nothing to roll out'],
  [{ 'force-new-deployment': 'yes' }, 'which is none of false, true'],
  [{ image: '', images: 'app:2' }, "Input 'images': entry 1 is not <container>=<image>"],
  [{ image: '', images: 'api=a:1\napi=b:1' }, "Input 'images' names 'api' twice"],
  [{ image: '', images: '{"api": 1}' }, 'begins like JSON, but is no object of texts'],
  [{ image: '', images: '# nothing' }, 'names no container'],
  [{ image: '', 'task-definition': '../web.json' }, 'outside the repository'],
  [
    { image: '', 'task-definition': 'web' },
    "Input 'task-definition' is 'web', which is not a revision as family:7"
  ],
  [{ image: '', 'rollback-to': 'yesterday' }, "is 'yesterday', which is not 'last-successful' or a revision"],
  [{ 'desired-count': '-1' }, "Input 'desired-count' is '-1', which is no whole number"],
  [{ 'desired-count': '2.5' }, "Input 'desired-count' is '2.5'"],
  [{ 'image-parameter': '/app//image' }, "Input 'image-parameter' is '/app//image', which is not the name"],
  [{ container: 'a b' }, "Input 'container' is 'a b'"],
  [
    { image: '', 'desired-count': '1', container: 'api' },
    "Input 'container' says nothing when only 'desired-count'"
  ],
  [{ image: '', images: 'api=a:1', container: 'api' }, "Input 'container' says nothing beside 'images'"],
  [{ 'wait-until': 'done' }, "Input 'wait-until' is 'done', which is none of healthy, steady"],
  [{ timeout: '20' }, "Input 'timeout' is '20', which is no duration"],
  [{ timeout: '7h' }, "Input 'timeout' is '7h', which is not from 1s to 6h"],
  [{ 'on-timeout': 'retry' }, "Input 'on-timeout' is 'retry', which is none of fail, stop, rollback"],
  [{ 'dry-run': '1' }, "Input 'dry-run' is '1'"]
])('%j is refused before anything is asked', (inputs, sentence) => {
  expect(() => parse({ ...GOOD, ...inputs })).toThrow(sentence)
})
