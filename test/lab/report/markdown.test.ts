import { expect, test } from '@jest/globals'
import { renderMarkdown } from '../../../lab/report/markdown.ts'

const render = (markdown: string): string => renderMarkdown(markdown).html.trim()

test('tables, lists and code are rendered as GitHub does', () => {
  expect(render('| a | b |\n| --- | ---: |\n| `x` | 1 |')).toContain('<td align="right">1</td>')
  expect(render('- **one**')).toContain('<li><strong>one</strong></li>')
})

test('an alert is framed by its kind', () => {
  expect(render('> [!CAUTION]\n> Nothing was applied.')).toBe(
    '<div class="alert caution"><p class="kind">caution</p><p>Nothing was applied.</p>\n</div>'
  )
  expect(render('> [!NOTE]\n>\n> One.\n>\n> Two.')).toContain('<p>One.</p>\n<p>Two.</p>')
  expect(render('> [!NONSENSE]\n> x')).toContain('<blockquote>')
})

test('the lines of a diff are coloured and escaped', () => {
  expect(render('```diff\n+ a <b>\n- c\n! d\n@@ e\n  f\n```')).toBe(
    '<pre><code><span class="add">+ a &lt;b&gt;</span>\n<span class="del">- c</span>\n<span class="chg">! d</span>\n<span class="hunk">@@ e</span>\n  f</code></pre>'
  )
})

test('folded details survive with what they fold', () => {
  const folded = render('<details open><summary>Three <b>more</b></summary>\n\n- `a`\n\n</details>')
  expect(folded).toContain('<details open><summary>Three <b>more</b></summary>')
  expect(folded).toContain('<code>a</code>')
  expect(folded.endsWith('</details>')).toBe(true)
})

test('an unclosed details is closed, a stray end is dropped', () => {
  expect(render('<details>\n\ntext').endsWith('</details>')).toBe(true)
  expect(render('text\n\n</details>')).not.toContain('</details>')
})

test('comments and hidden markers vanish', () => {
  expect(render('<!-- caliber:plan:v1 -->\n\nPlan')).toBe('<p>Plan</p>')
  expect(render('a <!-- b --> c')).toBe('<p>a  c</p>')
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<iframe src="https://example.com"></iframe>',
  '<svg onload=alert(1)>',
  'inline <script src="https://example.com/x.js"></script>',
  '<style>body{display:none}</style>',
  '<a href="javascript:alert(1)">x</a>',
  '![image](https://example.com/x.png)'
])('%s does nothing', (markdown) => {
  expect(render(markdown)).not.toMatch(/<(?:script|img|iframe|svg|style|a)\b/)
})

test('attributes are dropped from the tags that stay', () => {
  expect(render('<b onclick="alert(1)" style="color:red">x</b>')).toBe('<p><b>x</b></p>')
})

test('links lead to https or nowhere', () => {
  expect(render('[x](https://example.com/?a=1&b="2")')).toContain(
    '<a href="https://example.com/?a=1&amp;b=&quot;2&quot;">x</a>'
  )
  expect(render('[x](javascript:alert(1))')).toBe('<p>x</p>')
  expect(render('[run 4](http://127.0.0.1:4000/runs/4)')).toBe('<p>run 4</p>')
})
