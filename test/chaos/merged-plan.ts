import type { RunOptions, Scene } from './scene.ts'
import { REPOSITORY, type World } from './world.ts'

/** What a plan tells the apply of it: the plan of the merge, which happens when it has not yet. */
export async function planMerged({ lab }: World, scene: Scene): Promise<RunOptions> {
  const { people } = lab.github
  const place = { repository: REPOSITORY, number: scene.number }
  if (people.pullRequest(REPOSITORY, scene.number)?.mergedAt === undefined) {
    const body = `<!-- caliber:plan:v1 -->\nThe plan of \`${scene.stack}\`: terraform_data.second`
    people.comment({ ...place, user: 'github-actions[bot]', body })
    await scene.merge()
  }
  const { outputs, log } = await scene.run('plan-comment', { inputs: { comment: 'never' } })
  if (outputs['artifact-id'] === undefined) throw new Error(`There is no plan: ${log}`)
  const names = ['digest', 'artifact-id', 'artifact-digest'] as const
  return { inputs: Object.fromEntries(names.map((name) => [name, outputs[name] ?? ''])) }
}
