import type { ListedObject } from '../../../lib/aws/s3.ts'
import { lockKey, manifestKey, parseStateKey, stateFolder } from './layout.ts'
import { parseManifest, type Release } from './manifest.ts'
import type { Observed } from './observed.ts'
import type { Ports } from './ports.ts'

type Reader = Pick<Ports, 'bucket'>

/** Reads the bucket below the prefix: one listing, and the manifests of its releases. */
export async function observe(prefix: string, ports: Reader): Promise<Observed> {
  return understand(await ports.bucket.list(prefix), prefix, ports)
}

/** Reads the manifests that were listed. */
export async function understand(
  listed: readonly ListedObject[],
  prefix: string,
  { bucket }: Reader
): Promise<Observed> {
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
    listed,
    objects: new Map(listed.filter(({ key }) => !key.startsWith(folder)).map((one) => [one.key, one])),
    blobs: new Set(named('blobs')),
    isLocked: listed.some(({ key }) => key === lockKey(prefix)),
    releases: releases.toSorted((left, right) => right.at - left.at || (left.id < right.id ? -1 : 1))
  }
}
