import { UserError } from '../../../lib/errors.ts'
import { lintDocumentDbUri } from '../../../lib/secrets/documentdb-uri.ts'
import type { Entry, Mapping } from '../../../lib/secrets/mapping.ts'
import { holdsPlaceholder } from '../../../lib/secrets/placeholder.ts'
import type { StackOutputs } from '../../../lib/secrets/stack-outputs.ts'
import type { Tenant } from './inputs.ts'

/** An entry of the mapping with what the outputs say filled in. */
export type Source =
  | Readonly<{ kind: 'text'; name: string; text: string; from: string; follows?: string }>
  | Readonly<{ kind: 'uri'; name: string; uri: string; secretId: string }>
  | Readonly<{ kind: 'random'; name: string; bytes: number; fallbacks?: string; keep: number }>

/** Sentences on what is wrong, in place of a source. */
type Faults = Readonly<{ faults: readonly string[] }>

const SECRET_ARN = /^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:\d{12}:secret:\S+$/
const ENDPOINT = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?:([1-9]\d{0,4})$/

/** What every secret is made of, random keys last; all faults of the outputs at once when one does not do. */
export function resolveSources(mapping: Mapping, outputs: StackOutputs): readonly Source[] {
  const resolved = Object.entries(mapping).map(([name, entry]) => resolve(name, entry, outputs))
  const faults = resolved.flatMap((one) => ('faults' in one ? one.faults : []))
  if (faults.length > 0) throw new UserError(`${faults.join('\n')}\nNothing was written.`)
  const sources = resolved.filter((one): one is Source => !('faults' in one))
  return sources.toSorted((left, right) => Number(left.kind === 'random') - Number(right.kind === 'random'))
}

/** The secrets that a source fills, in the order in which they are written. */
export const namesOf = (source: Source): readonly string[] =>
  source.kind === 'random' && source.fallbacks !== undefined ? [source.fallbacks, source.name] : [source.name]

function resolve(name: string, entry: Entry, outputs: StackOutputs): Source | Faults {
  switch (entry.kind) {
    case 'random':
      return { ...entry, name }
    case 'output':
      return resolveText(name, entry, outputs)
    case 'documentdb-uri':
      return resolveUri(name, entry, outputs)
  }
}

type EntryOf<K extends Entry['kind']> = Extract<Entry, { kind: K }>

function resolveText(
  name: string,
  { output, form, follows }: EntryOf<'output'>,
  outputs: StackOutputs
): Source | Faults {
  const text = readOutput(output, name, outputs)
  const secretId = follows === undefined ? undefined : readArn(follows, name, outputs)
  const faults = [text, secretId].flatMap((one) => (typeof one === 'object' ? one.faults : []))
  if (form === 'endpoint' && typeof text === 'string' && !isEndpoint(text))
    faults.push(`Output '${output}', the source of ${name}, is not <host>:<port>.`)
  if (typeof text !== 'string' || typeof secretId === 'object' || faults.length > 0) return { faults }
  return { kind: 'text', name, text, from: output, ...(secretId === undefined ? {} : { follows: secretId }) }
}

function resolveUri(name: string, entry: EntryOf<'documentdb-uri'>, outputs: StackOutputs): Source | Faults {
  const uri = readOutput(entry.uri, name, outputs)
  const secretId = readArn(entry.credentials, name, outputs)
  const faults = [uri, secretId].flatMap((one) => (typeof one === 'string' ? [] : one.faults))
  if (typeof uri === 'string')
    faults.push(
      ...lintDocumentDbUri(uri).map((fault) => `Output '${entry.uri}', the source of ${name}: ${fault}`)
    )
  if (typeof uri !== 'string' || typeof secretId !== 'string' || faults.length > 0) return { faults }
  return { kind: 'uri', name, uri, secretId }
}

function readArn(output: string, name: string, outputs: StackOutputs): string | Faults {
  const arn = readOutput(output, name, outputs)
  if (typeof arn !== 'string' || SECRET_ARN.test(arn)) return arn
  return { faults: [`Output '${output}', the source of ${name}, is not the ARN of a secret.`] }
}

const isEndpoint = (text: string): boolean => Number(ENDPOINT.exec(text)?.[1] ?? 65_536) < 65_536

function readOutput(output: string, name: string, outputs: StackOutputs): string | Faults {
  const value = outputs.get(output)?.value
  const text = ['number', 'boolean'].includes(typeof value) ? String(value) : value
  const fault = faultOf(text)
  if (fault === undefined) return text as string
  const known = outputs.has(output) ? '' : ` The outputs are: ${[...outputs.keys()].join(', ')}.`
  return { faults: [`Output '${output}', the source of ${name}, ${fault}.${known}`] }
}

function faultOf(value: unknown): string | undefined {
  if (value === undefined) return 'does not exist'
  if (value === null) return 'is null'
  if (typeof value !== 'string') return 'is no text but a list or an object'
  if (value.trim() === '') return 'is empty'
  return holdsPlaceholder(value) ? 'is a placeholder in place of a value' : undefined
}

/** Refuses outputs that tell of another tenant's or another region's secrets. */
export function checkTenant(outputs: StackOutputs, { path }: Tenant, region: string): void {
  const arns = Object.values(outputs.get('secret_arns')?.value ?? {}).filter(
    (one) => typeof one === 'string' && SECRET_ARN.test(one)
  ) as readonly string[]
  for (const arn of arns) {
    const [, , , where = '', , , secret = ''] = arn.split(':')
    if (!secret.startsWith(path)) {
      throw new UserError(
        `These outputs are not of ${path}: their secret_arns name ${secret.replace(/-\w{6}$/, '')}. Give the outputs of this tenant and environment.`
      )
    }
    if (where !== region) {
      throw new UserError(
        `These outputs tell of secrets in ${where}, but AWS_REGION is ${region}. Configure the credentials for ${where}.`
      )
    }
  }
}
