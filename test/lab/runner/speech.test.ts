import { expect, test } from '@jest/globals'
import { createMasks } from '../../../lab/runner/job/masks.ts'
import { parseCommand } from '../../../lab/runner/step/commands.ts'
import { parseEnvFile } from '../../../lab/runner/step/env-files.ts'

test('a command has a name, properties and data, unescaped [runner: ActionCommand.cs]', () => {
  expect(parseCommand('  ::error file=a%3Ab.ts,line=3,title=x%2Cy::100%25%0Adone')).toEqual({
    name: 'error',
    properties: { file: 'a:b.ts', line: '3', title: 'x,y' },
    data: '100%\ndone'
  })
  expect(parseCommand('::group::a :: b')).toEqual({ name: 'group', properties: {}, data: 'a :: b' })
})

test('the older form is read too [runner: ActionCommand.cs]', () => {
  expect(parseCommand('##[set-output name=a;]b%5D')).toEqual({
    name: 'set-output',
    properties: { name: 'a' },
    data: 'b]'
  })
})

test.each(['plain', 'a ::error::b', '::error', '::'])(
  'anything else is no command: %s [runner: ActionCommand.cs]',
  (line) => {
    expect(parseCommand(line)).toBeUndefined()
  }
)

test('environment files hold lines and blocks [docs: workflow-commands#multiline-strings]', () => {
  const text = 'a=b=c\r\n\nd<<EOF\nl1\n\nl<<2=x\nEOF\ne<<X\nX\nf='
  expect(Object.fromEntries(parseEnvFile(text))).toEqual({ a: 'b=c\r', d: 'l1\n\nl<<2=x', e: '', f: '' })
})

test.each([
  ['no separator', "Invalid format 'no separator'"],
  ['=x', 'Name must not be empty'],
  ['<<E', 'delimiter must not be empty'],
  ['a<<E\nb', "Matching delimiter not found 'E'"]
])('a malformed environment file is refused: %j [runner: FileCommandManager.cs]', (text, message) => {
  expect(() => parseEnvFile(text)).toThrow(message)
})

const secret = 'p4ss/w+rd "&" <é>'
test.each([
  ['as it stands', secret],
  ['URL-encoded', encodeURIComponent(secret)],
  ['in JSON', JSON.stringify({ secret })],
  ['in base64', Buffer.from(secret).toString('base64')],
  ['in base64 after one byte', Buffer.from(`x${secret}tail`).toString('base64')],
  ['in base64 after two bytes', Buffer.from(`xy${secret}tail`).toString('base64')]
])('a masked value is hidden in every form: %s [runner: ValueEncoders.cs]', (_, text) => {
  const masks = createMasks()
  masks.add(secret)
  expect(masks.holds(`a ${text} b`)).toBe(true)
  expect(masks.apply(text)).not.toContain('w+rd')
})

test('every line of a masked value is hidden, and blank lines hide nothing [runner: ActionCommandManager.cs]', () => {
  const masks = createMasks()
  masks.add('first-line\n\n  \nsecond-line')
  expect(masks.apply('first-line and second-line,   ok')).toBe('*** and ***,   ok')
})

test('the space around a secret and around its lines is not part of it [runner: Worker.cs]', () => {
  const masks = createMasks()
  masks.add('  padded-value \n\tindented-line\n')
  expect(masks.apply('(padded-value) (indented-line)')).toBe('(***) (***)')
})

test('the longest masked value wins [runner: SecretMasker.cs]', () => {
  const masks = createMasks()
  masks.add('abc')
  masks.add('abcdef')
  expect(masks.apply('abcdefg abc')).toBe('***g ***')
})
