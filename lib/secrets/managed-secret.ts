import { UserError } from '../errors.ts'
import type { Credentials } from './documentdb-uri.ts'

/** Reads the JSON that RDS and DocumentDB keep of their master user; a refusal never quotes it. */
export function parseManagedSecret(text: string, id: string): Credentials {
  const { username, password } = readObject(text)
  if (typeof username === 'string' && username !== '' && typeof password === 'string' && password !== '')
    return { username, password }
  throw new UserError(
    `The secret ${id} is no JSON object with 'username' and 'password'. Name the output with the ARN of the secret that AWS made for the database's master user.`
  )
}

function readObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
