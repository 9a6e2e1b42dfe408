import { expect, test } from '@jest/globals'
import { registerRevision } from '../../../lib/ecs/register.ts'
import {
  chooseContainer,
  type Revision,
  sameDefinition,
  type TaskDefinition,
  toRegister,
  withImages
} from '../../../lib/ecs/task-definition.ts'

const definition = (extra: object = {}, container: object = {}): TaskDefinition => ({
  family: 'web',
  networkMode: 'awsvpc',
  containerDefinitions: [{ name: 'api', image: 'app:1', ...container }],
  ...extra
})

test('only what ECS describes and does not take back is left out', () => {
  const described = definition(
    { revision: 7, status: 'ACTIVE', compatibilities: [], registeredAt: 1, futureField: { on: true } },
    { environment: [{ name: 'EMPTY', value: '' }], command: [], newThing: '' }
  )
  expect(toRegister(described)).toEqual(
    definition(
      { futureField: { on: true } },
      { environment: [{ name: 'EMPTY', value: '' }], command: [], newThing: '' }
    )
  )
})

test.each([
  ['the defaults of ECS', {}, { cpu: 0, essential: true, environment: [], mountPoints: [] }],
  [
    'ports as awsvpc has them',
    { portMappings: [{ containerPort: 80 }] },
    { portMappings: [{ containerPort: 80, hostPort: 80, protocol: 'tcp' }] }
  ],
  [
    'the order of variables',
    {
      environment: [
        { name: 'A', value: '1' },
        { name: 'B', value: '2' }
      ]
    },
    {
      environment: [
        { value: '2', name: 'B' },
        { value: '1', name: 'A' }
      ]
    }
  ]
])('%s make no difference', (_what, left, right) => {
  expect(sameDefinition(definition({}, left), definition({ revision: 3 }, right))).toBe(true)
})

test.each([
  ['another image', { image: 'app:2' }],
  ['an empty variable', { environment: [{ name: 'A', value: '' }] }],
  ['the order of a command', { command: ['b', 'a'] }],
  ['a field of tomorrow', { newThing: 'x' }]
])('%s makes one', (_what, container) => {
  expect(
    sameDefinition(
      definition({}, { command: ['a', 'b'] }),
      definition({}, { command: ['a', 'b'], ...container })
    )
  ).toBe(false)
})

test('images go to the containers that are named', () => {
  expect(withImages(definition(), { api: 'app:2' })).toEqual(definition({}, { image: 'app:2' }))
  expect(() => withImages(definition(), { web: 'app:2' })).toThrow("has no container 'web'; it has api")
})

test('the container is the named one, or the only one that is essential', () => {
  const containers = [
    { name: 'api', image: 'a' },
    { name: 'log', image: 'l', essential: false }
  ]
  expect(chooseContainer(definition({ containerDefinitions: containers }), undefined).name).toBe('api')
  expect(chooseContainer(definition({ containerDefinitions: containers }), 'log').name).toBe('log')
  expect(() => chooseContainer(definition(), 'web')).toThrow("no container 'web'")
})

test('a revision is registered once', async () => {
  const revisions: Revision[] = []
  const register = async (wanted: TaskDefinition): Promise<Revision> => {
    const revision = `web:${revisions.length + 1}`
    const made = { arn: `arn:${revision}`, revision, isActive: true, definition: wanted }
    revisions.push(made)
    return made
  }
  const port = { describeDefinition: async () => revisions.at(-1), registerDefinition: register }
  await expect(registerRevision(port, 'web', { api: 'app:2' })).rejects.toThrow('has no active revision')
  await register(definition())
  expect(await registerRevision(port, 'web', { api: 'app:2' })).toMatchObject({
    revision: 'web:2',
    registered: true
  })
  expect(await registerRevision(port, 'web', { api: 'app:2' })).toMatchObject({
    revision: 'web:2',
    registered: false
  })
})
