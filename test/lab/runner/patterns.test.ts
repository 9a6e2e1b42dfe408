import { expect, test } from '@jest/globals'
import { isChosenBy } from '../../../lab/runner/workflow/patterns.ts'

// GitHub's own examples: docs, "Filter pattern cheat sheet".
test.each([
  ['feature/*', 'feature/my-branch', true],
  ['feature/*', 'feature/a/b', false],
  ['feature/**', 'feature/a/b', true],
  ['**', 'all/the/branches', true],
  ['*', 'main', true],
  ['*', 'a/b', false],
  ['**feature', 'my/feature', true],
  ['v2*', 'v2.0', true],
  ['v[12].[0-9]+.[0-9]+', 'v1.10.1', true],
  ['v[12].[0-9]+.[0-9]+', 'v3.0.0', false],
  ['*.jsx?', 'page.js', true],
  ['*.jsx?', 'page.jsx', true],
  ['**.js', 'src/js/app.js', true],
  ['docs/*', 'docs/file.txt', true],
  ['docs/*', 'docs/a/file.txt', false],
  ['docs/**', 'docs/mona/octocat.txt', true],
  ['docs/**/*.md', 'docs/README.md', true],
  ['docs/**/*.md', 'docs/a/markdown/file.md', true],
  ['**/docs/**', 'docs/hello.md', true],
  ['**/docs/**', 'space/docs/plan/space.doc', true],
  ['**/README.md', 'js/README.md', true],
  ['**/*-post.md', 'my-post.md', true],
  ['**/migrate-*.sql', 'db/sept/migrate-v1.sql', true],
  ['a.b', 'axb', false]
])(
  'patterns speak of names as in GitHub’s own examples: %s of %s: %s [docs: workflow-syntax#filter-pattern-cheat-sheet]',
  (pattern, name, expected) => {
    expect(isChosenBy([pattern], name)).toBe(expected)
  }
)

test('the last pattern that speaks of a name decides [docs: workflow-syntax#filter-pattern-cheat-sheet]', () => {
  expect(isChosenBy(['**.md', '!README.md'], 'README.md')).toBe(false)
  expect(isChosenBy(['**.md', '!README.md'], 'hello.md')).toBe(true)
  expect(isChosenBy(['*.md', '!README.md', 'README*'], 'README.md')).toBe(true)
})
