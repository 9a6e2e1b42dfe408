import { UserError } from './errors.ts'
import { list, type ReadInput } from './input.ts'
import { hideShapes, isSecretName } from './terraform/secret-shapes.ts'

/** Names that sound secret and are not, and the other way round. */
const HARMLESS = /^(?:key|kms_key_id|shared_credentials_files?|use_lockfile|dynamodb_table)$/
const SECRET = /^(?:sse_customer_key|conn_str|credentials|headers?)$/

/** The backend's settings, name=value; credentials are refused, since Terraform writes them into the plan file. */
export function parseBackendConfig(read: ReadInput): readonly string[] {
  return list(read, 'backend-config').map(checkLine)
}

function checkLine(line: string): string {
  const [, name = ''] = /^([A-Za-z_][\w.-]*)\s*=/.exec(line) ?? []
  if (name === '') {
    throw new UserError(
      "Input 'backend-config' has a line that is not name=value. Write one setting a line, such as key=caliber/acme.tfstate; files are not taken."
    )
  }
  if (SECRET.test(name) || (!HARMLESS.test(name) && isSecretName(name))) {
    throw new UserError(
      `Input 'backend-config' sets '${name}', a credential, which Terraform would write into the plan file. Leave it out and give credentials through the environment.`
    )
  }
  checkValue(name, line.slice(line.indexOf('=') + 1).trim())
  return line
}

/** Credentials inside a value: a URL's user and password, a token's shape, a name within an object. */
function checkValue(name: string, value: string): void {
  const names = [...value.matchAll(/([A-Za-z_]\w*)\s*[=:]/g)].map(([, inner = '']) => inner)
  const inner = names.find((one) => SECRET.test(one) || (!HARMLESS.test(one) && isSecretName(one)))
  if (inner === undefined && !/:\/\/[^/?#]*@/.test(value) && hideShapes(value) === value) return
  throw new UserError(
    `Input 'backend-config' sets '${name}' to a value that holds ${inner === undefined ? 'a credential' : `'${inner}', a credential`}, which Terraform would write into the plan file. Give credentials through the environment.`
  )
}
