import { firstDifference, memberPath, renderLeaf, renderPath, UNKNOWN } from './attribute-text.ts'
import {
  isBranchOrNothing,
  isNothing,
  isSame,
  itemsOf,
  keysOf,
  NOTHING,
  sideOf,
  withoutSensitive,
  withoutTags
} from './attribute-sides.ts'
import type { Place, Side } from './attribute-sides.ts'
import { canonicalJson, isList, isObject } from './canonical.ts'
import { pairItems } from './list-pairs.ts'
import type { Change, Json } from './plan-model.ts'
import { hasSecretName, hideLeaves, hideText, maskSecrets, parseEmbedded, SENSITIVE } from './redaction.ts'
import { diffLines } from './text-diff.ts'

type Output = Readonly<{ lines: string[]; unknown: string[]; forced: readonly string[]; told: Set<string> }>

/** More lines than this of one object are counted instead of shown. */
const MOST_LINES = 300

/** The attributes that change, one path a line with its sign in the first column; no secret among them. */
export function diffAttributes(change: Change): readonly string[] {
  const output: Output = {
    lines: [],
    unknown: [],
    forced: (change.replace_paths ?? []).map(renderPath),
    told: new Set()
  }
  const before: Side = { value: change.before, sensitive: change.before_sensitive, unknown: undefined }
  const after: Side = {
    value: change.after,
    sensitive: change.after_sensitive,
    unknown: change.after_unknown
  }
  walk({ path: '', before, after }, output)
  if (output.unknown.length > 0) output.lines.push(`+ ${UNKNOWN}: ${listed(output.unknown)}`)
  if (output.lines.length <= MOST_LINES) return output.lines
  return [...output.lines.slice(0, MOST_LINES), `… and ${output.lines.length - MOST_LINES} more lines`]
}

function walk(place: Place, output: Output): void {
  const { before, after } = place
  if (after.unknown === true) return writeUnknown(place, output)
  if (before.sensitive === true || after.sensitive === true) return writeSensitive(place, output)
  if (isNothing(before) && isNothing(after)) return
  if (isBranchOrNothing(before) && isBranchOrNothing(after)) return walkMembers(place, output)
  writeLeaf(place, output)
}

function walkMembers(place: Place, output: Output): void {
  const { before, after } = place
  const lists = [before, after].filter(({ value, unknown }) => isList(value ?? unknown)).length
  const objects = [before, after].filter(({ value }) => isObject(value)).length
  if (lists > 0 && objects > 0) return writeLeaf(place, output)
  if (lists > 0) return walkItems(place, output)
  for (const key of keysOf([before, after])) {
    if (key === 'tags_all' && place.path === '') walkAllTags(place, output)
    else if (key !== place.named) walkMember(place, key, output)
  }
}

/** `tags_all` repeats `tags`: only what the provider's default tags add is told, of a new or a lost object on one line. */
function walkAllTags(place: Place, output: Output): void {
  const before = withoutTags(place, place.before)
  const after = withoutTags(place, place.after)
  const inside: Place = { path: 'tags_all', before, after }
  if (after.unknown === true || (isObject(before.value) && isObject(after.value))) return walk(inside, output)
  const text = ({ value, sensitive }: Side): string | undefined =>
    isObject(value) && Object.keys(value).length > 0 ? renderLeaf(maskSecrets(value, sensitive)) : undefined
  write(inside, [text(before), text(after)], output)
}

function walkMember({ path, before, after }: Place, key: string, output: Output): void {
  const place: Place = { path: memberPath(path, key), before: sideOf(before, key), after: sideOf(after, key) }
  const secret = isSecretMember(before, key) || isSecretMember(after, key)
  if (!secret || !hidesSomething(place)) return walk(place, output)
  if (isSame(place)) return
  const text = ({ value }: Side): string | undefined =>
    value === undefined || value === null ? undefined : renderHidden(value)
  const now = place.after.unknown === true ? UNKNOWN : text(place.after)
  write(place, [text(place.before), now], output)
}

function isSecretMember({ value }: Side, key: string): boolean {
  return isObject(value) && hasSecretName(key, value)
}

function hidesSomething({ before, after }: Place): boolean {
  if (before.sensitive === true || after.sensitive === true) return false
  return [before.value, after.value].some(
    (value) => value !== undefined && canonicalJson(hideLeaves(value)) !== canonicalJson(value)
  )
}

function renderHidden(value: Json): string {
  const hidden = hideLeaves(value)
  return typeof hidden === 'string' ? hidden : canonicalJson(hidden)
}

