import { lockKey, manifestKey, parseStateKey, stateFolder } from './layout.ts'
import { parseManifest, type Release } from './manifest.ts'
import type { Observed } from './observed.ts'
import type { Ports } from './ports.ts'

/** Reads the bucket below the prefix: one listing, and the manifests of its releases. */
export async function observe(prefix: string, { bucket }: Pick<Ports, 'bucket'>): Promise<Observed> {
  const listed = await bucket.list(prefix)
  const folder = stateFolder(prefix)
  const state = listed.flatMap(({ key }) => {
    const parsed = key.startsWith(folder) ? parseStateKey(prefix, key) : undefined
    return parsed === undefined ? [] : [parsed]
  })
  const named = (kind: 'manifests' | 'blobs'): readonly string[] =>
    state.filter((one) => one.kind === kind).map(({ name }) => name)
  const read = async (id: string): Promise<readonly Release[]> => {
    const key = manifestKey(prefix, id)
    const found = await bucket.get(key)
    // Deleted since it was listed, by a deployment that is under way.
    return found === undefined ? [] : [parseManifest(found.text, key)]
  }
  const releases = (await Promise.all(named('manifests').map(read))).flat()
  return {
    objects: new Map(listed.filter(({ key }) => !key.startsWith(folder)).map((one) => [one.key, one])),
    blobs: new Set(named('blobs')),
    isLocked: listed.some(({ key }) => key === lockKey(prefix)),
    releases: releases.toSorted((left, right) => right.at - left.at || (left.id < right.id ? -1 : 1))
  }
}
