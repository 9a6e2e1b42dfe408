import { UserError } from './errors.ts'
import { parseFragment, parseFragmentName, type Fragment } from './fragment.ts'

/** The artifact of a fragment, with what its name says. */
export type FragmentArtifact = Readonly<{ id: number; name: string; stack: string; attempt: number }>

/** Of every stack the artifact of the newest attempt that is still there; others are passed over. */
export function newestFragments(
  artifacts: readonly Readonly<{ id: number; name: string; expired: boolean }>[]
): readonly FragmentArtifact[] {
  const newest = new Map<string, FragmentArtifact>()
  for (const { id, name, expired } of artifacts) {
    const parsed = parseFragmentName(name)
    if (parsed === undefined || expired || parsed.attempt <= (newest.get(parsed.stack)?.attempt ?? 0))
      continue
    newest.set(parsed.stack, { id, name, ...parsed })
  }
  return [...newest.values()]
}

/** The fragment in such an artifact; refused when it is not what its name and the run's commit say. */
export async function checkFragment(
  text: string | undefined,
  { name, stack, attempt }: FragmentArtifact,
  commit: string
): Promise<Fragment> {
  if (text === undefined)
    throw new UserError(`The artifact '${name}' holds no fragment.json. Run the plan job again.`)
  const fragment = await parseFragment(text, name)
  if (fragment.stack === stack && fragment.attempt === attempt && fragment.commit === commit) return fragment
  throw new UserError(
    `The artifact '${name}' is of another stack, attempt or commit than its name and this run say. Run the plan job again.`
  )
}
