/** What stands in a text where a secret was recognised by its shape or its name. */
export const HIDDEN = '(hidden)'

type Shape = Readonly<{ pattern: RegExp; replacement: string }>

/** Shapes that are secret wherever they stand. Quantifiers are bounded, so that a hostile text costs linear time. */
const SHAPES: readonly Shape[] = [
  {
    pattern:
      /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
    replacement: HIDDEN
  },
  { pattern: /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, replacement: HIDDEN },
  { pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/g, replacement: HIDDEN },
  {
    pattern: /\b(?:gh[pousr]_\w{20,255}|github_pat_\w{20,255}|glpat-[\w-]{20,64}|npm_\w{30,64})/g,
    replacement: HIDDEN
  },
  { pattern: /\bxox[a-z]-[\w-]{10,255}/g, replacement: HIDDEN },
  { pattern: /(hooks\.slack\.com\/(?:services|workflows)\/)[\w/-]{10,255}/g, replacement: `$1${HIDDEN}` },
  { pattern: /\b(?:sk|rk|whsec)_(?:live_|test_)?\w{16,255}/g, replacement: HIDDEN },
  { pattern: /\bsk-[\w-]{20,255}/g, replacement: HIDDEN },
  { pattern: /\bAIza[\w-]{35}/g, replacement: HIDDEN },
  { pattern: /\bSG\.[\w-]{16,64}\.[\w-]{16,64}/g, replacement: HIDDEN },
  {
    pattern: /([?&](?:X-Amz-Signature|X-Amz-Security-Token|sig|signature)=)[\w%.+/=-]{8,}/gi,
    replacement: `$1${HIDDEN}`
  },
  // A password in a URI, up to the last @ before the next ://; a port followed by a path is none.
  {
    pattern:
      /(\b[a-z][a-z0-9+.-]{0,40}:\/\/[^\s:/?#@]{0,128}:)(?!\d{1,5}(?:[/?#,\s]|$))(?:(?!:\/\/)[^\s"]){1,512}@/gi,
    replacement: `$1${HIDDEN}@`
  },
  { pattern: /(\b[a-z][a-z0-9+.-]{0,40}:\/\/)[^\s:/?#@]{20,255}@/gi, replacement: `$1${HIDDEN}@` },
  {
    pattern: /(\bauthorization["']?\s*[:=]\s*["']?(?:basic|bearer)\s+)[^\s"',]{6,}/gi,
    replacement: `$1${HIDDEN}`
  },
  // password=…, --token …, "api_key": "…" inside a longer text such as a command line or a script.
  {
    pattern:
      /((?:password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|client[_-]?secret)["']?(?:\s*=\s*|:\s+|\s+(?=["']))["']?)(?!\(hidden\))[^\s"'&;,)}\]]{4,}/gi,
    replacement: `$1${HIDDEN}`
  }
]

/** A cheap look before the shapes are tried: a text with none of these has none of them. */
const SUSPICIOUS =
  /-----BEGIN|eyJ|AKIA|ASIA|ABIA|ACCA|gh[pousr]_|github_pat_|glpat-|npm_|xox|hooks\.slack|sk[_-]|rk_|whsec_|AIza|SG\.|:\/\/|sig|pass|pwd|secret|token|key|authorization/i

/** The text with every secret that can be told by its shape replaced; the rest of it stays. */
export function hideShapes(text: string): string {
  if (!SUSPICIOUS.test(text)) return text
  return SHAPES.reduce((rest, { pattern, replacement }) => rest.replace(pattern, replacement), text)
}

/** Words of a name, whatever its case: dbPassword, DB_PASSWORD and db-password are all [db, password]. */
function words(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

const SECRET_WORDS: ReadonlySet<string> = new Set([
  'password',
  'passwd',
  'passwords',
  'pwd',
  'pass',
  'passphrase',
  'secret',
  'secrets',
  'token',
  'tokens',
  'apikey',
  'credential',
  'credentials',
  'privatekey',
  'secretkey',
  'accesskey',
  'dsn',
  'salt',
  'pepper',
  'jwt',
  'psk'
])
const SECRET_PAIRS =
  /\b(?:api|access|private|secret|encryption|signing|master|shared|auth|session|license|service account) keys?\b|\bconnection string\b|\bauth header\b/
/** A name that ends so speaks about a secret, it does not hold one. */
const HARMLESS_ENDINGS: ReadonlySet<string> = new Set([
  'arn',
  'arns',
  'id',
  'ids',
  'name',
  'names',
  'length',
  'ttl',
  'path',
  'paths',
  'policy',
  'version',
  'versions',
  'type',
  'types',
  'enabled',
  'required',
  'days',
  'hours',
  'minutes',
  'seconds',
  'expiration',
  'expires',
  'expiry',
  'validity',
  'units',
  'count',
  'rotation',
  'prefix',
  'size',
  'usage',
  'spec',
  'mode',
  'status',
  'state',
  'alias',
  'region',
  'endpoint',
  'file',
  'url',
  'uri',
  'from',
  'at',
  'change',
  'algorithm'
])
const WHOLLY_HIDDEN: ReadonlySet<string> = new Set([
  'user_data',
  'user_data_base64',
  'custom_data',
  'userdata'
])

const verdicts = new Map<string, boolean>()

/** True when a text under this name is a secret by all appearance. */
export function isSecretName(name: string): boolean {
  const known = verdicts.get(name)
  if (known !== undefined) return known
  const verdict = WHOLLY_HIDDEN.has(name.toLowerCase()) || looksSecret(words(name))
  // Names repeat thousands of times in a plan; a hostile plan must not make the memory of them grow without end.
  if (verdicts.size < 10_000) verdicts.set(name, verdict)
  return verdict
}

/** True for a name that speaks about something instead of holding it: `name`, `secret_arn`, `valueFrom`. */
export function isReferenceName(name: string): boolean {
  return name === 'key' || HARMLESS_ENDINGS.has(words(name).at(-1) ?? '')
}

function looksSecret(parts: readonly string[]): boolean {
  if (HARMLESS_ENDINGS.has(parts.at(-1) ?? '')) return false
  return parts.some((part) => SECRET_WORDS.has(part)) || SECRET_PAIRS.test(parts.join(' '))
}

/** What a secret name may still show: references to a secret, switches and numbers, empty texts. */
export function isHarmlessValue(value: string): boolean {
  return value === '' || /^arn:aws[\w-]*:/.test(value) || /^(?:true|false|null|none|\d{1,5})$/i.test(value)
}
