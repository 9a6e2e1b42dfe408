import { expect, test } from '@jest/globals'
import { cacheControlOf, IMMUTABLE, isHashed } from '../../../actions/deploy-frontend/src/cache-policy.ts'
import { contentTypeOf } from '../../../actions/deploy-frontend/src/content-type.ts'
import { checkBuild } from '../../../actions/deploy-frontend/src/guards.ts'
import { collapse, pathsOf } from '../../../actions/deploy-frontend/src/invalidation-paths.ts'
import { referencesOf } from '../../../actions/deploy-frontend/src/references.ts'
import { chooseFiles, toSite } from '../../../actions/deploy-frontend/src/site-files.ts'
import type { BuiltFile } from '../../../actions/deploy-frontend/src/site.ts'

const file = (path: string, size = 1): BuiltFile => ({ path, size, md5: 'm' })

test.each([
  'main.0a1b2c3d.js',
  'static/js/2.5e6f7a8b.chunk.js',
  'assets/index-DiwrgTda.js',
  'assets/vendor-B2x_9-aQ.css',
  '_next/static/chunks/app-3fa9c2b17d4e5f60.js'
])('%s has a hash', (path) => {
  expect(isHashed(path)).toBe(true)
})

test.each([
  'index.html',
  'assets/app-settings.js',
  'assets/my-component.js',
  'assets/jquery.min.js',
  'report-20261121.pdf',
  'app-DiwrgTda.js',
  'assets/date-20261121.js'
])('%s has none that can be trusted for a year', (path) => {
  expect(isHashed(path)).toBe(false)
})

test.each([
  ['index.html', 'no-cache'],
  ['admin/index.html', 'no-cache'],
  ['sw.js', 'no-cache'],
  ['service-worker.js', 'no-cache'],
  ['asset-manifest.json', 'no-cache'],
  ['site.webmanifest', 'no-cache'],
  ['version.json', 'no-cache'],
  ['env.js', 'no-cache'],
  ['robots.txt', 'public, max-age=300'],
  ['assets/index-DiwrgTda.js', IMMUTABLE]
])('%s is kept by its name: %s', (path, expected) => {
  expect(cacheControlOf(path, [])).toBe(expected)
})

test('the first rule that matches counts', () => {
  const rules = [
    { pattern: '*.txt', cacheControl: 'no-store' },
    { pattern: '**', cacheControl: 'no-cache' }
  ]
  expect(cacheControlOf('deep/robots.txt', rules)).toBe('no-store')
  expect(cacheControlOf('assets/index-DiwrgTda.js', rules)).toBe('no-cache')
})

test.each([
  ['a.html', 'text/html; charset=utf-8'],
  ['a.js', 'text/javascript; charset=utf-8'],
  ['a.mjs', 'text/javascript; charset=utf-8'],
  ['a.css', 'text/css; charset=utf-8'],
  ['a.json', 'application/json; charset=utf-8'],
  ['a.js.map', 'application/json; charset=utf-8'],
  ['a.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['a.svg', 'image/svg+xml; charset=utf-8'],
  ['a.wasm', 'application/wasm'],
  ['a.woff2', 'font/woff2'],
  ['a.avif', 'image/avif'],
  ['.well-known/apple-app-site-association', 'application/json; charset=utf-8'],
  ['LICENSE', 'application/octet-stream']
])('%s is %s', (path, expected) => {
  expect(contentTypeOf(path)).toBe(expected)
})

test('include and exclude choose, names in every folder', () => {
  const files = ['index.html', 'assets/a.js', 'assets/a.js.map', '.well-known/x'].map((path) => file(path))
  const chosen = (include: readonly string[], exclude: readonly string[]) =>
    chooseFiles(files, { include, exclude }).map(({ path }) => path)
  expect(chosen([], ['*.map'])).toEqual(['index.html', 'assets/a.js', '.well-known/x'])
  expect(chosen(['assets/**'], [])).toEqual(['assets/a.js', 'assets/a.js.map'])
  expect(chosen(['**'], ['assets/**'])).toEqual(['index.html', '.well-known/x'])
})

test('pages come after what they load, and service workers after them', () => {
  const files = ['sw.js', 'index.html', 'assets/a-DiwrgTda.js', 'robots.txt', 'version.json'].map((path) =>
    file(path)
  )
  const site = toSite(files, { prefix: 'x/', include: [], exclude: [], cacheRules: [] })
  expect(site.map(({ key, stage }) => `${key} ${stage}`)).toEqual([
    'x/sw.js last',
    'x/index.html page',
    'x/assets/a-DiwrgTda.js asset',
    'x/robots.txt other',
    'x/version.json last'
  ])
})

test('what a page loads is found, what is elsewhere or only named is not', () => {
  const html = `<base href="/app/"><script src=main.js?v=1></script><link rel=stylesheet href='../a%20b.css'>
    <link rel=canonical href=/nowhere><a href=/route>x</a><img src=data:image/png;base64,x><img src=//cdn.test/x.png>
    <script src="https://cdn.test/x.js"></script><link rel="modulepreload" href="/c.js#x"><!-- <script src=no.js> -->`
  expect(referencesOf('index.html', html)).toEqual(['app/main.js', 'a b.css', 'c.js'])
})

const page = (html: string) => new Map([['index.html', html]])

test.each<[string, Parameters<typeof checkBuild>, string]>([
  ['an empty build', [{ files: [], pages: new Map() }, ''], 'The build has no files'],
  [
    'a build without a page',
    [{ files: [file('dist/index.html')], pages: new Map() }, ''],
    'no index.html in its root'
  ],
  [
    'a secret',
    [{ files: [file('index.html'), file('.env.production')], pages: new Map() }, ''],
    'nobody may read: .env.production'
  ],
  [
    'a repository',
    [{ files: [file('index.html'), file('.git/config')], pages: new Map() }, ''],
    'nobody may read: .git/config'
  ],
  [
    'a missing chunk',
    [{ files: [file('index.html')], pages: page('<script src=/a.js></script>') }, ''],
    'index.html loads a.js'
  ],
  [
    'a file that is too large',
    [{ files: [file('index.html'), file('a.mp4', 6 * 1024 ** 3)], pages: new Map() }, ''],
    'Over 5 GiB'
  ],
  [
    'our own folder',
    [{ files: [file('index.html'), file('caliber-releases/x')], pages: new Map() }, ''],
    'where the releases are recorded'
  ]
])('%s is refused', (_name, args, sentence) => {
  expect(checkBuild(...args).join('\n')).toContain(sentence)
})

test('a page below a prefix may load by the site’s path or by its own', () => {
  const files = [file('index.html'), file('a.js')]
  const build = (src: string) => ({ files, pages: page(`<script src=${src}></script>`) })
  expect(checkBuild(build('/admin/a.js'), 'admin/')).toEqual([])
  expect(checkBuild(build('/a.js'), 'admin/')).toEqual([])
  expect(checkBuild(build('/other/a.js'), 'admin/')).not.toEqual([])
})

test('paths are those of the keys and of the folders that pages stand for, in one wildcard when there are many', () => {
  expect(pathsOf(['index.html', 'a b/ü.js'], '')).toEqual(['/', '/a%20b/%C3%BC.js', '/index.html'])
  expect(pathsOf(['docs/index.html'], '')).toEqual(['/docs', '/docs/', '/docs/index.html'])
  expect(pathsOf(['admin/a.js'], 'admin/')).toEqual(['/a.js', '/admin/a.js'])
  expect(collapse(Array.from({ length: 31 }, (_, at) => `/${at}`))).toEqual(['/*'])
})
