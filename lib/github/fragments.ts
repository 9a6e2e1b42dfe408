import { UserError } from '../errors.ts'
import { parseFragment, parseFragmentName, type Fragment } from '../fragment.ts'
import { downloadArtifact, findRunArtifacts } from './artifacts.ts'
import type { GitHub } from './connection.ts'

type Found = Readonly<{ id: number; name: string; stack: string; attempt: number }>

/** What the plan jobs of this run left behind: of every stack the newest attempt's, checked against name and commit. */
export async function readFragments(github: GitHub): Promise<readonly Fragment[]> {
  const newest = new Map<string, Found>()
  for (const { id, name, expired } of await findRunArtifacts(github, 'plan-fragment-')) {
    const parsed = parseFragmentName(name)
    if (parsed === undefined || expired || parsed.attempt <= (newest.get(parsed.stack)?.attempt ?? 0))
      continue
    newest.set(parsed.stack, { id, name, ...parsed })
  }
  const fragments: Fragment[] = []
  // One after the other: a run may have hundreds, and GitHub limits requests at a time.
  for (const found of newest.values()) fragments.push(await readFragment(github, found))
  return fragments
}

async function readFragment(github: GitHub, { id, name, stack, attempt }: Found): Promise<Fragment> {
  const { files } = await downloadArtifact(github, id)
  const text = files['fragment.json']?.toString('utf8')
  if (text === undefined)
    throw new UserError(`The artifact '${name}' holds no fragment.json. Run the plan job again.`)
  const fragment = await parseFragment(text, name)
  if (fragment.stack === stack && fragment.attempt === attempt && fragment.commit === github.context.sha)
    return fragment
  throw new UserError(
    `The artifact '${name}' is of another stack, attempt or commit than its name and this run say. Run the plan job again.`
  )
}
