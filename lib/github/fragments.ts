import type { Fragment } from '../fragment.ts'
import { checkFragment, newestFragments } from '../run-fragments.ts'
import { downloadArtifact, findRunArtifacts } from './artifacts.ts'
import type { GitHub } from './connection.ts'

/** What the plan jobs of this run left behind: of every stack the newest attempt's, checked against name and commit. */
export async function readFragments(github: GitHub): Promise<readonly Fragment[]> {
  const fragments: Fragment[] = []
  // One after the other: a run may have hundreds, and GitHub limits requests at a time.
  for (const found of newestFragments(await findRunArtifacts(github, 'plan-fragment-'))) {
    const { files } = await downloadArtifact(github, found.id)
    fragments.push(await checkFragment(files['fragment.json']?.toString('utf8'), found, github.context.sha))
  }
  return fragments
}
