import type { Task, TaskContainer } from '../../../lib/aws/ecs-tasks.ts'
import { diagnose, type Diagnosis } from '../../../lib/ecs/diagnosis.ts'
import { readProgress } from './django-log.ts'
import type { Sight } from './watch.ts'

/** Why a command did not end well. */
export type Verdict = Readonly<{
  /** How it ended, in ECS's words. */
  words: string
  /** The migration that was begun and not ended. */
  migration?: string
  /** The last error of the log. */
  error?: string
  diagnosis?: Diagnosis
}>

/** Errors of a database or of Django that have a known way out; the first that matches is told. */
const ERRORS: readonly (Readonly<{ text: RegExp }> & Diagnosis)[] = [
  {
    text: /password authentication failed|Authentication failed|SCRAM/i,
    cause: 'The database does not take the password.',
    fix: 'Its managed secret was rotated, or the copy is stale: run seed-secrets, then run this again.'
  },
  {
    text: /could not translate host name|Name or service not known|nodename nor servname/i,
    cause: "The database's host name is not known.",
    fix: 'Compare the endpoint in its secret or variable with the outputs of the stack; run seed-secrets.'
  },
  {
    text: /Connection refused|timeout expired|timed out|No route to host|ServerSelectionTimeout/i,
    cause: 'The database is not reached.',
    fix: "Let the tasks' security group in at the database's, on its port, and see that the database is available."
  },
  {
    text: /deadlock detected|lock timeout|canceling statement due to (?:lock|statement) timeout/i,
    cause: 'Another session held a lock that the migration needs.',
    fix: 'Find it (pg_stat_activity), then run this again when there is less traffic.'
  },
  {
    text: /already exists/i,
    cause:
      'What the migration makes is there already: another migration ran beside it, or was recorded nowhere.',
    fix: 'Compare showmigrations with the database; mend it by hand or with --fake, then run this again.'
  },
  {
    text: /permission denied for|must be owner of/i,
    cause: 'The database user may not do this.',
    fix: 'Grant it what the migration needs, or migrate as the owner of the tables.'
  },
  {
    text: /NodeNotFoundError|InconsistentMigrationHistory|Conflicting migrations/i,
    cause: 'The migrations in the image do not fit the history of the database, or each other.',
    fix: 'Merge them (makemigrations --merge) or deploy an image that has all that is applied.'
  },
  {
    text: /IntegrityError|violates|contains null values/i,
    cause: 'Rows that are there do not fit what the migration wants.',
    fix: 'Mend the rows in a migration before this one, then run this again.'
  },
  {
    text: /does not exist|UndefinedColumn|UndefinedTable|no such (?:table|column)/i,
    cause: 'The migration needs a table or column that is not there.',
    fix: 'Compare showmigrations with the database: a migration was faked or a change made by hand.'
  },
  {
    text: /ModuleNotFoundError|ImportError|ImproperlyConfigured|No module named/i,
    cause: 'The application does not start in this image with these settings.',
    fix: "Look at the log; compare the task definition's variables and secrets with what the settings need."
  },
  {
    text: /CommandError|Unknown command/i,
    cause: 'Django does not know the command or its options.',
    fix: "Correct 'command' or 'pending-command'."
  }
]

/** Why the task or its container did not end with 0. */
export function judge({ task, container, lines }: Sight): Verdict {
  const { unfinished, error } = readProgress(lines)
  const diagnosis = diagnoseAll(task, container, error)
  return {
    words: wordsOf(task, container),
    ...(unfinished === undefined ? {} : { migration: unfinished }),
    ...(error === undefined ? {} : { error }),
    ...(diagnosis === undefined ? {} : { diagnosis })
  }
}

function diagnoseAll(
  task: Task | undefined,
  container: TaskContainer | undefined,
  error: string | undefined
): Diagnosis | undefined {
  if (task === undefined) return undefined
  return diagnoseSideCar(task, container) ?? diagnoseError(error) ?? diagnoseEnd(task, container)
}

function diagnoseSideCar(task: Task, container: TaskContainer | undefined): Diagnosis | undefined {
  const culprit = culpritBeside(task, container)
  if (culprit === undefined) return undefined
  return {
    cause: `Container '${culprit.name}' ended first (exit code ${culprit.exitCode}), and ECS ended the task with it.`,
    fix: 'Look at its log, or set essential to false for it in the task definition.'
  }
}

function diagnoseError(error: string | undefined): Diagnosis | undefined {
  const known = error === undefined ? undefined : ERRORS.find(({ text }) => text.test(error))
  return known === undefined ? undefined : { cause: known.cause, fix: known.fix }
}

function diagnoseEnd(
  { stopCode, stoppedReason }: Task,
  container: TaskContainer | undefined
): Diagnosis | undefined {
  const { reason, exitCode } = container ?? {}
  const found = diagnose({
    stopCode,
    stoppedReason,
    ...(reason === undefined ? {} : { containerReason: reason }),
    ...(exitCode === undefined ? {} : { exitCode })
  })
  // That the program ended is how every command ends: it explains nothing.
  return found?.cause.startsWith('The program ended') === true ? undefined : found
}

/** Exit codes of a container that ECS has ended. */
const ENDED = new Set([137, 143])

/** A side-car that took the task with it; not where a person, a lack of memory or AWS ended it. */
function culpritBeside(task: Task, container: TaskContainer | undefined): TaskContainer | undefined {
  if (!ENDED.has(container?.exitCode ?? 0) || task.stopCode !== 'EssentialContainerExited') return undefined
  if (/OutOfMemory/i.test(container?.reason ?? '')) return undefined
  return task.containers.find(
    ({ name, exitCode }) => name !== container?.name && exitCode !== undefined && !ENDED.has(exitCode)
  )
}

function wordsOf(task: Task | undefined, container: TaskContainer | undefined): string {
  const parts = [
    task?.stopCode ?? '',
    task?.stoppedReason ?? '',
    container?.exitCode === undefined ? '' : `container ${container.name} exited with ${container.exitCode}`,
    container?.reason ?? ''
  ]
  const words = [...new Set(parts.filter((part) => part !== ''))].join(': ')
  return words === '' ? 'ECS gives no reason' : words
}
