import { expect, test } from '@jest/globals'
import { invocationOf } from '../../../lab/runner/step/shells.ts'
import { pushed, run } from '../../fakes/runner-bench.ts'

const line = (shell?: string): string => {
  const { command, args } = invocationOf(shell, (extension) => `file${extension}`)
  return [command, ...args].join(' ')
}

test.each([
  [undefined, 'bash -e file.sh'],
  ['bash', 'bash --noprofile --norc -eo pipefail file.sh'],
  ['sh', 'sh -e file.sh'],
  ['perl -w {0}', 'perl -w file']
])(
  'a script starts as documented: %s is %s [docs: workflow-syntax#jobsjob_idstepsshell]',
  (shell, expected) => {
    expect(line(shell)).toBe(expected)
  }
)

test('python is the python3 of this machine [docs: workflow-syntax#jobsjob_idstepsshell; different: GitHub starts `python`]', () => {
  expect(line('python')).toBe('python3 file.py')
})

test.each(['pwsh', 'powershell', 'cmd', 'node', 'bash -c'])(
  'a shell that is not here is refused by name: %s [docs: workflow-syntax#jobsjob_idstepsshell; refused]',
  (shell) => {
    expect(() => line(shell)).toThrow(
      `Invalid shell option. Shell must be a valid built-in (bash, sh, python)`
    )
  }
)

test('the nearest defaults win, and a composite inherits none [docs: workflow-syntax#jobsjob_iddefaultsrun]', async () => {
  const { result, log } = await run({
    files: {
      ...pushed(
        `a:
  runs-on: x
  defaults: {run: {working-directory: job}}
  steps:
    - {run: mkdir -p top job step, working-directory: .}
    - {run: 'echo "AT $(basename $PWD) $0"'}
    - {run: 'echo "AT $(basename $PWD)"', shell: bash, working-directory: step}
    - {uses: $/c}
    - {run: echo never, working-directory: none}`,
        'on: push\ndefaults: {run: {shell: sh, working-directory: top}}'
      ),
      'c/action.yml':
        'name: c\ndescription: c\nruns: {using: composite, steps: [{run: echo "AT $(basename $PWD)", shell: bash}]}'
    }
  })
  expect(log.match(/^AT \w+/gm)).toEqual(['AT job', 'AT step', 'AT r'])
  expect(log).toMatch(/^shell: sh -e \{0\}$/m)
  expect(log).toMatch(/working directory '.*none'\. No such file or directory$/m)
  expect(result.conclusion).toBe('failure')
})
