import { UserError } from '../errors.ts'
import { placeOf, textsOf, type SourceFile } from './sources.ts'

/** Functions that bake this checkout's place into a plan, which then fails half-way where it is applied. */
const PLACE_BOUND = /\babspath\s*\(|\bpath\s*\.\s*cwd\b/

/** Refuses sources whose plan could not be applied from another checkout. */
export function checkPortable(files: readonly SourceFile[]): void {
  for (const text of files.flatMap(textsOf)) {
    const found = PLACE_BOUND.exec(text.code)
    if (found === null) continue
    const name = found[0].startsWith('abspath') ? 'abspath()' : 'path.cwd'
    throw new UserError(
      `${placeOf(text, found.index)} uses ${name}, which writes this machine's folder into the plan: applied elsewhere it would fail half-way. Use path.module or path.root, which are relative.`
    )
  }
}
