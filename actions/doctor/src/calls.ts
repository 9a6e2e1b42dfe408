import type { Call } from './observed.ts'

type WorkflowFile = Readonly<{ path: string; text: string }>

/** The suite's reusable workflows that these files call; `$/` is the suite's own repository calling itself. */
export function findCalls(files: readonly WorkflowFile[], suite: string): readonly Call[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/^[\s-]*uses:\s*["']?([^\s"'#]+)/gm)].flatMap(([, target = '']) => {
      const call = parseCall(target, suite)
      return call === undefined ? [] : [{ file: path, ...call }]
    })
  )
}

function parseCall(target: string, suite: string): Omit<Call, 'file'> | undefined {
  const [, owner = '', workflow = '', ref = ''] =
    /^(\$|[\w.-]+\/[\w.-]+)\/\.github\/workflows\/([\w.-]+\.ya?ml)(?:@(.+))?$/.exec(target) ?? []
  const isSuite = owner === '$' || owner.toLowerCase() === suite.toLowerCase()
  return isSuite && workflow !== '' ? { workflow, ref } : undefined
}
