/** Name of an output, as Terraform allows it. */
const OUTPUT = { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_-]*$' } as const
/** Name below caliber/<client>/<env>/, as the module that makes the containers allows it. */
const NAME = '^[a-z][a-z0-9-]{1,40}$'

/** JSON Schema of input 'mapping'; the same as mapping.schema.json beside the action, for editors. */
export const MAPPING_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Which secrets seed-secrets writes, and from what',
  description: 'Name below caliber/<client>/<env>/ → what its value is made of.',
  type: 'object',
  minProperties: 1,
  propertyNames: { pattern: NAME },
  additionalProperties: {
    type: 'object',
    required: ['kind'],
    discriminator: { propertyName: 'kind' },
    oneOf: [
      {
        description: 'The value of an output.',
        properties: {
          kind: { const: 'output' },
          output: { ...OUTPUT, description: 'Output whose value is copied.' },
          form: {
            enum: ['text', 'endpoint'],
            default: 'text',
            description: 'endpoint: the value must be <host>:<port>.'
          },
          follows: {
            ...OUTPUT,
            description:
              'Output with the ARN of a secret that tasks read by themselves: when AWS has rotated it since, the value counts as stale and is written anew.'
          }
        },
        required: ['output'],
        additionalProperties: false
      },
      {
        description: "DocumentDB's URI with user and password from the secret that AWS rotates.",
        properties: {
          kind: { const: 'documentdb-uri' },
          uri: { ...OUTPUT, description: 'Output with the URI without user and password.' },
          credentials: { ...OUTPUT, description: "Output with the ARN of the master user's secret." }
        },
        required: ['uri', 'credentials'],
        additionalProperties: false
      },
      {
        description: 'A random key, made once and kept until it is rotated.',
        properties: {
          kind: { const: 'random' },
          bytes: {
            type: 'integer',
            minimum: 32,
            maximum: 256,
            default: 48,
            description: 'Random bytes; the value is their base64url.'
          },
          fallbacks: {
            type: 'string',
            pattern: NAME,
            description: 'Secret that keeps earlier keys, newest first, as a JSON list.'
          },
          keep: {
            type: 'integer',
            minimum: 0,
            maximum: 5,
            default: 2,
            description: 'Earlier keys that are kept; 0 keeps none, for a key that leaked.'
          }
        },
        additionalProperties: false
      }
    ]
  }
} as const
