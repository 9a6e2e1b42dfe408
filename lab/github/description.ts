/** GitHub's own OpenAPI description (a subset, see openapi.md), against which requests and answers are checked. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv'

type Content = Readonly<{ content?: unknown }>
type Operation = Readonly<{
  /** Schemas by name. */
  query: Readonly<Record<string, unknown>>
  requestBody?: Content
  responses: Readonly<Record<string, Content>>
}>
type Document = Readonly<{ paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }>

export type Description = Readonly<{
  /** What the body of a request has against it, in GitHub's words; empty when it fits. */
  requestFaults: (operation: string, body: unknown) => readonly string[]
  /** What the query of a request has against it; names that are not described are passed over, as by GitHub. */
  queryFaults: (operation: string, query: URLSearchParams) => readonly string[]
  /** Names that may stand in the query. */
  queryNames: (operation: string) => readonly string[]
  /** Where an answer differs from what is described; empty when it fits. */
  answerFaults: (operation: string, answer: Answer) => readonly string[]
}>

export type Answer = Readonly<{ status: number; body?: unknown }>

const FILE = join(import.meta.dirname, 'openapi.json')
const ID = 'github'
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/
/** One wrong object breaks many rules of alternatives: the first say enough. */
const MOST_FAULTS = 5
/** Compiling is most of what a short-lived GitHub costs: the description is GitHub's own and not checked itself, nor is it inlined. */
const OPTIONS: Options = {
  strict: false,
  allErrors: true,
  meta: false,
  validateSchema: false,
  inlineRefs: false,
  code: { optimize: false }
}

let description: Description | undefined

/** The description, read once; a schema is compiled when its operation is first called. */
export const readDescription = (): Description => (description ??= readAnew())

function readAnew(): Description {
  const document = JSON.parse(readFileSync(FILE, 'utf8')) as Document
  const ajv = withFormats(new Ajv(OPTIONS)).addSchema(document, ID)
  const compiled = new Map<string, ValidateFunction>()
  // What is a number or a truth arrives as text.
  const texts = withFormats(new Ajv({ ...OPTIONS, coerceTypes: true }))
  const queries = new Map<string, ValidateFunction>()
  const faultsOf = (place: readonly string[], value: unknown): readonly ErrorObject[] => {
    const pointer = `${ID}#/${[...place, 'content', 'application/json', 'schema'].map(escapePointer).join('/')}`
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: pointer })
    compiled.set(pointer, validate)
    // As it arrives: without fields that are undefined.
    const sent: unknown = value === undefined ? undefined : JSON.parse(JSON.stringify(value))
    return validate(sent) ? [] : (validate.errors ?? []).filter((fault) => !fitsSeveral(fault))
  }
  return {
    requestFaults: (operation, body) => {
      const { place, described } = find(document, operation)
      if (described.requestBody?.content === undefined) return []
      return inGitHubsWords(faultsOf([...place, 'requestBody'], body), body)
    },
    queryFaults: (operation, query) => {
      const { described } = find(document, operation)
      const validate =
        queries.get(operation) ?? texts.compile({ type: 'object', properties: described.query })
      queries.set(operation, validate)
      const given = Object.fromEntries(query)
      return validate(structuredClone(given)) ? [] : inGitHubsWords(validate.errors ?? [], given)
    },
    queryNames: (operation) => Object.keys(find(document, operation).described.query),
    answerFaults: (operation, answer) => {
      const { place, described } = find(document, operation)
      const status = String(answer.status)
      const response = described.responses[status]
      if (response === undefined) return answer.status < 400 ? [`${status} is no answer of ${operation}`] : []
      if (response.content === undefined) return answer.body === undefined ? [] : ['it has no body']
      const faults = faultsOf([...place, 'responses', status], answer.body).slice(0, MOST_FAULTS)
      return faults.map((fault) => `${fault.instancePath || 'the body'} ${fault.message}`)
    }
  }
}

/** The description means one of several shapes by `oneOf` also where an object can have more than one of them. */
const fitsSeveral = ({ keyword, params }: ErrorObject): boolean =>
  keyword === 'oneOf' && Array.isArray((params as { passingSchemas?: unknown }).passingSchemas)

function withFormats(ajv: Ajv): Ajv {
  ajv.addFormat('date-time', DATE_TIME)
  // Where there is no address GitHub writes '', which its description gives as a default.
  ajv.addFormat('uri', (text) => text === '' || URL.canParse(text))
  ajv.addFormat('email', /@/)
  ajv.addFormat('repo.nwo', /^[^/\s]+\/[^/\s]+$/)
  ajv.addFormat('int64', true)
  return ajv
}

const escapePointer = (key: string): string =>
  encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))

/** Names of placeholders do not matter, and the one archive format that there is counts as one. */
const shapeOf = (path: string): string => path.replace(/\{[^}]+\}/g, '{}').replace(/\/zip$/, '/{}')

function find(
  document: Document,
  operation: string
): Readonly<{ place: readonly string[]; described: Operation }> {
  const [method = '', wanted = ''] = operation.split(' ')
  const path = Object.keys(document.paths).find((one) => shapeOf(one) === shapeOf(wanted)) ?? ''
  const described = document.paths[path]?.[method.toLowerCase()]
  if (described === undefined) {
    throw new Error(`lab/github/openapi.json lacks ${operation}: cut it anew by scripts/openapi-subset.ts.`)
  }
  return { place: ['paths', path, method.toLowerCase()], described }
}

/** The sentences that GitHub's own checker writes below "Invalid request." */
function inGitHubsWords(faults: readonly ErrorObject[], body: unknown): readonly string[] {
  return [...new Set(faults.map((fault) => sentence(fault, body)))]
}

function sentence(fault: ErrorObject, body: unknown): string {
  const path = fault.instancePath.split('/').slice(1)
  const value = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | null)?.[key], body)
  const shown = value === null ? 'nil' : JSON.stringify(value)
  const where = path.length === 0 ? '' : `For 'properties/${path.join('/')}', `
  const params = fault.params as Readonly<Record<string, unknown>>
  switch (fault.keyword) {
    case 'required':
      return `"${[...path, String(params['missingProperty'])].join('/')}" wasn't supplied.`
    case 'type':
      return `${where}${shown} is not ${withArticle(String(params['type']))}.`
    case 'enum':
      return `${where}${shown} is not a member of ${JSON.stringify(params['allowedValues'])}.`
    case 'additionalProperties':
      return `"${String(params['additionalProperty'])}" is not a permitted key.`
    case 'anyOf':
    case 'oneOf':
      return `${where}No subschema in "${fault.keyword}" matched.`
    default:
      return `${where}${shown} ${fault.message}.`
  }
}

function withArticle(types: string): string {
  const names = types.split(',').map((type) => (type === 'null' ? 'nil' : type))
  return names
    .map((name) => (name === 'nil' ? name : `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`))
    .join(' or ')
}
