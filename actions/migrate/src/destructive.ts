import type { PendingMigration } from './pending.ts'

/** An operation that can lose data, or that the version which still runs may not live with. */
export type Destructive = Readonly<{ migration: string; operation: string; kind: string; risk: string }>

type Rule = Readonly<{ kind: string; text: RegExp; risk: string }>

const OLD = 'the version that still runs'

/** In Django's words (`Operation.describe`); backwards, `migrate --plan` writes Undo before them. */
const RULES: readonly Rule[] = [
  {
    kind: 'Undo CreateModel',
    text: /^Undo Create (?:proxy )?model /i,
    risk: 'A table is dropped with its rows.'
  },
  { kind: 'Undo AddField', text: /^Undo Add field /i, risk: 'A column is dropped with its values.' },
  {
    kind: 'RemoveField',
    text: /^Remove field /i,
    risk: `A column is dropped with its values; ${OLD} still asks for it.`
  },
  {
    kind: 'DeleteModel',
    text: /^Delete model /i,
    risk: `A table is dropped with its rows; ${OLD} still asks for it.`
  },
  {
    kind: 'AlterField',
    text: /^(?:Undo )?Alter field /i,
    risk: 'A column changes: values that do not fit fail or are cut, and a large table can be locked meanwhile.'
  },
  {
    kind: 'RenameField',
    text: /^(?:Undo )?Rename field /i,
    risk: `A column changes its name; ${OLD} asks for the old one.`
  },
  {
    kind: 'RenameModel',
    text: /^(?:Undo )?Rename model /i,
    risk: `A table changes its name; ${OLD} asks for the old one.`
  },
  {
    kind: 'AlterModelTable',
    text: /^(?:Undo )?Rename table for /i,
    risk: `A table changes its name; ${OLD} asks for the old one.`
  },
  { kind: 'RunSQL', text: /^(?:Undo )?Raw SQL operation/i, risk: 'SQL of its own can do anything. Read it.' },
  {
    kind: 'RunPython',
    text: /^(?:Undo )?Raw Python operation/i,
    risk: 'A program of its own can change any row. Read it.'
  },
  {
    kind: 'SeparateDatabaseAndState',
    text: /^(?:Undo )?Custom state\/database change/i,
    risk: 'What it does to the database is not told. Read it.'
  }
]

/** The operations that somebody should have looked at before. */
export function findDestructive(migrations: readonly PendingMigration[]): readonly Destructive[] {
  return migrations.flatMap(({ name, operations }) =>
    operations.flatMap((operation) => {
      const rule = RULES.find(({ text }) => text.test(operation))
      return rule === undefined ? [] : [{ migration: name, operation, kind: rule.kind, risk: rule.risk }]
    })
  )
}
