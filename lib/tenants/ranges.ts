/** Addresses of a network, as numbers; `bits` is the length of its prefix. */
export type Range = Readonly<{ first: number; last: number; bits: number }>

const CIDR = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!\/)|(?=\/))){4}\/(?:3[0-2]|[12]?\d)$/

/** The range that 10.20.0.0/16 names; undefined for what is none, or has bits set behind its prefix. */
export function parseRange(cidr: string): Range | undefined {
  if (!CIDR.test(cidr)) return undefined
  const [address = '', length = ''] = cidr.split('/')
  const bits = Number(length)
  const first = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  const size = 2 ** (32 - bits)
  return first % size === 0 ? { first, last: first + size - 1, bits } : undefined
}

export const overlap = (one: Range, other: Range): boolean =>
  one.first <= other.last && other.first <= one.last

export const contains = (outer: Range, inner: Range): boolean =>
  outer.first <= inner.first && inner.last <= outer.last

/** The range as 10.20.0.0/16. */
export function renderRange({ first, bits }: Pick<Range, 'first' | 'bits'>): string {
  const parts = [2 ** 24, 2 ** 16, 2 ** 8, 1].map((unit) => Math.floor(first / unit) % 256)
  return `${parts.join('.')}/${bits}`
}

/** The block of that prefix length that a range lies in; undefined for a range larger than a block. */
export function blockOf(range: Range, bits: number): Range | undefined {
  if (range.bits < bits) return undefined
  const size = 2 ** (32 - bits)
  const first = Math.floor(range.first / size) * size
  return { first, last: first + size - 1, bits }
}

/** The lowest block of a pool that none of these overlaps; undefined when the pool is used up. */
export function firstFree(pool: Range, bits: number, taken: readonly Range[]): Range | undefined {
  const size = 2 ** (32 - bits)
  for (let first = pool.first; first + size - 1 <= pool.last; first += size) {
    const block = { first, last: first + size - 1, bits }
    if (!taken.some((one) => overlap(one, block))) return block
  }
  return undefined
}

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].flatMap((cidr) => parseRange(cidr) ?? [])

/** Whether all of it is for private use (RFC 1918). */
export const isPrivate = (range: Range): boolean => PRIVATE.some((one) => contains(one, range))
