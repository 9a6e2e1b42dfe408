/** Fills the tables between `<!-- BEGIN x -->` and `<!-- END x -->` from action.yml and the workflows; --check only compares. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

type Field = Readonly<{ description?: string; required?: boolean; default?: string; value?: unknown }>
type Fields = Readonly<Record<string, Field | null>>
type Action = Readonly<{ description: string; inputs?: Fields; outputs?: Fields }>
type Call = Readonly<{ inputs?: Fields; secrets?: Fields; outputs?: Fields }>
/** One file and what stands between its markers. */
type Page = Readonly<{ file: string; blocks: Readonly<Record<string, string>> }>

const root = join(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.'
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function describe(name: string, field: Field | null): string {
  const text = field?.description?.trim().replaceAll(/\s*\n\s*/g, ' ') ?? ''
  if (text === '') throw new Error(`'${name}' has no description. Say in a sentence what it is for.`)
  return text.replaceAll('|', String.raw`\|`).replaceAll('<', '&lt;')
}

function renderInputs(fields: Fields = {}): string {
  const rows = Object.entries(fields).map(([name, field]) => {
    const value = [undefined, ''].includes(field?.default) ? '' : `\`${field?.default}\``
    return [field?.required === true ? `**\`${name}\`**` : `\`${name}\``, describe(name, field), value]
  })
  return table(['input', 'what it is', 'default'], rows)
}

function renderOutputs(fields: Fields = {}): string {
  const rows = Object.entries(fields).map(([name, field]) => [`\`${name}\``, describe(name, field)])
  return table(['output', 'what it is'], rows)
}

const actions = readdirSync(join(root, 'actions'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ ...(parse(read(`actions/${name}/action.yml`)) as Action), name }))

const calls = readdirSync(join(root, '.github/workflows')).flatMap((name) => {
  const { on } = parse(read(`.github/workflows/${name}`)) as { on: { workflow_call?: Call } }
  return on.workflow_call === undefined ? [] : [{ ...on.workflow_call, name }]
})

const pages: readonly Page[] = [
  ...actions.map(({ name, inputs, outputs }) => ({
    file: `actions/${name}/README.md`,
    blocks: { inputs: renderInputs(inputs), outputs: renderOutputs(outputs) }
  })),
  {
    file: 'README.md',
    blocks: {
      actions: table(
        ['action', 'what it does'],
        actions.map(({ name, description }) => [
          `[${name}](actions/${name}/README.md)`,
          describe(name, { description })
        ])
      )
    }
  },
  {
    file: 'docs/workflows.md',
    blocks: Object.fromEntries(
      calls.flatMap(({ name, inputs, secrets, outputs }) => [
        [`${name} inputs`, renderInputs(inputs)],
        [`${name} secrets`, renderInputs(secrets).replace('| input |', '| secret |')],
        [`${name} outputs`, renderOutputs(outputs)]
      ])
    )
  }
]

function fill({ file, blocks }: Page): string {
  return Object.entries(blocks).reduce((text, [name, block]) => {
    const [begin, end] = [`<!-- BEGIN ${name} -->`, `<!-- END ${name} -->`]
    const [from, to] = [text.indexOf(begin), text.indexOf(end)]
    if (from === -1 || to < from)
      throw new Error(`${file} lacks the markers ${begin} and ${end}. Add them where the table belongs.`)
    return `${text.slice(0, from + begin.length)}\n\n${block}\n\n${text.slice(to)}`
  }, read(file))
}

for (const page of pages) {
  const text = fill(page)
  if (text === read(page.file)) continue
  if (process.argv.includes('--check')) {
    console.error(`${page.file} is not what action.yml and the workflows say. Run: npm run docs`)
    process.exitCode = 1
  } else {
    writeFileSync(join(root, page.file), text)
    console.log(`${page.file} written`)
  }
}
