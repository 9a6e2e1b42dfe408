import { expect, test } from '@jest/globals'
import { evaluate, untroubled } from '../../../lab/runner/expression/evaluate.ts'
import { isTruthy, textOf, type Value } from '../../../lab/runner/expression/value.ts'

const contexts = {
  github: {
    ref: 'refs/heads/main',
    event: { labels: [{ name: 'bug' }, { name: 'Docs' }, { other: 1 }], none: null }
  },
  inputs: { Text: 'Mona', flag: false, count: 3 },
  needs: { a: { result: 'success', outputs: {} }, b: { result: 'failure', outputs: { o: 'v' } } },
  matrix: { nested: { one: { x: [1, 2] }, two: { x: [3] } }, list: [[1], [2, 3]] }
}
const ALLOWED = ['github', 'inputs', 'needs', 'matrix', 'always(0,0)', 'success(0,MAX)', 'hashFiles(1,MAX)']
const valueOf = (source: string): Value => evaluate(source, ALLOWED, { contexts, status: untroubled })

test.each<[string, Value]>([
  ['null', null],
  ['true', true],
  ['711', 711],
  ['-9.2', -9.2],
  ['0xff', 255],
  ['0o17', 15],
  ['-2.99e-2', -0.0299],
  ["'It''s open ''source''!'", "It's open 'source'!"],
  ["''", '']
])('Literals: %s [docs: expressions#literals]', (source, expected) => {
  expect(valueOf(source)).toEqual(expected)
})

test.each<[string, boolean]>([
  ["'Mona' == 'mONA'", true],
  ["'a' < 'B'", true],
  ["'a' != 'A'", false],
  ["null == ''", true],
  ['null == 0', true],
  ["'' == 0", true],
  ["'0x10' == 16", true],
  ["' 3 ' == 3", true],
  ["'1e3' == 1000", true],
  ["'x' == 0", false],
  ['true == 1', true],
  ["true == 'true'", false],
  ["false == ''", true],
  ["'abc' > 1", false],
  ["'abc' < 1", false],
  ["fromJSON('[]') == fromJSON('[]')", false],
  ['github.event == github.event', true],
  ["fromJSON('[]') == 0", false],
  ['github.event.missing == null', true],
  ["github.event.missing.deeper == ''", true],
  ['inputs.TEXT == inputs.text', true],
  ["inputs['text'] == 'mona'", true],
  ["inputs.count == '3'", true],
  ['!inputs.flag && inputs.count >= 3', true]
])(
  'Comparisons coerce loosely and ignore case: %s is %s [docs: expressions#operators]',
  (source, expected) => {
    expect(valueOf(source)).toBe(expected)
  }
)

test.each<[string, Value]>([
  ["'' || 'default'", 'default'],
  ["null || 'default'", 'default'],
  ["inputs.flag || 'default'", 'default'],
  ["0 && 'never'", 0],
  ["true && ''", ''],
  ["'false' && 'yes'", 'yes'],
  ["github.ref == 'refs/heads/main' && 'production' || 'development'", 'production'],
  ["true && '' || 'the known trap'", 'the known trap'],
  ["fromJSON('{}') && 'an object is true'", 'an object is true']
])('And and or yield their operands: %s [docs: expressions#operators]', (source, expected) => {
  expect(valueOf(source)).toEqual(expected)
})

test('Names of contexts have no case, but those of env have on Linux [runner: ExecutionContext.cs]', () => {
  const env = { Name: 'capital', name: 'small' }
  const seen = (source: string): Value =>
    evaluate(source, ['env', 'inputs'], { contexts: { env, ...contexts }, status: untroubled })
  expect(['env.Name', 'env.name', 'env.NAME', 'ENV.name', 'inputs.TEXT'].map(seen)).toEqual([
    'capital',
    'small',
    null,
    'small',
    'Mona'
  ])
})

test('What is false: false, 0, -0, the empty text, null [docs: expressions#literals]', () => {
  const falsy = ['false', '0', '-0', "''", 'null', 'github.event.missing'].map((source) =>
    isTruthy(valueOf(source))
  )
  const truthy = ['true', '1', "'0'", "'false'", "' '", 'github.event', "fromJSON('[]')"].map((source) =>
    isTruthy(valueOf(source))
  )
  expect([new Set(falsy), new Set(truthy)]).toEqual([new Set([false]), new Set([true])])
})

