/** Cuts lab/github/openapi.json out of GitHub's description, as lab/github/openapi.md tells: `… openapi-subset.ts <folder>`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createGate } from '../lab/github/gate.ts'
import { routesOf } from '../lab/github/routes.ts'
import { createStore } from '../lab/github/store.ts'
import { systemClock } from '../lib/clock.ts'

type Json = Record<string, unknown>

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name the folder of an unpacked @octokit/openapi.')
const full = JSON.parse(readFileSync(join(folder, 'generated/api.github.com.json'), 'utf8')) as Json
const FILE = join(import.meta.dirname, '../lab/github/openapi.json')

const at = (from: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>((value, key) => (value as Json | undefined)?.[key], from)
const entries = (of: unknown): [string, unknown][] => Object.entries((of ?? {}) as Json)
const mapped = (of: unknown, change: (value: unknown) => unknown): Json =>
  Object.fromEntries(entries(of).map(([key, value]) => [key, change(value)]))

/** Keywords that decide whether a value fits; the rest is prose. */
const KEPT =
  /^(?:\$ref|type|enum|required|format|pattern|uniqueItems|(?:min|max)(?:imum|Length|Items|Properties))$/
const schemas: Json = {}

/** An OpenAPI 3.0 schema as JSON Schema, with the schemas that it refers to taken along. */
function convert(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const given = value as Json
  const made = Object.fromEntries(entries(given).flatMap(([key, inner]) => keyword(key, inner)))
  if (typeof given['$ref'] === 'string') take(given['$ref'].split('/').at(-1) ?? '')
  return given['nullable'] === true ? nullable(made) : made
}

function keyword(key: string, value: unknown): [string, unknown][] {
  if (KEPT.test(key)) return [[key, value]]
  if (/^(?:items|additionalProperties|not)$/.test(key)) return [[key, convert(value)]]
  if (/^(?:all|any|one)Of$/.test(key)) return [[key, (value as unknown[]).map(convert)]]
  return key === 'properties' ? [[key, mapped(value, convert)]] : []
}

function nullable(schema: Json): Json {
  const { type, enum: values } = schema
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] }
  return { ...schema, type: [type, 'null'], ...(Array.isArray(values) ? { enum: [...values, null] } : {}) }
}

function take(name: string): void {
  if (name in schemas) return
  schemas[name] = {}
  schemas[name] = convert(at(full, 'components', 'schemas', name))
}

/** What a reference to a shared response, request body or parameter stands for. */
function resolved(value: unknown): unknown {
  const reference = at(value, '$ref')
  return typeof reference === 'string' ? at(full, ...reference.split('/').slice(1)) : value
}

function content(of: unknown): Json {
  const schema = at(resolved(of), 'content', 'application/json', 'schema')
  return schema === undefined ? {} : { content: { 'application/json': { schema: convert(schema) } } }
}

/** What may stand in a query: names, and which values fit. */
function query(of: unknown): Json {
  const asked = ((of ?? []) as unknown[]).map(resolved).filter((one) => at(one, 'in') === 'query')
  return Object.fromEntries(asked.map((one) => [String(at(one, 'name')), convert(at(one, 'schema'))]))
}

/** `{path+}` of a route and `{path}` of the description are one: names of placeholders do not matter. */
const shapeOf = (path: string): string => path.replace(/\{[^}]+\}/g, '{}').replace('/zip', '/{}')

const paths: Json = {}
for (const { operation } of routesOf(createGate(createStore(systemClock)))) {
  const [method = '', wanted = ''] = operation.split(' ')
  const path = Object.keys(full['paths'] as Json).find((one) => shapeOf(one) === shapeOf(wanted))
  const found = path === undefined ? undefined : at(full, 'paths', path, method.toLowerCase())
  if (path === undefined || found === undefined)
    throw new Error(`GitHub describes no operation ${operation}.`)
  const body = at(found, 'requestBody')
  paths[path] = {
    ...(paths[path] as Json | undefined),
    [method.toLowerCase()]: {
      operationId: at(found, 'operationId'),
      query: query(at(found, 'parameters')),
      ...(body === undefined
        ? {}
        : { requestBody: { required: at(body, 'required') ?? false, ...content(body) } }),
      responses: mapped(at(found, 'responses'), content)
    }
  }
}

const { version, license } = full['info'] as Json
const info = { title: 'GitHub REST API, a subset for JSON Schema', version, license }
const text = JSON.stringify({ openapi: full['openapi'], info, paths, components: { schemas } })
writeFileSync(FILE, `${text}\n`)
console.log(Object.keys(paths).length, 'paths,', Object.keys(schemas).length, 'schemas')
