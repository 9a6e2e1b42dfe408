import { UserError } from '../errors.ts'
import { credentialsAdvice, isDenied, isUnauthenticated } from './denied.ts'

/** A call of Secrets Manager: its operation, the secret, and which errors mean that what it is about is not there. */
export type SecretCall = Readonly<{ action: string; on: string; isAbsence?: (error: Error) => boolean }>

/** AWS does not let the role do this. */
export class DeniedError extends UserError {
  override name = 'DeniedError'
}

/** The answer; undefined where AWS says that nothing is there; a refusal or fault that names operation and secret otherwise. */
export async function ask<T>(
  { action, on, isAbsence = () => false }: SecretCall,
  send: () => Promise<T>
): Promise<T | undefined> {
  try {
    return await send()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (isAbsence(error)) return undefined
    if (isDenied(error)) throw denied(error, action, on)
    if (isUnauthenticated(error))
      throw new UserError(`secretsmanager:${action} on ${on} ${credentialsAdvice(error.name)}`, {
        cause: error
      })
    throw new Error(`secretsmanager:${action} on ${on} failed.`, { cause: error })
  }
}

function denied(error: Error, action: string, on: string): DeniedError {
  const resource = on.startsWith('arn:')
    ? on
    : `arn:<partition>:secretsmanager:<region>:<account>:secret:${on}-*`
  return new DeniedError(
    `AWS refuses secretsmanager:${action} on ${on}: ${error.message.trim().replace(/\.?$/, '.')} Allow the role secretsmanager:${action} on ${resource}; where the message speaks of KMS, kms:Decrypt and kms:GenerateDataKey on the secret's key.`,
    { cause: error }
  )
}

/** There is no such secret, or no version with such a label. */
export const isUnknown = (error: Error): boolean => error.name === 'ResourceNotFoundException'
