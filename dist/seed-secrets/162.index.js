export const id = 162;
export const ids = [162];
export const modules = {

/***/ 7162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseMapping: () => (/* binding */ parseMapping)
});

// EXTERNAL MODULE: ../../node_modules/ajv/dist/ajv.js
var ajv = __webpack_require__(5627);
// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __webpack_require__(3483);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(2705);
// EXTERNAL MODULE: ./lib/secrets/mapping.js
var secrets_mapping = __webpack_require__(4956);
;// CONCATENATED MODULE: ./lib/secrets/mapping-schema.js
/** Name of an output, as Terraform allows it. */
const OUTPUT = { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_-]*$' };
/** Name below caliber/<client>/<env>/, as the module that makes the containers allows it. */
const NAME = '^[a-z][a-z0-9-]{1,40}$';
/** JSON Schema of input 'mapping'; the same as mapping.schema.json beside the action, for editors. */
const MAPPING_SCHEMA = {
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
                        description: 'Output with the ARN of a secret that tasks read by themselves: when AWS has rotated it since, the value counts as stale and is written anew.'
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
};

;// CONCATENATED MODULE: ./lib/secrets/parse-mapping.js





/** A mapping as YAML or JSON, with its defaults filled in; one sentence on the first fault otherwise. */
function parseMapping(text) {
    const document = (0,dist/* parseDocument */.Tp)(text);
    const [fault] = document.errors;
    if (fault !== undefined) {
        const line = fault.linePos?.[0].line;
        throw new errors/* UserError */.y(`Input 'mapping' is no YAML${line === undefined ? '' : `: line ${line}`} (${fault.code}). Correct it.`);
    }
    const mapping = document.toJS();
    // strict mode knows no `discriminator` beside `additionalProperties`.
    const validate = new ajv.Ajv({ discriminator: true, useDefaults: true, strict: false }).compile(MAPPING_SCHEMA);
    if (!validate(mapping))
        throw new errors/* UserError */.y(describe(validate.errors?.[0]));
    checkNames(mapping);
    return mapping;
}
function describe(error) {
    if (error === undefined)
        return "Input 'mapping' is wrong. Correct it.";
    const { instancePath, propertyName, params, message = 'does not fit' } = error;
    const name = propertyName ?? params.additionalProperty;
    const where = instancePath === '' ? '' : ` at ${instancePath.slice(1).replaceAll('/', ' → ')}`;
    const what = name === undefined ? where : `${where} ('${name}')`;
    const fault = error.keyword === 'discriminator' ? 'must have a kind of output, documentdb-uri or random' : message;
    return `Input 'mapping' is wrong${what}: it ${fault}. Write it as mapping.schema.json beside the action says.`;
}
/** One secret is not written from two places. */
function checkNames(mapping) {
    const names = Object.entries(mapping).flatMap(([name, entry]) => [name, ...(0,secrets_mapping/* companionOf */._)(entry)]);
    const doubled = names.find((name, at) => names.indexOf(name) !== at);
    if (doubled === undefined)
        return;
    throw new errors/* UserError */.y(`Input 'mapping' names the secret '${doubled}' twice: a secret that keeps earlier keys is no entry of its own. Leave one out.`);
}


/***/ })

};
