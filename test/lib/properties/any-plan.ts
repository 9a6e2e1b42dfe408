import * as fc from 'fast-check'
import { hostileText } from './hostile-text.ts'

/** Stands in a plan where only a secret stands. */
export const MARKER = 'pl4nted-m4rker'
/** Too short to be looked for in texts: only the map beside it tells that it is secret. */
export const SHORT_MARKER = 'Qz7Jx9'

const leaf = fc.oneof(
  hostileText,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true })
)
const key = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[a-z_]{1,8}$/) },
  { weight: 1, arbitrary: hostileText }
)

/** Any JSON value, some of it JSON within text. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    tie('value').map((value) => JSON.stringify(value))
  )
})).value

/** A map beside a value: true, false, or the shape of anything. */
const anyMap = fc.oneof(fc.boolean(), anyValue)

type Planted = Readonly<{ value: unknown; sensitive: unknown }>

const within = (depth: number, value: unknown): unknown =>
  depth === 0 ? value : { a: [within(depth - 1, value)] }

/** A secret, and how the plan or its looks tell that it is one. */
const planted: fc.Arbitrary<Planted> = fc.oneof(
  fc.tuple(fc.nat(3), fc.nat(3), fc.constantFrom(MARKER, SHORT_MARKER)).map(([depth, more, marker]) => ({
    value: within(depth, within(more, marker)),
    sensitive: within(depth, true)
  })),
  fc
    .tuple(fc.constantFrom('password', 'DB_PASSWORD', 'apiKey', 'client_secret', 'token'), fc.nat(2))
    .map(([name, depth]) => ({ value: { [name]: within(depth, MARKER) }, sensitive: false })),
  fc.constantFrom('SECRET_TOKEN', 'db-password').map((name) => ({
    value: JSON.stringify([{ name: 'web', environment: [{ name, value: MARKER }] }]),
    sensitive: {}
  })),
  fc
    .constantFrom(
      `postgres://app:${MARKER}@db.internal:5432/app`,
      `psql --set x password=${MARKER}`,
      `Authorization: Bearer ${MARKER}`,
      `-----BEGIN PRIVATE KEY-----\n${MARKER}\n-----END PRIVATE KEY-----`
    )
    .map((value) => ({ value, sensitive: false }))
)

const side = fc
  .tuple(fc.dictionary(key, anyValue, { maxKeys: 4 }), anyMap, planted)
  .map(([value, map, secret]) => ({
    value: { ...value, planted: secret.value },
    sensitive: { ...(typeof map === 'object' ? map : {}), planted: secret.sensitive }
  }))

const actions = fc.constantFrom(
  ['create'],
  ['update'],
  ['delete'],
  ['delete', 'create'],
  ['create', 'delete'],
  ['read'],
  ['forget'],
  ['no-op'],
  ['open'],
  ['dance']
)

/** Before and after of anything, each with a secret in it. */
const change = fc
  .record({
    actions,
    before: side,
    after: side,
    after_unknown: anyMap,
    importing: hostileText,
    path: hostileText,
    generated: hostileText
  })
  .map(({ before, after, importing, path, generated, ...rest }) => ({
    ...rest,
    ...(rest.actions[0] === 'create' ? {} : { before: before.value }),
    before_sensitive: before.sensitive,
    ...(rest.actions[0] === 'delete' ? { after: null } : { after: after.value }),
    after_sensitive: after.sensitive,
    replace_paths: [[path, 0]],
    ...(importing.length % 2 === 0 ? {} : { importing: { id: importing }, generated_config: generated })
  }))

const resource = fc
  .record({
    key: hostileText,
    type: fc.constantFrom('aws_db_instance', 'aws_s3_bucket', 'terraform_data', 'x_y'),
    action_reason: hostileText,
    deposed: fc.option(hostileText, { nil: undefined }),
    previous_address: fc.option(hostileText, { nil: undefined }),
    change
  })
  .map(({ key: index, type, ...rest }) => ({
    address: `module.m["${index}"].${type}.n`,
    mode: 'managed',
    type,
    name: 'n',
    ...rest
  }))

/** Any plan as Terraform could write it, a secret in each of its changes. */
export const anyPlan = fc
  .record({
    resource_changes: fc.array(resource, { maxLength: 20 }),
    resource_drift: fc.array(resource, { maxLength: 3 }),
    output_changes: fc.dictionary(hostileText, change, { maxKeys: 4 }),
    deferred_changes: fc.array(fc.record({ reason: hostileText, resource_change: resource }), {
      maxLength: 2
    }),
    action_invocations: fc.array(
      fc.record({ address: hostileText, config_values: anyValue, config_sensitive: anyMap }),
      { maxLength: 2 }
    ),
    checks: fc.array(
      fc.record({
        address: fc.record({ to_display: hostileText }),
        status: fc.constantFrom('fail', 'error', 'unknown', 'pass'),
        instances: fc.constant([])
      }),
      { maxLength: 2 }
    )
  })
  .map((plan) => ({
    format_version: '1.2',
    terraform_version: '1.13.1',
    relevant_attributes: plan.resource_drift.map(({ address }) => ({
      resource: address.replace(/\["[^]*"\]$/, ''),
      attribute: ['planted']
    })),
    ...plan
  }))
