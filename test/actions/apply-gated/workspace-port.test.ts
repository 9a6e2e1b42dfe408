import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { workspacePort } from '../../../actions/apply-gated/src/workspace-port.ts'
import type { WorkspacePort } from '../../../actions/apply-gated/src/ports.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'workspace-test-'))
  await mkdir(join(root, 'net'))
  await mkdir(join(root, 'temporary'))
})
afterEach(() => rm(root, { recursive: true }))

const open = (): WorkspacePort & Readonly<{ folder: string }> =>
  workspacePort({
    workingDirectory: 'net',
    env: { GITHUB_WORKSPACE: root, RUNNER_TEMP: join(root, 'temporary') },
    signal: new AbortController().signal,
    exec: () => Promise.reject(new Error('not asked'))
  })

test("the lock file's digest is that of its bytes, and empty without one", async () => {
  await expect(open().lockFileSha256()).resolves.toBe('')
  await writeFile(join(root, 'net/.terraform.lock.hcl'), 'provider')
  await expect(open().lockFileSha256()).resolves.toBe(createHash('sha256').update('provider').digest('hex'))
  expect(open().folder).toBe(join(root, 'net'))
})

test('the opened plan is readable by its owner alone, outside the checkout, and gone afterwards', async () => {
  const seen = await open().withPlanFiles(
    { plan: Buffer.from('plan') },
    async ({ saved, renewed, variables }) => {
      expect(renewed).not.toBe(saved)
      expect(variables).toBeUndefined()
      return { text: await readFile(saved, 'utf8'), mode: (await stat(saved)).mode & 0o777 }
    }
  )
  expect(seen).toEqual({ text: 'plan', mode: 0o600 })
  await expect(readdir(join(root, 'temporary'))).resolves.toEqual([])
})

test('variables that were sealed with the plan lie beside it, as privately', async () => {
  const content = { plan: Buffer.from('plan'), variables: '{"client":"acme"}' }
  const seen = await open().withPlanFiles(content, async ({ variables = '' }) => ({
    text: await readFile(variables, 'utf8'),
    mode: (await stat(variables)).mode & 0o777,
    isJson: variables.endsWith('.tfvars.json')
  }))
  expect(seen).toEqual({ text: '{"client":"acme"}', mode: 0o600, isJson: true })
  await expect(readdir(join(root, 'temporary'))).resolves.toEqual([])
})

test('it is gone after a failure too', async () => {
  await expect(
    open().withPlanFiles({ plan: Buffer.from('plan') }, () => Promise.reject(new Error('apply')))
  ).rejects.toThrow('apply')
  await expect(readdir(join(root, 'temporary'))).resolves.toEqual([])
})
