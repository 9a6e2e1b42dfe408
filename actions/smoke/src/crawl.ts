import { judgeAsset, judgeMissing, judgePageCache } from './assets.ts'
import { askAt, commandFor, placeOf, subjectOf, type Visit } from './context.ts'
import { type Fault, failed, type Finding, type Flaw, judged, passed, skipped, warned } from './finding.ts'
import { isPage } from './page-kind.ts'
import type { Reference } from './page.ts'
import type { Answer } from './ports.ts'

const AT_ONCE = 8
const MOST_ASSETS = 200
const ALL_THERE = 'scripts and links of the page are there'

/** The page's cache, its files, and a file that never was. */
export async function checkAssets(visit: Visit, path: string, answer: Answer): Promise<readonly Finding[]> {
  const { checks } = visit.inputs
  if (checks.assets === 'off') return []
  if (!isPage(answer)) return checks.assets === 'required' ? [noPage(visit, path)] : []
  const { host } = visit.course
  const { port } = placeOf(visit)
  const page = new URL(`https://${host.includes(':') ? `[${host}]` : host}:${port}${path}`)
  // The parser is loaded only where there is a page.
  const { readPage } = await import('./page.ts')
  const references = readPage(answer.body, page.href)
  const own = references.filter(({ url }) => new URL(url).host === page.host)
  return [
    fileFinding(visit, path, { check: 'the page is not kept', fault: judgePageCache(answer) }),
    ...(await checkFiles(visit, own, references.length - own.length)),
    ...(await Promise.all(poisoned(visit, own).map((missing) => checkMissing(visit, missing))))
  ]
}

function noPage(visit: Visit, path: string): Finding {
  const sentence = `${path} is no page, so it has no assets. Name the page's path, as https://app.example.net/.`
  return failed(subjectOf(visit), ALL_THERE, { layer: 'assets', sentence, next: commandFor(visit, path) })
}

type Checked = Readonly<{ check: string; fault: string | undefined }>

function fileFinding(visit: Visit, path: string, { check, fault }: Checked): Finding {
  const words = { layer: 'assets', check, sentence: `${path} is right.` } as const
  const flaw: Flaw | undefined =
    fault === undefined
      ? undefined
      : {
          layer: 'assets',
          sentence: `${path} ${fault}.`,
          next: commandFor(visit, path),
          byRelease: true
        }
  return judged(subjectOf(visit), words, flaw)
}

async function checkFiles(
  visit: Visit,
  own: readonly Reference[],
  foreign: number
): Promise<readonly Finding[]> {
  const about = subjectOf(visit)
  if (own.length === 0) {
    const sentence = `The page has no script and no link of its own host (${foreign} of others).`
    return [skipped(about, { layer: 'assets', check: ALL_THERE, sentence })]
  }
  const wrong: Finding[] = []
  const asked = own.slice(0, MOST_ASSETS)
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    const found = await Promise.all(asked.slice(at, at + AT_ONCE).map((one) => checkFile(visit, one)))
    wrong.push(...found.filter(({ state }) => state === 'failed'))
  }
  const left = own.length - asked.length
  const rest =
    left === 0
      ? []
      : [
          warned(about, 'all files are asked for', {
            layer: 'assets',
            sentence: `${left} more files of the page were not asked for.`
          })
        ]
  if (wrong.length > 0) return [...wrong, ...rest]
  const sentence = `${asked.length} files are there, of the right kind; ${foreign} of other hosts were left out.`
  return [passed(about, { layer: 'assets', check: ALL_THERE, sentence }), ...rest]
}

async function checkFile(visit: Visit, reference: Reference): Promise<Finding> {
  const { pathname, search } = new URL(reference.url)
  const path = `${pathname}${search}`
  const fault = judgeAsset(reference, await askTwice(visit, path))
  return fileFinding(visit, path, { check: `${path} is there`, fault })
}

/** A connection that breaks once is nobody's fault. */
async function askTwice(visit: Visit, path: string): Promise<Answer | Fault> {
  const first = await askAt(visit, { path })
  return first.kind === 'answer' ? first : askAt(visit, { path })
}

/** Files that never were: below /assets/, and beside the first script if that is elsewhere. */
function poisoned({ ports }: Visit, own: readonly Reference[]): readonly string[] {
  const script = own.find(({ kind }) => kind === 'script')
  const beside = script === undefined ? '/assets/' : new URL(script.url).pathname.replace(/[^/]*$/, '')
  return [...new Set(['/assets/', beside])].map((folder) => `${folder}nope-${ports.random()}.js`)
}

async function checkMissing(visit: Visit, path: string): Promise<Finding> {
  const folder = path.replace(/[^/]*$/, '')
  const fault = judgeMissing(await askTwice(visit, path))
  return fileFinding(visit, path, { check: `a missing file in ${folder} is missing`, fault })
}
