import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { registerLogger, validate } from '@actions/languageservice'
import type { ActionMetadata } from '@actions/languageservice/action'
import { expect, test } from '@jest/globals'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { parse } from 'yaml'
import { root, tracked, workflows } from './files.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

// The service logs its own faults and then finds nothing: they must not pass for health.
const faults: string[] = []
const keep = (message: string): void => void faults.push(message)
registerLogger({ error: keep, warn: keep, info: () => undefined, log: () => undefined })

/** GitHub's own diagnostics of one file, with our actions and workflows within its sight. */
async function diagnose(file: string, text: string): Promise<string[]> {
  const document = TextDocument.create(`file:///${file}`, 'yaml', 1, text)
  const found = await validate(document, {
    fileProvider: {
      getFileContent: (reference) => {
        const { path } = reference
        return Promise.resolve({ name: path, content: read(path) })
      }
    },
    actionsMetadataProvider: {
      // The stand-ins of third-party actions declare the inputs that we use.
      fetchActionMetadata: ({ owner, name, path }) =>
        Promise.resolve(
          parse(read(`${path ?? `lab/runner/stand-ins/${owner}/${name}`}/action.yml`)) as ActionMetadata
        )
    }
  })
  return [
    ...faults.splice(0),
    ...found.map(
      ({ range, message }) =>
        `${file}:${range.start.line + 1} ${typeof message === 'string' ? message : message.value}`
    )
  ]
}

test.each(workflows.map(({ file, text }) => [file, text]))('GitHub accepts %s', async (file, text) => {
  expect(await diagnose(file, text)).toEqual([])
})

test.each(tracked.filter((file) => /^actions\/[^/]+\/action\.yml$/.test(file)))(
  'GitHub accepts %s',
  async (file) => {
    expect(await diagnose(file, read(file))).toEqual([])
  }
)

test('GitHub refuses what is wrong', async () => {
  const text = read('.github/workflows/ci-plan.yml')
    .replace('timeout-minutes', 'timeoutminutes')
    .replaceAll('stacks:', 'stakcs:')
  const found = (await diagnose('.github/workflows/planted.yml', text)).join('\n')
  expect(found).toContain('timeoutminutes')
  expect(found).toContain('stakcs')
})
