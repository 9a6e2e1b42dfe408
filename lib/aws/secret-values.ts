import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { UserError } from '../errors.ts'
import { ask, isUnknown } from './secret-errors.ts'

/** A version of a secret; `createdAt` in milliseconds since the epoch. */
export type SecretVersion = Readonly<{ id: string; text: string; createdAt: number }>

/** A version to be made; AWS takes the token for its id, and the same token with the same value does nothing twice. */
export type NewVersion = Readonly<{ name: string; text: string; token: string }>

/** A secret to be made with its first version; AWS's own key encrypts it when none is named. */
export type NewSecret = NewVersion &
  Readonly<{ description: string; tags: Readonly<Record<string, string>>; kmsKeyArn?: string }>

/** `taken`: somebody else was there meanwhile (another version by this token, another secret, a deletion). Read again. */
export type Written = 'written' | 'taken'

type Session = Readonly<{ client: SecretsManagerClient; options: Readonly<{ abortSignal?: AbortSignal }> }>

/** What AWS answers when the secret is no longer as it was read: made, gone, or scheduled for deletion. */
const isTaken = (error: Error): boolean =>
  error.name === 'ResourceExistsException' ||
  isUnknown(error) ||
  (error.name === 'InvalidRequestException' && /delet/i.test(error.message))

/** The version with a label, undefined when no version has it. */
export async function readSecret(
  { client, options }: Session,
  id: string,
  label: string
): Promise<SecretVersion | undefined> {
  const { GetSecretValueCommand } = await import('@aws-sdk/client-secrets-manager')
  const command = new GetSecretValueCommand({ SecretId: id, VersionStage: label })
  const call = { action: 'GetSecretValue', on: id, isAbsence: isUnknown }
  const answer = await ask(call, () => client.send(command, options))
  if (answer === undefined) return undefined
  if (answer.SecretString === undefined) {
    throw new UserError(
      `The secret ${id} holds bytes, not text. Put text into it, or leave it out of the mapping.`
    )
  }
  return {
    id: answer.VersionId ?? '',
    text: answer.SecretString,
    createdAt: answer.CreatedDate?.getTime() ?? 0
  }
}

/** Makes a version; AWS labels it AWSCURRENT. */
export async function putSecret(
  { client, options }: Session,
  { name, text, token }: NewVersion
): Promise<Written> {
  const { PutSecretValueCommand } = await import('@aws-sdk/client-secrets-manager')
  const command = new PutSecretValueCommand({ SecretId: name, SecretString: text, ClientRequestToken: token })
  const call = { action: 'PutSecretValue', on: name, isAbsence: isTaken }
  return (await ask(call, () => client.send(command, options))) === undefined ? 'taken' : 'written'
}

/** Makes a secret with its first version. */
export async function createSecret(
  { client, options }: Session,
  { name, text, token, description, tags, kmsKeyArn }: NewSecret
): Promise<Written> {
  const { CreateSecretCommand } = await import('@aws-sdk/client-secrets-manager')
  const command = new CreateSecretCommand({
    Name: name,
    SecretString: text,
    ClientRequestToken: token,
    Description: description,
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    ...(kmsKeyArn === undefined ? {} : { KmsKeyId: kmsKeyArn })
  })
  const call = { action: 'CreateSecret', on: name, isAbsence: isTaken }
  return (await ask(call, () => client.send(command, options))) === undefined ? 'taken' : 'written'
}
