/** Digests by platform (linux_amd64 …), 64 hex digits each. */
export type Table = Readonly<Record<string, string>>

/** One release's product and version, and the platforms that are wanted of it. */
export type Wanted = Readonly<{ product: string; version: string; platforms: readonly string[] }>

/** Reads the wanted digests from a SHA256SUMS file; refuses a line it cannot read and a platform that is missing. */
export function parseSums(text: string, { product, version, platforms }: Wanted): Table {
  const sums = new Map(
    text
      .split('\n')
      .filter((line) => line !== '')
      .map(parseLine)
  )
  return Object.fromEntries(
    platforms.map((platform) => {
      const digest = sums.get(`${product}_${version}_${platform}.zip`)
      if (digest === undefined)
        throw new Error(`The list has no digest of ${product} ${version} for ${platform}.`)
      return [platform, digest]
    })
  )
}

function parseLine(line: string): readonly [string, string] {
  const [, digest, file] = /^([0-9a-f]{64}) [ *](\S+)$/.exec(line) ?? []
  if (digest === undefined || file === undefined)
    throw new Error(`The list has a line that is no digest: '${line}'.`)
  return [file, digest]
}

/** What differs, one line a platform; empty when the tables say the same. */
export function compareTables(baked: Table, published: Table): readonly string[] {
  const platforms = [...new Set([...Object.keys(baked), ...Object.keys(published)])]
  return platforms
    .filter((platform) => baked[platform] !== published[platform])
    .map(
      (platform) =>
        `${platform}: the action has ${baked[platform] ?? 'none'}, HashiCorp signed ${published[platform] ?? 'none'}`
    )
}
