const PATH = { type: 'string', pattern: '^/[\\x21-\\x22\\x24-\\x7e]*$', maxLength: 2000 } as const

const EXPECTATION = {
  status: { type: 'integer', minimum: 100, maximum: 599, default: 200, description: 'Status of the answer.' },
  headers: {
    type: 'object',
    default: {},
    propertyNames: { pattern: '^[A-Za-z0-9-]+$' },
    additionalProperties: { type: 'string' },
    description: 'Header → text that its value contains, whatever the case.'
  },
  json: {
    type: 'object',
    default: {},
    additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
    description: 'Path into the JSON body, as checks.database or items.0.name → its value.'
  },
  contains: { type: 'string', minLength: 1, description: 'Text that the body contains.' }
} as const

/** JSON Schema of input 'checks'; the same as checks.schema.json beside the action, for editors. */
export const CHECKS_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'What smoke checks',
  type: 'object',
  additionalProperties: false,
  properties: {
    health: {
      description: 'What a good answer of the health path is.',
      type: 'object',
      default: {},
      additionalProperties: false,
      properties: EXPECTATION
    },
    requests: {
      description: 'Further requests, each sent once to every address.',
      type: 'array',
      default: [],
      maxItems: 50,
      items: {
        type: 'object',
        required: ['path'],
        additionalProperties: false,
        properties: {
          path: { ...PATH, description: 'Path, with its query.' },
          method: { enum: ['GET', 'HEAD'], default: 'GET' },
          ...EXPECTATION
        }
      }
    },
    version: {
      description: 'Where the running version is told, for expected-version.',
      type: 'object',
      default: {},
      additionalProperties: false,
      properties: {
        path: { ...PATH, default: '/version' },
        json: {
          type: 'string',
          minLength: 1,
          default: 'version',
          description: 'Path into the JSON body; a body that is no JSON is the version itself.'
        },
        header: { type: 'string', pattern: '^[A-Za-z0-9-]+$', description: 'Header, in place of the body.' }
      }
    },
    redirect: { type: 'boolean', default: true, description: 'Whether http must lead to https.' },
    'security-headers': {
      enum: ['fail', 'warn', 'off'],
      default: 'fail',
      description: 'What a missing security header is.'
    },
    certificate: {
      type: 'object',
      default: {},
      additionalProperties: false,
      properties: {
        'warn-days': { type: 'integer', minimum: 0, maximum: 400, default: 21 },
        'fail-days': { type: 'integer', minimum: 0, maximum: 400, default: 7 }
      }
    },
    assets: {
      enum: ['auto', 'required', 'off'],
      default: 'auto',
      description: 'auto crawls where the answer is a page; required fails where it is none.'
    },
    'unknown-host': {
      type: 'boolean',
      default: true,
      description: 'Whether a host that nobody has must be rejected.'
    }
  }
} as const
