import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { findSettings, keepSettings, parseBackendFile, STACK, valueOf } from '../../cli/settings.ts'

let root = ''

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'settings-'))
  await mkdir(join(root, STACK), { recursive: true })
})

afterEach(() => rm(root, { recursive: true, force: true }))

const ENVIRONMENT = { TERRAFORM_BACKEND_CONFIG: 'bucket=from-environment\n\nregion=us-east-1\n' }
const writeBackend = (text: string): Promise<void> => writeFile(join(root, STACK, 'backend.hcl'), text)
const bucket = async (env: Readonly<Record<string, string>>, given = {}): Promise<string> => {
  const settings = await findSettings({ env, root }, given)
  return `${valueOf(settings.backend, 'bucket')} (${settings.from})`
}

test('what is typed goes before the environment, that before what init.sh kept, that before backend.hcl', async () => {
  await writeBackend('bucket = "from-file"\nregion = "us-east-1"\n')
  expect(await bucket({})).toBe('from-file (backend.hcl)')
  await keepSettings(root, { backend: ['bucket=kept', 'region=us-east-1'], from: 'anywhere' })
  expect(await bucket({})).toBe('kept (init.sh)')
  expect(await bucket(ENVIRONMENT)).toBe('from-environment (TERRAFORM_BACKEND_CONFIG)')
  const typed = { bucket: 'typed', region: 'eu-west-1' }
  expect(await bucket(ENVIRONMENT, typed)).toBe('typed (--state-bucket)')
})

test('the image of new tenants is what is typed, else CALIBER_IMAGE, else what init.sh kept', async () => {
  await keepSettings(root, { backend: ['bucket=kept', 'region=us-east-1'], from: '', image: 'a/b:1' })
  const image = async (env: Readonly<Record<string, string>>, given = {}) =>
    (await findSettings({ env, root }, given)).image
  expect(await image({})).toBe('a/b:1')
  expect(await image({ CALIBER_IMAGE: 'a/b:2' })).toBe('a/b:2')
  expect(await image({ CALIBER_IMAGE: 'a/b:2' }, { image: 'a/b:3' })).toBe('a/b:3')
})

test('a backend’s file is read as Terraform reads it', () => {
  const text =
    '# states\nbucket       = "acme-states"\nregion = "us-east-1" # theirs\n\n// more\nencrypt=true\n'
  expect(parseBackendFile(text)).toEqual(['bucket=acme-states', 'region=us-east-1', 'encrypt=true'])
})

test.each([
  ['bucket "x"', 'is not name = "value"'],
  ['assume_role = {', 'is not name = "value"'],
  ['bucket = "x"', 'have no region'],
  ['region = "us-east-1"', 'have no bucket'],
  ['bucket = "x"\nregion = "us-east-1"\nkey = "mine"', 'name a key'],
  ['bucket = "x"\nregion = "us-east-1"\nsecret_key = "planted"', "sets 'secret_key', a credential"],
  ['bucket = "x"\nregion = "us-east-1"\ntoken = "planted"', "sets 'token', a credential"]
])('%j is refused', async (text, words) => {
  await writeBackend(text)
  const refused = findSettings({ env: {}, root })
  await expect(refused).rejects.toThrow(words)
  await expect(refused).rejects.not.toThrow('planted')
})

test('where nothing says it, all three ways are named', async () => {
  for (const way of ['--state-bucket', 'TERRAFORM_BACKEND_CONFIG', 'backend.hcl'])
    await expect(findSettings({ env: {}, root })).rejects.toThrow(way)
})

test('the bucket’s region is the environment’s, where it is not typed', async () => {
  const { backend } = await findSettings({ env: { AWS_REGION: 'eu-north-1' }, root }, { bucket: 'states' })
  expect(valueOf(backend, 'region')).toBe('eu-north-1')
  await expect(findSettings({ env: {}, root }, { bucket: 'states' })).rejects.toThrow(
    '--state-region is missing'
  )
})
