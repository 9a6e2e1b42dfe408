import { asRecord } from '../../../lib/github/payload.ts'

/** One line of a statement's Condition: `key` without the issuer's host, in lower case. */
export type Condition = Readonly<{ operator: string; key: string; values: readonly string[] }>

/** A statement of a trust policy that lets somebody in. */
export type TrustStatement = Readonly<{
  /** Whom it names: ARNs of providers, of other principals, `*`. */
  federated: readonly string[]
  others: readonly string[]
  conditions: readonly Condition[]
}>

/** The statements that allow assuming the role; those that deny only narrow them. */
export function parseTrust(text: string): readonly TrustStatement[] {
  const policy = asRecord(JSON.parse(text))
  return asList(policy?.['Statement'])
    .map((entry) => asRecord(entry) ?? {})
    .filter((statement) => statement['Effect'] === 'Allow')
    .map(parseStatement)
}

function parseStatement(statement: Readonly<Record<string, unknown>>): TrustStatement {
  const principal = statement['Principal']
  const named = asRecord(principal) ?? {}
  const { Federated: federated, ...others } = named
  return {
    federated: texts(federated),
    others: [...texts(principal), ...Object.values(others).flatMap(texts)],
    conditions: Object.entries(asRecord(statement['Condition']) ?? {}).flatMap(([operator, block]) =>
      Object.entries(asRecord(block) ?? {}).map(([key, values]) => ({
        operator,
        key: key.slice(key.lastIndexOf(':') + 1).toLowerCase(),
        values: texts(values)
      }))
    )
  }
}

/** The values that a statement wants of a key; empty when it asks for none. */
export const valuesOf = ({ conditions }: TrustStatement, key: string): readonly string[] =>
  conditions.filter((one) => one.key === key).flatMap(({ values }) => values)

/** IAM's wildcards: `*` is any text, `?` one character. */
export function isLike(value: string, pattern: string): boolean {
  const source = pattern.replaceAll(/[.*+?^${}()|[\]\\]/g, (sign) =>
    sign === '*' ? '.*' : sign === '?' ? '.' : `\\${sign}`
  )
  return new RegExp(`^${source}$`, 's').test(value)
}

export const hasWildcard = (value: string): boolean => /[*?]/.test(value)

const asList = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

const texts = (value: unknown): readonly string[] =>
  asList(value).filter((one): one is string => typeof one === 'string')
