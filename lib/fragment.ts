import { UserError } from './errors.ts'
import { tameMarkdown } from './markdown.ts'
import type { Counts } from './terraform/changes.ts'
import type { Fingerprint } from './terraform/digest.ts'
import { SECTION_KINDS, type Section } from './terraform/sections.ts'

export type PlanStatus = 'planned' | 'failed' | 'locked'
export type Reviewed = 'same' | 'different' | 'unknown'

/** What one plan job hands to the comment: everything in it is redacted. */
export type Fragment = Readonly<{
  version: 1
  stack: string
  workingDirectory: string
  /** What a later plan of the same stack needs to find its state again; never a credential. */
  backendConfig: readonly string[]
  /** Environment that the stack belongs to. */
  env?: string
  attempt: number
  commit: string
  status: PlanStatus
  counts: Counts
  hasChanges: boolean
  statefulDestroys: readonly string[]
  fingerprint?: Fingerprint
  artifact?: Readonly<{ id: number; digest: string }>
  reviewed: Reviewed
  reviewedIn?: number
  sections: readonly Section[]
  error?: string
}>

/** What an environment of stacks may be called: a key of the output that groups by it. */
export const ENV_PATTERN = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/

/** The artifact of a stack's fragment: the attempt is in the name, for names are used once in a run. */
export const fragmentName = (stack: string, attempt: number): string => `plan-fragment-${stack}-${attempt}`
/** The artifact of a stack's sealed plan. */
export const sealedPlanName = (stack: string, attempt: number): string => `plan-${stack}-${attempt}`

/** The stack and attempt in an artifact's name; undefined when it is not a fragment's. */
export function parseFragmentName(name: string): Readonly<{ stack: string; attempt: number }> | undefined {
  const [, stack, attempt] = /^plan-fragment-([A-Za-z0-9._-]{1,80})-(\d{1,6})$/.exec(name) ?? []
  return stack === undefined ? undefined : { stack, attempt: Number(attempt) }
}

/** The fragment in `text`, checked against its schema and cleared of what is not ours: it comes from an artifact. */
export async function parseFragment(text: string, name: string): Promise<Fragment> {
  const validate = await schemaCheck()
  const refuse = (why: string): never => {
    throw new UserError(`The artifact '${name}' holds no plan fragment: ${why}. Run the plan job again.`)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('it is not JSON')
  }
  const fault = validate(value)
  if (fault !== undefined) return refuse(fault)
  return cleared(value as Fragment)
}

function cleared(fragment: Fragment): Fragment {
  return {
    ...fragment,
    sections: fragment.sections.map((section) => ({
      ...section,
      title: tameMarkdown(section.title),
      blocks: section.blocks.map(tameMarkdown)
    }))
  }
}

type SchemaCheck = (value: unknown) => string | undefined

let check: Promise<SchemaCheck> | undefined

/** Ajv is loaded only where fragments are read, and the schema compiled once. */
function schemaCheck(): Promise<SchemaCheck> {
  check ??= compileSchema()
  return check
}

async function compileSchema(): Promise<SchemaCheck> {
  // Through the default: a bundler's namespace of this CommonJS module has no names of its own.
  const { default: ajv } = await import('ajv')
  const validate = new ajv.Ajv({ strict: true }).compile(SCHEMA)
  return (value) => {
    if (validate(value)) return undefined
    const [first] = validate.errors ?? []
    return `${first?.instancePath === '' ? 'it' : first?.instancePath} ${first?.message ?? 'is wrong'}`
  }
}

const text = (maxLength: number): object => ({ type: 'string', maxLength })
const count = { type: 'integer', minimum: 0 }
const hex = (length: number): object => ({ type: 'string', pattern: `^[0-9a-f]{${length}}$` })
const record = (values: object): object => ({ type: 'object', additionalProperties: values })
const object = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties
})

const COUNTS: Record<keyof Counts, object> = {
  create: count,
  update: count,
  replace: count,
  delete: count,
  import: count,
  move: count,
  forget: count,
  read: count,
  outputs: count,
  drift: count,
  deferred: count,
  actions: count
}

const SCHEMA = object(
  {
    version: { const: 1 },
    stack: { type: 'string', pattern: '^[A-Za-z0-9._-]{1,80}$' },
    workingDirectory: text(1000),
    backendConfig: { type: 'array', maxItems: 50, items: text(2000) },
    env: { type: 'string', pattern: ENV_PATTERN.source },
    attempt: { type: 'integer', minimum: 1 },
    commit: hex(40),
    status: { enum: ['planned', 'failed', 'locked'] },
    counts: object(COUNTS),
    hasChanges: { type: 'boolean' },
    statefulDestroys: { type: 'array', items: text(2000) },
    fingerprint: object({
      digest: hex(64),
      resources: record(object({ actions: text(100), attributes: record(hex(8)) })),
      outputs: record(hex(8))
    }),
    artifact: object({ id: { type: 'integer', minimum: 1 }, digest: hex(64) }),
    reviewed: { enum: ['same', 'different', 'unknown'] },
    reviewedIn: { type: 'integer', minimum: 1 },
    sections: {
      type: 'array',
      maxItems: 100,
      items: object({
        kind: { enum: [...SECTION_KINDS] },
        title: text(500),
        blocks: { type: 'array', items: text(200_000) },
        total: count
      })
    },
    error: text(20_000)
  },
  ['env', 'fingerprint', 'artifact', 'reviewedIn', 'error']
)