function walkItems({ path, before, after }: Place, output: Output): void {
  const [old, now] = [itemsOf(before), itemsOf(after)]
  for (const pair of pairItems(old, now)) {
    const place: Place = {
      path:
        typeof pair.label === 'number' ? `${path}[${pair.label}]` : `${path}[${JSON.stringify(pair.label)}]`,
      before: pair.before === undefined ? NOTHING : sideOf(before, pair.before),
      after: pair.after === undefined ? NOTHING : sideOf(after, pair.after),
      ...(pair.named === undefined ? {} : { named: pair.named })
    }
    walk(place, output)
  }
}

function writeUnknown(place: Place, output: Output): void {
  if (isNothing(place.before)) output.unknown.push(place.path)
  else write(place, [maskedLeaf(place.before), UNKNOWN], output)
}

function maskedLeaf({ value = null, sensitive }: Side): string {
  return sensitive === true
    ? SENSITIVE
    : renderLeaf(withoutSensitive({ value, sensitive, unknown: undefined }))
}

function writeSensitive(place: Place, output: Output): void {
  const { before, after } = place
  if (isNothing(before) && isNothing(after)) return
  if (!isSame(place))
    return write(
      place,
      [isNothing(before) ? undefined : SENSITIVE, isNothing(after) ? undefined : SENSITIVE],
      output
    )
  if (before.sensitive === after.sensitive) return
  const now = after.sensitive === true ? 'from now on sensitive' : 'no longer sensitive'
  output.lines.push(`! ${place.path}: the value stays, it is ${now}`)
}

function writeLeaf(place: Place, output: Output): void {
  if (isSame(place)) return
  const [old, now] = [withoutSensitive(place.before), withoutSensitive(place.after)]
  if (walkEmbedded(place, output)) return
  if (isLong(old) || isLong(now)) return writeText(place, [old, now], output)
  const focus = firstDifference(old, now)
  write(
    place,
    [old === null ? undefined : renderLeaf(old, focus), now === null ? undefined : renderLeaf(now, focus)],
    output
  )
}

/** Texts that are JSON on every side they exist on are compared as what they hold. */
function walkEmbedded(place: Place, output: Output): boolean {
  const [old, now] = [embedded(place.before), embedded(place.after)]
  if (old === undefined || now === undefined || (old === null && now === null)) return false
  const count = output.lines.length
  walk({ path: place.path, before: { ...NOTHING, value: old }, after: { ...NOTHING, value: now } }, output)
  if (output.lines.length === count)
    output.lines.push(`! ${place.path}: only the formatting of its JSON changes`)
  return true
}

function embedded({ value }: Side): Json | undefined {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? parseEmbedded(value) : undefined
}

function isLong(value: Json): value is string {
  return typeof value === 'string' && value.trimEnd().includes('\n')
}

function writeText(place: Place, [old, now]: readonly [Json, Json], output: Output): void {
  const text = (value: Json): string =>
    typeof value === 'string' ? hideText(value) : value === null ? '' : renderLeaf(value)
  const sign = old === null ? '+' : now === null ? '-' : ' '
  output.lines.push(`${sign} ${place.path} =${forcing(place, output)}`)
  const shown =
    old === null || now === null
      ? whole(sign as '+' | '-', text(old ?? now))
      : diffLines(text(old), text(now))
  for (const line of shown) output.lines.push(`${line.sign}     ${line.text}`)
  if (shown.every((line) => line.sign === ' ')) output.lines.push(`!     only hidden parts of it change`)
}

function whole(sign: '+' | '-', text: string): readonly Readonly<{ sign: string; text: string }>[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => ({ sign, text: line }))
}

function write(
  place: Place,
  [old, now]: readonly [string | undefined, string | undefined],
  output: Output
): void {
  const force = forcing(place, output)
  if (old !== undefined) output.lines.push(`- ${place.path} = ${old}${now === undefined ? force : ''}`)
  if (now !== undefined) output.lines.push(`+ ${place.path} = ${now}${force}`)
}

/** Says once of each attribute that it forces the replacement. */
function forcing({ path }: Place, { forced, told }: Output): string {
  const forces = forced.find(
    (one) => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[`)
  )
  if (forces === undefined || told.has(forces)) return ''
  told.add(forces)
  return '  # forces replacement'
}

function listed(names: readonly string[]): string {
  const more = names.length > 30 ? `, and ${names.length - 30} more` : ''
  return names.slice(0, 30).join(', ') + more
}
