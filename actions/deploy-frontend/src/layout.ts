/**
 * What the action keeps in the bucket, beside the site. None of these keys has a dot: the distribution's function takes
 * a path without one for a route of the application, however it is encoded, so the web cannot read them.
 */
const FOLDER = 'caliber-releases/'

export const stateFolder = (prefix: string): string => `${prefix}${FOLDER}`
export const lockKey = (prefix: string): string => `${stateFolder(prefix)}lock`
export const manifestKey = (prefix: string, id: string): string => `${stateFolder(prefix)}manifests/${id}`
/** Content that a kept release needs and that is no longer at its own key. */
export const blobKey = (prefix: string, md5: string): string => `${stateFolder(prefix)}blobs/${md5}`

/** What a key below the state folder is; undefined for the lock and for what nobody knows. */
export function parseStateKey(
  prefix: string,
  key: string
): Readonly<{ kind: 'manifests' | 'blobs'; name: string }> | undefined {
  const [, kind, name] = /^(manifests|blobs)\/([\w-]+)$/.exec(key.slice(stateFolder(prefix).length)) ?? []
  if (name === undefined) return undefined
  return { kind: kind === 'blobs' ? 'blobs' : 'manifests', name }
}
