import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from '@jest/globals'
import * as openpgp from 'openpgp'
import { HASHICORP_FINGERPRINT, type Signed, verifySignature } from '../../../scripts/digests/signature.ts'
import { compareTables, parseSums } from '../../../scripts/digests/sums.ts'

const root = join(import.meta.dirname, '../../..')
const list = join(root, 'test/fixtures/hashicorp/terraform-provider-null_3.1.0_SHA256SUMS')

let genuine: Signed

beforeAll(async () => {
  genuine = {
    content: await readFile(list),
    signature: await readFile(`${list}.sig`),
    key: await readFile(join(root, 'scripts/digests/hashicorp.asc'), 'utf8'),
    fingerprint: HASHICORP_FINGERPRINT
  }
})

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

test('HashiCorp’s real signature verifies, by the subkey and at the time that it says', async () => {
  expect(await verifySignature(genuine)).toEqual({
    subkey: 'b36cba91a2c0730c435fc280b0b441097685b676',
    signedAt: new Date('2021-04-22T17:16:54Z')
  })
})

test('one flipped byte of the list does not verify', async () => {
  const { content } = genuine
  for (const at of [0, 700, content.length - 1]) {
    await expect(verifySignature({ ...genuine, content: flipped(content, at) })).rejects.toThrow(
      /did not match/
    )
  }
})

test('no flipped byte of the signature verifies', async () => {
  const { signature } = genuine
  for (const at of [30, 100, signature.length - 1]) {
    await expect(verifySignature({ ...genuine, signature: flipped(signature, at) })).rejects.toThrow(/./)
  }
})

test('an empty or a doubled signature does not verify', async () => {
  const { signature } = genuine
  await expect(verifySignature({ ...genuine, signature: new Uint8Array() })).rejects.toThrow(/parsing/)
  const doubled = new Uint8Array([...signature, ...signature])
  await expect(verifySignature({ ...genuine, signature: doubled })).rejects.toThrow(/2 signatures/)
})

test('the right key under another fingerprint does not verify', async () => {
  await expect(verifySignature({ ...genuine, fingerprint: '0'.repeat(40) })).rejects.toThrow(/not 0000/)
})

const MADE = new Date('2024-01-01T00:00:00Z')
const SIGNED = new Date('2024-06-01T00:00:00Z')

/** A key of our own and a good signature by its signing subkey. */
async function forge(): Promise<{ signed: Signed; privateKey: openpgp.PrivateKey }> {
  const { privateKey, publicKey } = await openpgp.generateKey({
    userIDs: [{ name: 'HashiCorp Security' }],
    subkeys: [{ sign: true }],
    date: MADE,
    format: 'object'
  })
  const signature = await openpgp.sign({
    message: await openpgp.createMessage({ binary: genuine.content }),
    signingKeys: privateKey,
    date: SIGNED,
    detached: true,
    format: 'binary'
  })
  const fingerprint = publicKey.getFingerprint()
  return { signed: { content: genuine.content, signature, key: publicKey.armor(), fingerprint }, privateKey }
}

test('a signature by another key does not verify as HashiCorp’s, though it is good by its own', async () => {
  const { signed } = await forge()
  expect(await verifySignature(signed)).toMatchObject({ signedAt: SIGNED })
  await expect(
    verifySignature({ ...signed, key: genuine.key, fingerprint: HASHICORP_FINGERPRINT })
  ).rejects.toThrow(/no subkey of c874011f/)
  await expect(verifySignature({ ...signed, fingerprint: HASHICORP_FINGERPRINT })).rejects.toThrow(
    /not c874011f/
  )
})

test('a revoked key and a revoked subkey do not verify', async () => {
  const { signed, privateKey } = await forge()
  const { publicKey } = await openpgp.revokeKey({ key: privateKey, format: 'object' })
  await expect(verifySignature({ ...signed, key: publicKey.armor() })).rejects.toThrow(/is revoked/)
  const [subkey] = privateKey.subkeys
  if (subkey === undefined) throw new Error('The generated key has no subkey.')
  privateKey.subkeys = [await subkey.revoke(privateKey.keyPacket as openpgp.SecretKeyPacket)]
  await expect(verifySignature({ ...signed, key: privateKey.toPublic().armor() })).rejects.toThrow(
    /subkey .* is revoked/
  )
})

test('a signature made after its subkey had expired does not verify', async () => {
  const { signed, privateKey } = await forge()
  const { publicKey } = await openpgp.reformatKey({
    privateKey,
    userIDs: [{ name: 'HashiCorp Security' }],
    keyExpirationTime: 3600,
    format: 'object'
  })
  await expect(verifySignature({ ...signed, key: publicKey.armor() })).rejects.toThrow(
    /2024-06-01.*was not alive/
  )
})

const nullProvider = { product: 'terraform-provider-null', version: '3.1.0' }

test('the table of the wanted platforms is read from the list', () => {
  const text = new TextDecoder().decode(genuine.content)
  expect(parseSums(text, { ...nullProvider, platforms: ['linux_amd64', 'darwin_arm64'] })).toEqual({
    linux_amd64: '53e30545ff8926a8e30ad30648991ca8b93b6fa496272cd23b26763c8ee84515',
    darwin_arm64: '9ebf4d9704faba06b3ec7242c773c0fbfe12d62db7d00356d4f55385fc69bfb2'
  })
})

test('a platform that the list lacks, another version and an unreadable line are refused', () => {
  const text = new TextDecoder().decode(genuine.content)
  expect(() => parseSums(text, { ...nullProvider, platforms: ['plan9_amd64'] })).toThrow(
    /no digest .* for plan9_amd64/
  )
  expect(() => parseSums(text, { ...nullProvider, version: '3.1.1', platforms: ['linux_amd64'] })).toThrow(
    /3\.1\.1/
  )
  expect(() => parseSums(`<html>\n${text}`, { ...nullProvider, platforms: ['linux_amd64'] })).toThrow(
    /'<html>'/
  )
})

test('a table that differs is told platform by platform', () => {
  expect(
    compareTables({ linux_amd64: 'a', linux_arm64: 'b' }, { linux_amd64: 'a', linux_arm64: 'c' })
  ).toEqual(['linux_arm64: the action has b, HashiCorp signed c'])
  expect(compareTables({ linux_amd64: 'a' }, { linux_amd64: 'a' })).toEqual([])
})