test.each<[string, Value]>([
  ["contains('Hello world', 'LLO')", true],
  ["contains(github.event.labels.*.name, 'docs')", true],
  ["contains(github.event.labels.*.name, 'doc')", false],
  ["contains(fromJSON('[\"push\", 1]'), '1')", true],
  ["contains(fromJSON('{\"a\": 1}'), 'a')", false],
  ["contains(needs.*.result, 'failure')", true],
  ["startsWith(github.ref, 'REFS/heads/')", true],
  ["startsWith(123, '12')", true],
  ["endsWith(github.ref, 'Main')", true],
  ["endsWith(null, '')", true],
  ["format('Hello {0} {1}', 'Mona', 3)", 'Hello Mona 3'],
  ["format('{{Hello {0}!}}', 'Mona')", '{Hello Mona!}'],
  ["format('{1}{0}{0}', 'a', true)", 'trueaa'],
  ["join(github.event.labels.*.name, ', ')", 'bug, Docs'],
  ['join(fromJSON(\'[1, true, null, "x"]\'))', '1,true,,x'],
  ["join('alone', '-')", 'alone'],
  ['toJSON(needs.b.outputs)', '{\n  "o": "v"\n}'],
  ['toJSON(fromJSON(\'{"a":[1,null]}\'))', '{\n  "a": [\n    1,\n    null\n  ]\n}'],
  ['toJSON(null)', 'null'],
  ["toJSON('a\"b')", '"a\\"b"'],
  ["fromJSON('3') == 3", true],
  ["fromJSON('true')", true],
  ['fromJSON(toJSON(inputs)).count', 3],
  ["case(github.ref == 'refs/heads/main', 'production', 'development')", 'production'],
  ["case(false, 'a', startsWith(github.ref, 'refs/tags/'), 'b', 'otherwise')", 'otherwise'],
  ["CASE(true, 'functions have no case', '')", 'functions have no case']
])('Functions: %s [docs: expressions#functions]', (source, expected) => {
  expect(valueOf(source)).toEqual(expected)
})

test.each<[string, Value]>([
  ['github.event.labels.*.name', ['bug', 'Docs']],
  ['needs.*.result', ['success', 'failure']],
  ['matrix.nested.*.x', [[1, 2], [3]]],
  ['matrix.nested.*.x.*', [1, 2, 3]],
  ['matrix.list.*.*', [1, 2, 3]],
  ['github.event.none.*', []],
  ['github.ref.*', []],
  ['matrix.list[1][0]', 2],
  ['matrix.list[9]', null],
  ["matrix.list['1'][0]", 2]
])('Object filters: %s [docs: expressions#object-filters]', (source, expected) => {
  expect(valueOf(source)).toEqual(expected)
})

test.each<[string, string]>([
  ["format('{0}{1}', 1)", 'references'],
  ["format('{')", ''],
  ["fromJSON('')", 'empty input'],
  ["fromJSON('{')", 'JSON'],
  ["case(true, 'a')", ''],
  ['nofn()', "Unrecognized function: 'nofn'"],
  ['secrets.S', "Unrecognized named-value: 'secrets'"],
  ['"double"', 'Unexpected symbol'],
  ['a ? b : c', 'Unexpected symbol'],
  ["case('x', 1, 2)", '']
])('Mistakes in expressions are faults: %s [docs: expressions]', (source, message) => {
  expect(() => valueOf(source)).toThrow('The template is not valid.')
  expect(() => valueOf(source)).toThrow(message)
})

test.each<[string, string]>([
  ['null', ''],
  ['true', 'true'],
  ['3', '3'],
  ['3.0', '3'],
  ['0xff', '255'],
  ['1e3', '1000'],
  ['1e21', '1E+21'],
  ['0.1', '0.1'],
  ['0.000001', '1E-06'],
  ['999999999999999', '999999999999999'],
  ['-0', '0'],
  ["fromJSON('0.30000000000000004')", '0.3']
])('Numbers and the like become texts: %s is %j [runner: ExpressionConstants.cs]', (source, expected) => {
  expect(textOf(valueOf(source))).toBe(expected)
})
