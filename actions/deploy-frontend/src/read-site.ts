import { UserError } from '../../../lib/errors.ts'
import { checkBuild } from './guards.ts'
import type { Inputs, Target } from './inputs.ts'
import type { Ports } from './ports.ts'
import { chooseFiles, toSite } from './site-files.ts'
import type { BuiltFile, SiteFile } from './site.ts'

type BuildTarget = Extract<Target, { kind: 'build' }>

/**
 * Looks at the build and refuses one that is not whole, before anything is written; what it gives reads the contents,
 * which takes longer.
 */
export async function readSite(
  { prefix }: Inputs,
  target: BuildTarget,
  { build, log }: Ports
): Promise<() => Promise<readonly SiteFile[]>> {
  const files = chooseFiles(await build.listFiles(target.folder), target)
  const pages = new Map<string, string>()
  for (const { path } of files.filter((one) => /\.html?$/i.test(one.path))) {
    await build.hash(target.folder, path)
    pages.set(path, Buffer.from(await build.read(target.folder, path)).toString('utf8'))
  }
  const problems = checkBuild({ files, pages }, prefix)
  if (problems.length > 0) throw new UserError(`${problems.join('\n')}\nNothing was changed.`)
  log.info(`The build has ${files.length} files.`)
  return async () => {
    const built: BuiltFile[] = []
    for (const file of files) built.push({ ...file, md5: await build.hash(target.folder, file.path) })
    return toSite(built, { prefix, ...target })
  }
}

export type ReadSite = typeof readSite
