import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { fails, startMirror } from '../actions/setup-terraform-1.13.1/mirror.ts'

/** Processes start slowly on a busy machine. */
jest.setTimeout(60_000)

const root = join(import.meta.dirname, '../..')
const signed = join(root, 'test/fixtures/hashicorp/terraform-provider-null_3.1.0_SHA256SUMS')
const LIST = 'terraform_1.13.1_SHA256SUMS'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digests-test-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

/** Runs the script; answers its exit code and everything it printed. */
function run(...args: string[]): Promise<{ code: number; text: string }> {
  const script = join(root, 'scripts/terraform-digests.ts')
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), text: stdout + stderr })
    })
  })
}

test('a signed list of something else verifies, and is no list of Terraform', async () => {
  await copyFile(signed, join(folder, LIST))
  await copyFile(`${signed}.sig`, join(folder, `${LIST}.sig`))
  const { code, text } = await run('--folder', folder)
  expect(code).toBe(1)
  expect(text).toContain('signed by HashiCorp (b36cba91a2c0730c435fc280b0b441097685b676) at 2021-04-22')
  expect(text).toContain('no digest of terraform 1.13.1 for linux_amd64')
})

test('a changed list is refused before it is read', async () => {
  await writeFile(
    join(folder, LIST),
    `${await readFile(signed, 'utf8')}${'0'.repeat(64)}  terraform_1.13.1_linux_amd64.zip\n`
  )
  await copyFile(`${signed}.sig`, join(folder, `${LIST}.sig`))
  const { code, text } = await run('--folder', folder)
  expect(code).toBe(1)
  expect(text).toContain('did not match')
  expect(text).not.toContain('linux_amd64')
})

test('an empty folder, a server without the release and an unknown option are named', async () => {
  const mirror = await startMirror(fails(404))
  try {
    expect(await run('--folder', folder)).toMatchObject({ code: 1, text: expect.stringContaining(LIST) })
    expect(await run('--server', mirror.url)).toMatchObject({
      code: 1,
      text: expect.stringContaining('answered 404')
    })
    expect(await run('--fodler', folder)).toMatchObject({
      code: 1,
      text: expect.stringContaining('Usage: npm run')
    })
  } finally {
    await mirror.close()
  }
})
