export type Scalar = string | number | boolean | null

/** What a good answer is. */
export type Expectation = Readonly<{
  status: number
  /** Name → text that its value contains, whatever the case. */
  headers: Readonly<Record<string, string>>
  /** Path into the JSON body, as `checks.database` → its value. */
  json: Readonly<Record<string, Scalar>>
  /** Text that the body contains. */
  contains?: string
}>

/** One more request, sent once to every address. */
export type FurtherRequest = Expectation & Readonly<{ path: string; method: 'GET' | 'HEAD' }>

/** Input `checks`, with its defaults. */
export type Checks = Readonly<{
  health: Expectation
  requests: readonly FurtherRequest[]
  /** Where the running version is told: in a header, or at a path into a JSON body; a body that is no JSON is the version. */
  version: Readonly<{ path: string; json: string; header?: string }>
  redirect: boolean
  'security-headers': 'fail' | 'warn' | 'off'
  certificate: Readonly<{ 'warn-days': number; 'fail-days': number }>
  assets: 'auto' | 'required' | 'off'
  'unknown-host': boolean
}>

/** What is checked when nothing is said. */
export const DEFAULT_CHECKS: Checks = {
  health: { status: 200, headers: {}, json: {} },
  requests: [],
  version: { path: '/version', json: 'version' },
  redirect: true,
  'security-headers': 'fail',
  certificate: { 'warn-days': 21, 'fail-days': 7 },
  assets: 'auto',
  'unknown-host': true
}
