/** `manage.py migrate` and `showmigrations`, in Django's words (django/core/management/commands, 5.2). */
import type { Migration } from './behaviour.ts'
import type { Control } from './control.ts'
import { runOutOfMemory } from './ends.ts'
import { pause } from './pause.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const id = ({ app, name }: Migration): string => `${app}.${name}`

/** Exit code of `manage.py migrate …`. */
export async function migrate(control: Control, flags: readonly string[]): Promise<number> {
  const { migrations = [] } = control.order.behaviour
  const pending = pendingOf(control)
  const mayRun = !flags.includes('--plan')
  if (!mayRun) sayPlan(pending)
  if (flags.includes('--check')) return pending.length > 0 ? 1 : 0
  if (!mayRun) return 0
  say('Operations to perform:')
  const apps = [...new Set(migrations.map(({ app }) => app))].toSorted()
  say(`  Apply all migrations: ${apps.length > 0 ? apps.join(', ') : '(none)'}`)
  say('Running migrations:')
  if (pending.length === 0) say('  No migrations to apply.')
  for (const one of pending) if (!(await apply(control, one))) return 1
  return 0
}

function pendingOf({ order }: Control): readonly Migration[] {
  return (order.behaviour.migrations ?? []).filter((one) => !order.applied.includes(id(one)))
}

function sayPlan(pending: readonly Migration[]): void {
  say('Planned operations:')
  if (pending.length === 0) say('  No planned migration operations.')
  for (const one of pending) {
    say(id(one))
    for (const operation of one.operations ?? []) say(`    ${operation}`)
  }
}

async function apply(control: Control, one: Migration): Promise<boolean> {
  process.stdout.write(`  Applying ${id(one)}...`)
  const { error } = await control.ask({ kind: 'begin', migration: id(one) })
  if (one.outOfMemory === true) runOutOfMemory(control)
  if (one.hangs === true || one.outOfMemory === true)
    await new Promise((resolve) => setTimeout(resolve, 2 ** 31 - 1))
  await pause(control, one.seconds ?? 0)
  const reason = error ?? one.fails
  if (reason !== undefined) {
    sayTraceback(reason)
    return false
  }
  await control.ask({ kind: 'applied', migration: id(one) })
  say(' OK')
  return true
}

/** What Django prints when a command's error reaches the top; two files stand for the many. */
export function sayTraceback(reason: string): void {
  const lines = [
    'Traceback (most recent call last):',
    '  File "/usr/local/lib/python3.13/site-packages/django/db/backends/utils.py", line 105, in _execute',
    '    return self.cursor.execute(sql, params)',
    '           ~~~~~~~~~~~~~~~~~~~^^^^^^^^^^^^^',
    reason
  ]
  process.stderr.write(`${lines.join('\n')}\n`)
}

/** Exit code of `manage.py showmigrations [--plan]`. */
export function showMigrations({ order }: Control, flags: readonly string[]): number {
  const { migrations = [] } = order.behaviour
  const mark = (one: Migration): string => (order.applied.includes(id(one)) ? '[X]' : '[ ]')
  if (flags.includes('--plan')) {
    for (const one of migrations) say(`${mark(one)}  ${id(one)}`)
    if (migrations.length === 0) say('(no migrations)')
    return 0
  }
  for (const app of [...new Set(migrations.map((one) => one.app))].toSorted()) {
    say(app)
    for (const one of migrations) if (one.app === app) say(` ${mark(one)} ${one.name}`)
  }
  return 0
}
