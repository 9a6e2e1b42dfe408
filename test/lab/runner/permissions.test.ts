import { expect, test } from '@jest/globals'
import { DEFAULT_PERMISSIONS, excessOf, permissionsOf } from '../../../lab/runner/job/permissions.ts'
import { readWorkflowText } from '../../../lab/runner/workflow/grammar.ts'
import { child } from '../../../lab/runner/workflow/token.ts'

function stated(text: string): ReturnType<typeof permissionsOf> {
  const { root } = readWorkflowText(
    'w.yml',
    `on: push\npermissions: ${text}\njobs: {a: {runs-on: x, steps: [{run: echo}]}}`
  )
  return permissionsOf(child(root, 'permissions'), DEFAULT_PERMISSIONS)
}

test('without permissions the inherited ones hold [docs: workflow-syntax#permissions]', () => {
  expect(permissionsOf(undefined, DEFAULT_PERMISSIONS)).toMatchObject({
    contents: 'read',
    packages: 'read',
    issues: 'none'
  })
})

test('a stated scope takes all others away [docs: workflow-syntax#permissions]', () => {
  expect(stated('{pull-requests: write}')).toMatchObject({ 'pull-requests': 'write', contents: 'none' })
})

test('read-all cannot read what can only be written, write-all can write it [docs: workflow-syntax#permissions]', () => {
  expect(stated('read-all')).toMatchObject({ contents: 'read', 'id-token': 'none' })
  expect(stated('write-all')).toMatchObject({ contents: 'write', 'id-token': 'write' })
})

test('an excess is listed as GitHub lists it [docs: reusing-workflow-configurations#access-and-permissions-for-nested-workflows]', () => {
  expect(excessOf(stated('{contents: write, id-token: write}'), stated('{contents: read}'))).toEqual({
    wanted: 'contents: write, id-token: write',
    allowed: 'contents: read, id-token: none'
  })
  expect(excessOf(stated('{contents: read}'), stated('{contents: write}'))).toBeUndefined()
})
