/** Secrets planted in the ledger's stacks: none may ever be seen again, in whatever form. */

/** The value of a variable that is declared sensitive. Its characters look different in a URL, in JSON and in HTML. */
export const PASSWORD = 'planted pass&word/kq5f2b8c1e'
/** An ECS environment value under a secret name, from a variable that nobody declared sensitive. */
export const TOKEN = 'planted-token+wz9d3e/71c4=='
/** The password of a database's URI, from a variable that nobody declared sensitive. */
export const URI_PASSWORD = 'planted-uri-vj42d7c6-b9'
export const DATABASE_URI = `mongodb://ledger:${URI_PASSWORD}@db.internal:27017/ledger`

/** The variables of Terraform that plant them. */
export const PLANTED = {
  TF_VAR_password: PASSWORD,
  TF_VAR_api_token: TOKEN,
  TF_VAR_database_uri: DATABASE_URI
} as const

const MARKERS = { PASSWORD, TOKEN, URI_PASSWORD } as const

/** Every place where a text of `haystack` holds a marker: `<name of the text>: <marker> as <form>`. */
export function findMarkers(
  haystack: Readonly<Record<string, string>>,
  markers: Readonly<Record<string, string>> = MARKERS
): readonly string[] {
  return Object.entries(haystack).flatMap(([name, text]) =>
    Object.entries(markers).flatMap(([marker, value]) =>
      formsOf(value).flatMap(([form, needle]) =>
        text.includes(needle) ? [`${name}: ${marker} as ${form}: ${around(text, needle)}`] : []
      )
    )
  )
}

function formsOf(secret: string): readonly (readonly [string, string])[] {
  const bytes = Buffer.from(secret)
  return [
    ['itself', secret],
    ['a URL', encodeURIComponent(secret)],
    ['a form', new URLSearchParams({ x: secret }).toString().slice(2)],
    ['HTML', secret.replaceAll('&', '&amp;').replaceAll('+', '&#43;')],
    ['Terraform’s JSON', secret.replaceAll('&', String.raw`\u0026`)],
    ['hexadecimal', bytes.toString('hex')],
    ...[0, 1, 2].map((offset) => [`base64 at offset ${offset}`, base64At(bytes, offset)] as const)
  ]
}

/** The base64 of the bytes where they begin at `offset` within a group of three, without what neighbours decide. */
function base64At(bytes: Buffer, offset: number): string {
  const padded = Buffer.concat([Buffer.alloc(offset), bytes])
  const whole = padded.subarray(0, padded.length - (padded.length % 3))
  return whole.toString('base64').slice(offset === 0 ? 0 : 4)
}

function around(text: string, needle: string): string {
  const at = text.indexOf(needle)
  return text.slice(Math.max(0, at - 100), at + needle.length + 20)
}
