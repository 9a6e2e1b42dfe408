import { UserError } from './errors.ts'
import { list, type ReadInput } from './input.ts'
import { isSecretName } from './terraform/secret-shapes.ts'

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
  return line
}
