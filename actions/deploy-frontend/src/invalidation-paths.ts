/** Above so many one wildcard costs less, and holds up the distribution less. */
const MOST_PATHS = 30

/**
 * The paths under which the objects at these keys are cached: each key, and the folder that an index.html stands for. A
 * prefix may be part of the path or the distribution's origin path, so both are named.
 */
export function pathsOf(keys: readonly string[], prefix: string): readonly string[] {
  return collapse(
    keys.flatMap((key) => [key, ...(prefix === '' ? [] : [key.slice(prefix.length)])].flatMap(variants))
  )
}

function variants(key: string): readonly string[] {
  const path = `/${key.split('/').map(encodeURIComponent).join('/')}`
  const folder = /^(.*\/)index\.html$/.exec(path)?.[1]
  if (folder === undefined) return [path]
  return [path, folder, ...(folder === '/' ? [] : [folder.slice(0, -1)])]
}

/** Each path once, in order; one wildcard in place of too many. */
export function collapse(paths: readonly string[]): readonly string[] {
  const all = [...new Set(paths)].toSorted()
  return all.length > MOST_PATHS || all.includes('/*') ? ['/*'] : all
}
