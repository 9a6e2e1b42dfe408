import * as fc from 'fast-check'

/** Texts that do something somewhere: on a page, in a terminal, in a runner's log, to a reader's eye. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '</details></details><h1>Approved</h1>',
  '<details><summary>x',
  '<img src="https://evil.example/pixel.png">',
  '<!-- caliber:plan:v1 -->',
  '<!-- caliber:run 999999.1 -->',
  '![pixel](https://evil.example/pixel.png)',
  '[approve here](https://evil.example)',
  '[x]: https://evil.example',
  '```\n### Applied\n```',
  '````',
  '~~~',
  '`',
  'a\\\\|<img src=x>|',
  '\\|`|<b>',
  '\n\n# Nothing will be destroyed\n\n| a | b |\n| --- | --- |\n',
  '@octocat',
  'closes #1',
  'https://evil.example/www.evil.example',
  '::set-output name=digest::0',
  '\n::add-mask::a',
  '\n::stop-commands::x\n##[group]y',
  '\u001b[31mred\u001b[0m\u001b]8;;https://evil.example\u0007link',
  'safe\u202Egnp.exe\u202C',
  'adm\u200Bin\u2060\uFEFF\u00AD',
  '\u{E0041}\u{E0042}',
  '\r\n> [!NOTE]\r> fine',
  '\u2028\u2029\u0085\u0000',
  '\ud83d',
  '__proto__',
  '&lt;b&gt;',
  '*/ ${jndi} {{x}} $(x)'
]

const SURROGATES = { first: 0xd800, count: 0x800 }

/** Any character of Unicode; fast-check's own `binary` first lists all million of them, a second in each file. */
const anyCharacter = fc
  .nat(0x10ffff - SURROGATES.count)
  .map((index) => String.fromCodePoint(index < SURROGATES.first ? index : index + SURROGATES.count))

/** A hostile text alone, beside others, in any script, or very long. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HOSTILE) },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...HOSTILE), { maxLength: 4 }).map((parts) => parts.join(' '))
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 2, arbitrary: fc.string({ unit: anyCharacter, maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 5 }).map((part) => `${part}😀|\`<`.repeat(1200)) }
)
