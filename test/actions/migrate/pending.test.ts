import { expect, test } from '@jest/globals'
import { findDestructive } from '../../../actions/migrate/src/destructive.ts'
import { readProgress } from '../../../actions/migrate/src/django-log.ts'
import { judgeLook, parsePending } from '../../../actions/migrate/src/pending.ts'

test('the plan of migrate is read, with colours and lines of the application between', () => {
  const lines = [
    'INFO settings loaded',
    '\u001B[36;1mPlanned operations:\u001B[0m',
    '\u001B[1mtenants.0002_plan\u001B[0m',
    '    Remove field plan from tenant',
    '    Raw SQL operation -> DROP TABLE x',
    'auth.0001_initial'
  ]
  expect(parsePending(lines)).toEqual([
    {
      name: 'tenants.0002_plan',
      operations: ['Remove field plan from tenant', 'Raw SQL operation -> DROP TABLE x']
    },
    { name: 'auth.0001_initial', operations: [] }
  ])
})

test.each([
  [['Planned operations:', '  No planned migration operations.'], []],
  [['[X]  a.0001_initial', '[ ]  a.0002_x ... (a.0001_initial)'], [{ name: 'a.0002_x', operations: [] }]],
  [['[X]  a.0001_initial'], []],
  [['Planned operations:'], undefined],
  [['nothing to do'], undefined],
  [[], undefined]
])('%j', (lines, pending) => {
  expect(parsePending(lines)).toEqual(pending)
})

const PLAN = ['migrate', '--plan']
const CHECK = ['migrate', '--check']
const NONE = ['Planned operations:', '  No planned migration operations.']
const ONE = ['Planned operations:', 'a.0001_x']

test.each([
  [PLAN, { exitCode: 0, lines: NONE }, { kind: 'known', migrations: [] }],
  [PLAN, { exitCode: 1, lines: ONE }, undefined],
  [PLAN, { exitCode: undefined, lines: [] }, undefined],
  [PLAN, { exitCode: 0, lines: [] }, { kind: 'unknown', note: expect.stringContaining('not known') }],
  [
    ['showmigrations', '--plan'],
    { exitCode: 0, lines: ['[X]  a.0001_initial'] },
    { kind: 'unknown', note: expect.stringContaining('can still lack its last lines') }
  ],
  [
    ['showmigrations', '--plan'],
    { exitCode: 0, lines: ['[X]  a.0001_initial', '[ ]  a.0002_x'] },
    { kind: 'known', migrations: [{ name: 'a.0002_x', operations: [] }] }
  ],
  [CHECK, { exitCode: 0, lines: [] }, { kind: 'known', migrations: [] }],
  [
    CHECK,
    { exitCode: 1, lines: ['[X]  a.0001_initial'] },
    { kind: 'unknown', note: 'Something is pending.' }
  ],
  [CHECK, { exitCode: 1, lines: [] }, { kind: 'unknown', note: 'Something is pending.' }],
  [CHECK, { exitCode: 1, lines: ['Traceback (most recent call last):'] }, undefined],
  [CHECK, { exitCode: 2, lines: [] }, undefined],
  [
    [...PLAN, '--check'],
    { exitCode: 1, lines: ONE },
    { kind: 'known', migrations: [{ name: 'a.0001_x', operations: [] }] }
  ]
])('a look by %j that ends as %j', (command, end, judged) => {
  expect(judgeLook(command, end)).toEqual(judged)
})

test.each([
  ['Remove field plan from tenant', 'RemoveField'],
  ['Delete model Tenant', 'DeleteModel'],
  ['Alter field name on tenant', 'AlterField'],
  ['Rename field a on tenant to b', 'RenameField'],
  ['Rename model Tenant to Client', 'RenameModel'],
  ['Rename table for tenant to clients', 'AlterModelTable'],
  ['Raw SQL operation -> DROP TABLE x', 'RunSQL'],
  ['Raw Python operation -> Fill the plans', 'RunPython'],
  ['Custom state/database change combination', 'SeparateDatabaseAndState'],
  ['Undo Create model Tenant', 'Undo CreateModel'],
  ['Undo Add field plan to tenant', 'Undo AddField']
])('%s is flagged as %s', (operation, kind) => {
  expect(findDestructive([{ name: 'a.0001_x', operations: [operation] }])).toEqual([
    { migration: 'a.0001_x', operation, kind, risk: expect.stringMatching(/\.$/) }
  ])
})

test.each([
  'Create model Tenant',
  'Add field plan to tenant',
  'Create index i on tenant',
  'Alter unique_together for x'
])('%s is not', (operation) => {
  expect(findDestructive([{ name: 'a.0001_x', operations: [operation] }])).toEqual([])
})

test('what was applied, what was begun and the database’s words are read from the log', () => {
  const error = 'django.db.utils.ProgrammingError: column "plan" does not exist'
  const lines = [
    'Running migrations:',
    '  Applying a.0001_initial... OK',
    '  Applying a.0002_x...Traceback (most recent call last):',
    '  File "x.py", line 1, in y',
    'psycopg.errors.UndefinedColumn: column "plan" does not exist',
    error
  ]
  expect(readProgress(lines)).toEqual({ applied: ['a.0001_initial'], unfinished: 'a.0002_x', error })
  expect(readProgress(['done'])).toEqual({ applied: [] })
})
