/** Digests are written with and without their algorithm; this is without. */
export const plainDigest = (digest: string): string => digest.replace(/^sha256:/, '').toLowerCase()
