import { expect, test } from '@jest/globals'
import { ask, DeniedError, isUnknown } from '../../../lib/aws/secret-errors.ts'
import { describeError } from '../../../lib/errors.ts'

const named = (name: string, message: string): Error =>
  Object.assign(new Error(message), { name, $metadata: { requestId: 'r-1' } })
const failing = (error: unknown) =>
  ask({ action: 'PutSecretValue', on: 'caliber/acme/stg/a', isAbsence: isUnknown }, () => {
    throw error
  })

test('what is not there is undefined', async () => {
  await expect(failing(named('ResourceNotFoundException', 'no'))).resolves.toBeUndefined()
})

test('a refusal names what to allow, and on what', async () => {
  const refused = failing(named('AccessDeniedException', 'User u is not authorized'))
  await expect(refused).rejects.toThrow(DeniedError)
  await expect(refused).rejects.toThrow(
    'AWS refuses secretsmanager:PutSecretValue on caliber/acme/stg/a: User u is not authorized. Allow the role secretsmanager:PutSecretValue on arn:<partition>:secretsmanager:<region>:<account>:secret:caliber/acme/stg/a-*;'
  )
})

test('credentials that are absent or have expired are told with the way to get some', async () => {
  await expect(failing(named('ExpiredTokenException', 'expired'))).rejects.toThrow(
    'secretsmanager:PutSecretValue on caliber/acme/stg/a has no credentials that AWS takes (ExpiredTokenException). Run aws-actions/configure-aws-credentials before this step'
  )
})

test('any other fault names operation and secret, with AWS’s code and request', async () => {
  const failed = await failing(named('InternalServiceError', 'try later')).catch((error: unknown) => error)
  expect(describeError(failed)).toBe(
    'secretsmanager:PutSecretValue on caliber/acme/stg/a failed. ← InternalServiceError: try later (AWS request r-1)'
  )
})
