import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { judgeTenant, judgeTogether, type Problem } from './rules.ts'
import { TENANT_SCHEMA } from './schema.ts'
import { fileOf, keyOf, renderTenant, type Entry, type Tenant } from './tenant.ts'

/** A file as it is read; `file` counts from the registry's folder. */
export type RegistryFile = Readonly<{ file: string; text: string }>

/** The tenants that could be read, and everything that is wrong. */
export type Registry = Readonly<{ entries: readonly Entry[]; problems: readonly Problem[] }>

/** The files are <env>/<client>.tfvars.json; anything else in those folders is wrong. */
export const isTenantFile = (file: string): boolean => /^[^/]+\/[^/]+$/.test(file)

/** Reads a registry and judges it: each file, each tenant, and all of them together. */
export function parseRegistry(files: readonly RegistryFile[]): Registry {
  const entries: Entry[] = []
  const problems: Problem[] = []
  for (const one of files.toSorted((left, right) => (left.file < right.file ? -1 : 1))) {
    const read = parseFile(one)
    if ('tenant' in read) entries.push({ file: one.file, tenant: read.tenant })
    else problems.push(...read.sentences.map((sentence) => ({ file: one.file, sentence })))
  }
  return { entries, problems: [...problems, ...entries.flatMap(judgeTenant), ...judgeTogether(entries)] }
}

/** What keeps a tenant out of a registry of these others, itself left out of them. */
export function judgeNewcomer(tenant: Tenant, registry: readonly Entry[]): readonly string[] {
  const own: Entry = { file: fileOf(tenant), tenant }
  const checked = checkTenant(JSON.parse(renderTenant(tenant)))
  if ('sentences' in checked) return checked.sentences.map((sentence) => `${own.file}: ${sentence}`)
  const others = registry.filter((entry) => keyOf(entry.tenant) !== keyOf(tenant))
  const problems = [...judgeTenant(own), ...judgeTogether([...others, own])]
  return problems.filter(({ file }) => file === own.file).map(({ file, sentence }) => `${file}: ${sentence}`)
}

type Read = Readonly<{ tenant: Tenant }> | Readonly<{ sentences: readonly string[] }>

function parseFile({ text }: RegistryFile): Read {
  try {
    return checkTenant(JSON.parse(text))
  } catch {
    return { sentences: ['it is no JSON.'] }
  }
}

/** Compiled once: that takes longer than all the rest. */
let validate: ValidateFunction<Tenant> | undefined

/** A tenant whose form the schema allows, or a sentence for each fault. */
export function checkTenant(value: unknown): Read {
  validate ??= new Ajv({ allErrors: true, strict: false }).compile<Tenant>(TENANT_SCHEMA)
  if (validate(value)) return { tenant: value }
  const sentences = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map(describe)
  return { sentences: [...new Set(sentences)] }
}

function describe({ instancePath, keyword, params, message, schemaPath }: ErrorObject): string {
  const where = instancePath.slice(1).replaceAll('/', ' → ')
  switch (keyword) {
    case 'required':
      return `it lacks ${(params as { missingProperty: string }).missingProperty}.`
    case 'additionalProperties': {
      const name = (params as { additionalProperty: string }).additionalProperty
      return `${where === '' ? 'it' : where} has ${name}, which the stack does not take.`
    }
    case 'false schema':
      return schemaPath.startsWith('#/then/')
        ? `${where} is not a SaaS tenant's to have: it has that of SaaSShared.`
        : `${where} is for SaaS tenants only: this one has its own.`
    case 'enum':
      return `${where} must be one of ${(params as { allowedValues: unknown[] }).allowedValues.join(', ')}.`
    case 'pattern':
      return `${where} is not what it has to be: ${descriptionAt(schemaPath)}`
  }
  return `${where === '' ? 'it' : where} ${message ?? 'does not fit'}.`
}

/** What the schema says of the value that the fault is of. */
function descriptionAt(schemaPath: string): string {
  const names = schemaPath.replace(/^#\//, '').split('/').slice(0, -1)
  const found = names.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], TENANT_SCHEMA)
  return (found as { description?: string } | undefined)?.description ?? schemaPath
}
