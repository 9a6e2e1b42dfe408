import { matches } from './cache-policy.ts'
import { referencesOf } from './references.ts'
import type { FoundFile } from './site.ts'

/** The chosen files of a build, and the text of its pages by path. */
export type Build = Readonly<{ files: readonly FoundFile[]; pages: ReadonlyMap<string, string> }>

/** What a site never means to publish. */
const PRIVATE = ['.env', '.env.*', '.npmrc', '*.pem', '*.key', '**/.git/**', '**/node_modules/**', 'id_rsa']
const LARGEST_BYTES = 5 * 1024 ** 3
const MOST_NAMED = 5

/** Why a build must not be deployed, a sentence each; checked before anything is written. */
export function checkBuild({ files, pages }: Build, prefix: string): readonly string[] {
  if (files.length === 0)
    return ["The build has no files, or 'include' and 'exclude' leave none. Build the site before this step."]
  const paths = new Set(files.map(({ path }) => path))
  return [
    ...(paths.has('index.html')
      ? []
      : [
          "The build has no index.html in its root. Let 'build-dir' name the folder that the bundler writes."
        ]),
    ...named(
      [...paths].filter((path) => PRIVATE.some((pattern) => matches(path, pattern))),
      (list) => `The build holds what nobody may read: ${list}. Remove it, or name it in 'exclude'.`
    ),
    ...named(
      [...paths].filter((path) => path.startsWith('caliber-releases/')),
      (list) => `The build holds ${list}, where the releases are recorded. Rename that folder.`
    ),
    ...named(
      files.filter(({ size }) => size > LARGEST_BYTES).map(({ path }) => path),
      (list) => `Over 5 GiB, which S3 takes in one piece at most: ${list}. Serve it from elsewhere.`
    ),
    ...[...pages].flatMap(([page, html]) => checkPage(page, html, { paths, prefix }))
  ]
}

type Around = Readonly<{ paths: ReadonlySet<string>; prefix: string }>

function checkPage(page: string, html: string, { paths, prefix }: Around): readonly string[] {
  const absent = referencesOf(page, html).filter(
    (path) => !paths.has(path) && !(path.startsWith(prefix) && paths.has(path.slice(prefix.length)))
  )
  return named(
    absent,
    (list) =>
      `${page} loads ${list}, which the build does not have. Build again from clean, or correct 'include' and 'exclude'.`
  )
}

function named(paths: readonly string[], sentence: (list: string) => string): readonly string[] {
  if (paths.length === 0) return []
  const more = paths.length > MOST_NAMED ? ` and ${paths.length - MOST_NAMED} more` : ''
  return [sentence(`${paths.slice(0, MOST_NAMED).join(', ')}${more}`)]
}
