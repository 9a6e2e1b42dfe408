import { createMessage, readKey, readSignature, type Signature, type Subkey, verify } from 'openpgp'

/** HashiCorp's primary key; hashicorp.asc beside this file is as they published it in 2026. */
export const HASHICORP_FINGERPRINT = 'c874011f0ab405110d02105534365d9472d7468f'

export type Signed = Readonly<{
  content: Uint8Array
  /** A detached OpenPGP signature, not armoured. */
  signature: Uint8Array
  /** The public key that must have made it, armoured, and the fingerprint of its primary key. */
  key: string
  fingerprint: string
}>

export type Signer = Readonly<{ subkey: string; signedAt: Date }>

/** Resolves to the subkey that signed and when; rejects unless the signature is good. */
export async function verifySignature(signed: Signed): Promise<Signer> {
  const key = await readKey({ armoredKey: signed.key })
  if (key.getFingerprint() !== signed.fingerprint) {
    throw new Error(`The key is ${key.getFingerprint()}, not ${signed.fingerprint}.`)
  }
  if (key.revocationSignatures.length > 0) throw new Error(`The key ${signed.fingerprint} is revoked.`)
  const signature = await readSignature({ binarySignature: signed.signature })
  const packet = theOnly(signature)
  const subkey = key.getSubkeys().find((one) => one.getKeyID().equals(packet.issuerKeyID))
  if (subkey === undefined)
    throw new Error(`It is signed by ${packet.issuerKeyID.toHex()}, no subkey of ${signed.fingerprint}.`)
  await checkLife(subkey, packet.created)
  /*
   * HashiCorp renewed the key's self-signatures after it had signed older releases, and OpenPGP has no word for that: without the option
   * and `date: null` every genuine older signature is refused. What they turn off is checked above.
   */
  const { signatures } = await verify({
    message: await createMessage({ binary: signed.content }),
    signature,
    verificationKeys: key,
    date: null,
    config: { allowInsecureVerificationWithReformattedKeys: true }
  })
  await Promise.all(signatures.map(({ verified }) => verified))
  if (signatures.length !== 1) throw new Error('The content is not signed.')
  return { subkey: subkey.getFingerprint(), signedAt: packet.created ?? new Date(Number.NaN) }
}

function theOnly({ packets }: Signature): Signature['packets'][number] {
  const [packet] = packets
  if (packet === undefined || packets.length > 1)
    throw new Error(`There are ${packets.length} signatures where one is expected.`)
  return packet
}

/** A signature counts only when it was made while its subkey was alive. */
async function checkLife(subkey: Subkey, signedAt: Date | null): Promise<void> {
  const name = subkey.getFingerprint()
  if (subkey.revocationSignatures.length > 0) throw new Error(`The subkey ${name} is revoked.`)
  const from = subkey.getCreationTime()
  const until = await subkey.getExpirationTime()
  if (signedAt === null || until === null || signedAt < from || signedAt > until) {
    throw new Error(
      `It was signed at ${signedAt?.toISOString() ?? 'no time'}, when the subkey ${name} was not alive.`
    )
  }
}
