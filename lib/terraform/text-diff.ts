/** A line of a diff: kept, taken away or added. */
export type TextLine = Readonly<{ sign: ' ' | '-' | '+'; text: string }>

/** More comparisons than this are not made: the middle is then shown as wholly replaced. */
const MOST_COMPARISONS = 250_000
const CONTEXT = 2

/** The lines in which two texts differ, with two lines of context. */
export function diffLines(before: string, after: string): readonly TextLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const start = commonStart(old, now)
  const end = commonEnd(old.slice(start), now.slice(start))
  const middle = diffMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end))
  const keep = (lines: readonly string[]): TextLine[] => lines.map((text) => ({ sign: ' ', text }))
  return [
    ...keep(old.slice(Math.max(0, start - CONTEXT), start)),
    ...middle,
    ...keep(old.slice(old.length - end, old.length - end + CONTEXT))
  ]
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  return length
}

function commonEnd(a: readonly string[], b: readonly string[]): number {
  let length = 0
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length])
    length += 1
  return length
}

function diffMiddle(a: readonly string[], b: readonly string[]): TextLine[] {
  const removed = a.map((text): TextLine => ({ sign: '-', text }))
  const added = b.map((text): TextLine => ({ sign: '+', text }))
  return a.length * b.length > MOST_COMPARISONS ? [...removed, ...added] : walk(a, b)
}

/** Follows the longest common subsequence of both sides. */
function walk(a: readonly string[], b: readonly string[]): TextLine[] {
  const lengths = commonLengths(a, b)
  const at = (i: number, j: number): number => lengths[i * (b.length + 1) + j] ?? 0
  const lines: TextLine[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      lines.push({ sign: ' ', text: a[i++] ?? '' })
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) lines.push({ sign: '-', text: a[i++] ?? '' })
    else lines.push({ sign: '+', text: b[j++] ?? '' })
  }
  const removed = a.slice(i).map((text): TextLine => ({ sign: '-', text }))
  return [...lines, ...removed, ...b.slice(j).map((text): TextLine => ({ sign: '+', text }))]
}

function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [down = 0, right = 0, both = 0] = [
        lengths[(i + 1) * width + j],
        lengths[i * width + j + 1],
        lengths[(i + 1) * width + j + 1]
      ]
      lengths[i * width + j] = a[i] === b[j] ? both + 1 : Math.max(down, right)
    }
  }
  return lengths
}
