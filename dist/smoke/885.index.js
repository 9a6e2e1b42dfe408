export const id = 885;
export const ids = [885];
export const modules = {

/***/ 6885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseChecks: () => (/* binding */ parseChecks)
});

// EXTERNAL MODULE: ../../node_modules/ajv/dist/ajv.js
var ajv = __webpack_require__(5627);
// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __webpack_require__(3483);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(2705);
;// CONCATENATED MODULE: ./actions/smoke/src/checks-schema.js
const PATH = { type: 'string', pattern: '^/[\\x21-\\x22\\x24-\\x7e]*$', maxLength: 2000 };
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
};
/** JSON Schema of input 'checks'; the same as checks.schema.json beside the action, for editors. */
const CHECKS_SCHEMA = {
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
};

;// CONCATENATED MODULE: ./actions/smoke/src/parse-checks.js




/** Input 'checks' as YAML or JSON, with its defaults filled in; one sentence on the first fault otherwise. */
function parseChecks(text) {
    const document = (0,dist/* parseDocument */.Tp)(text);
    const [fault] = document.errors;
    if (fault !== undefined) {
        const line = fault.linePos?.[0].line;
        throw new errors/* UserError */.y(`Input 'checks' is no YAML${line === undefined ? '' : `: line ${line}`} (${fault.code}). Correct it.`);
    }
    const checks = document.toJS();
    const validate = new ajv.Ajv({ useDefaults: true, allowUnionTypes: true }).compile(CHECKS_SCHEMA);
    if (!validate(checks))
        throw new errors/* UserError */.y(describe(validate.errors?.[0]));
    const { 'warn-days': warn, 'fail-days': fail } = checks.certificate;
    if (warn < fail) {
        throw new errors/* UserError */.y(`Input 'checks' is wrong at certificate: it fails ${fail} days before the end, but warns ${warn} days before. Let warn-days be the larger.`);
    }
    return checks;
}
function describe(error) {
    if (error === undefined)
        return "Input 'checks' is wrong. Correct it.";
    const { instancePath, params, message = 'does not fit' } = error;
    const named = params;
    const where = instancePath === '' ? '' : ` at ${instancePath.slice(1).replaceAll('/', ' → ')}`;
    const what = named.additionalProperty === undefined ? where : `${where} ('${named.additionalProperty}')`;
    const choices = named.allowedValues === undefined ? '' : ` (${named.allowedValues.join(', ')})`;
    return `Input 'checks' is wrong${what}: it ${message}${choices}. Write it as checks.schema.json beside the action says.`;
}


/***/ })

};
