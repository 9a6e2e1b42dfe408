import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { workflows } from '../workflows/files.ts'
import { has, read, root } from './repository.ts'

type Triggers = Readonly<{ workflow_dispatch?: Readonly<{ inputs?: Readonly<Record<string, unknown>> }> }>

const FOLDER = 'docs/runbooks'
const pages = readdirSync(join(root, FOLDER)).filter((file) => file !== 'README.md')
const textOf = (page: string): string => read(`${FOLDER}/${page}`)

/** Forms for operators: what is dispatched and takes a tenant's or the registry's word. */
const forms = workflows
  .map(({ file, ...rest }) => ({ name: file.split('/').at(-1) ?? '', on: (rest as { on?: Triggers }).on }))
  .filter(({ on, name }) => on?.workflow_dispatch !== undefined && !/^(?:doctor|verify|ci)/.test(name))

test('there is a form for every operation', () => {
  expect(forms.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'decommission-tenant.yml',
      'drift.yml',
      'onboard-tenant.yml',
      'orphans.yml',
      'restore-database.yml',
      'rollback.yml',
      'rotate-secrets.yml',
      'scale.yml'
    ])
  )
})

test.each(forms)(
  '$name is among the workflows and has a page, which names every field of its form',
  ({ name, on }) => {
    const about = pages.filter((page) => textOf(page).includes(name)).map((page) => textOf(page))
    expect(about).not.toEqual([])
    expect(read('docs/workflows.md')).toContain(`| [${name}](../.github/workflows/${name}) |`)
    const fields = Object.keys(on?.workflow_dispatch?.inputs ?? {})
    const isNamed = (field: string): boolean =>
      about.some((text) => new RegExp(String.raw`(?<![\w-])${field}(?![\w-])`).test(text))
    expect(fields.filter((field) => !isNamed(field))).toEqual([])
  }
)

test.each(pages)(
  '%s is in the index, names workflows that there are, and links to files that there are',
  (page) => {
    expect(read(`${FOLDER}/README.md`)).toContain(`(${page})`)
    const text = textOf(page)
    const named = [...text.matchAll(/\b([a-z]+(?:-[a-z]+)*\.yml)\b/g)].map(([, name]) => name)
    expect(named.filter((name) => !has(`.github/workflows/${name}`))).toEqual([])
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to]) => to ?? '')
    expect(links.filter((to) => !has(join(FOLDER, to)))).toEqual([])
  }
)
