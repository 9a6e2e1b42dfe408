import { expect, test } from '@jest/globals'
import { diagnose, type TaskEnd } from '../../../lib/ecs/diagnosis.ts'

const started = (stoppedReason: string, rest: Partial<TaskEnd> = {}): TaskEnd => ({
  stopCode: 'TaskFailedToStart',
  stoppedReason,
  ...rest
})
const ended = (exitCode: number, containerReason?: string): TaskEnd => ({
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  exitCode,
  ...(containerReason === undefined ? {} : { containerReason })
})

const PULL =
  'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s):'

test.each<readonly [TaskEnd, string]>([
  [
    started(
      `${PULL} failed to fetch secret arn:aws:secretsmanager:eu-west-1:1:secret:a from secrets manager: AccessDeniedException: User is not authorized to perform: secretsmanager:GetSecretValue`
    ),
    'The execution role may not read a secret'
  ],
  [
    started(
      `${PULL} failed to fetch secret a from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSCURRENT`
    ),
    'does not exist, or has no value yet'
  ],
  [started(`${PULL} retrieved secret from Secrets Manager did not contain json key uri`), 'JSON key'],
  [
    started(
      'ResourceInitializationError: unable to pull secrets or registry auth: RequestError: send request failed caused by: dial tcp: i/o timeout'
    ),
    'does not reach Secrets Manager'
  ],
  [
    started(
      'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: The specified log group does not exist.'
    ),
    'The log group'
  ],
  [
    started(
      'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref x/api:v9: x/api:v9: not found'
    ),
    'The image does not exist'
  ],
  [
    started(
      'CannotPullContainerError: image Manifest does not contain descriptor matching platform linux/amd64'
    ),
    'another processor'
  ],
  [started('CannotPullContainerError: pull access denied: 403 Forbidden'), 'may not pull the image'],
  [
    started('CannotPullContainerError: toomanyrequests: You have reached your pull rate limit'),
    'limits how often images are pulled'
  ],
  [
    started(
      'CannotPullContainerError: ref pull has been retried 5 time(s): dial tcp 1.2.3.4:443: i/o timeout'
    ),
    'does not reach the registry'
  ],
  [
    started('Task failed to start', {
      containerReason: 'CannotStartContainerError: exec: "rails": executable file not found in $PATH'
    }),
    'The program of the container does not exist'
  ],
  [
    {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Task failed ELB health checks in (target-group arn:x)'
    },
    'The load balancer found the task unhealthy'
  ],
  [
    { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed container health checks' },
    "The container's own health check failed"
  ],
  [ended(137, 'OutOfMemoryError: Container killed due to memory usage'), 'took more memory than it may'],
  [ended(137), 'was killed'],
  [ended(139), 'segmentation fault'],
  [ended(127), 'does not exist in the image'],
  [ended(126), 'may not be executed'],
  [ended(3), 'The program ended'],
  [started('Timeout waiting for network interface provisioning to complete.'), 'a network interface'],
  [started('Capacity is unavailable at this time. Please try again later'), 'no capacity'],
  [{ stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user' }, 'Somebody stopped the task'],
  [{ stopCode: 'UserInitiated', stoppedReason: 'for a test', exitCode: 137 }, 'Somebody stopped the task'],
  [
    { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.', exitCode: 143 },
    'took the Spot capacity'
  ],
  [
    { stopCode: 'TerminationNotice', stoppedReason: 'Host EC2 (i-1) terminated.', exitCode: 137 },
    'off its host'
  ],
  [
    {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'ECS is performing maintenance on the underlying infrastructure hosting the task',
      exitCode: 143
    },
    'off its host'
  ],
  [
    {
      stopCode: 'UserInitiated',
      stoppedReason: 'Task stopped by user',
      containerReason: 'OutOfMemoryError: Container killed due to memory usage',
      exitCode: 137
    },
    'took more memory than it may'
  ]
])('%j', (end, cause) => {
  expect(diagnose(end)?.cause).toContain(cause)
  expect(diagnose(end)?.fix).toMatch(/\.$/)
})

test('what is not known is not guessed', () => {
  expect(diagnose({ stopCode: '', stoppedReason: 'Something new' })).toBeUndefined()
})
