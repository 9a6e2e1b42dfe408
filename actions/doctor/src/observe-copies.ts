import type { SecretDates } from '../../../lib/aws/secret-dates.ts'
import { asRecord } from '../../../lib/github/payload.ts'
import { onAws } from './on-aws.ts'
import { type Seen, seen, unseen } from './finding.ts'
import type { Inputs, Tenant } from './inputs.ts'
import type { Copy, CopySeen, Observed } from './observed.ts'
import type { AwsPort } from './ports.ts'

const BACKEND = 'TERRAFORM_BACKEND_CONFIG'

/** Of each tenant, when its DocumentDB URI was written and when AWS last changed the password in it. No value is read. */
export function observeCopies(
  { tenants, region = '' }: Inputs,
  variables: Observed['variables'],
  aws: AwsPort
): Promise<readonly CopySeen[]> {
  const lines = variables.kind === 'seen' ? (variables.value[BACKEND] ?? '') : ''
  const bucket = settingOf(lines, 'bucket')
  const place = { bucket, region: settingOf(lines, 'region') || region }
  return Promise.all(
    tenants.map(async (tenant) => ({
      tenant,
      seen:
        bucket === ''
          ? unseen(`the repository's variable ${BACKEND}, which says where states are`)
          : await observeCopy(tenant, { ...place, key: keyOf(tenant) }, aws)
    }))
  )
}

const keyOf = ({ client, env }: Tenant): string => `caliber/${client}/${env}/terraform.tfstate`

/** The value of one `name=value` line. */
const settingOf = (lines: string, name: string): string =>
  new RegExp(`^\\s*${name}\\s*=\\s*"?([^"\\s]*)`, 'm').exec(lines)?.[1] ?? ''

type Place = Parameters<AwsPort['readState']>[0]

async function observeCopy(tenant: Tenant, place: Place, aws: AwsPort): Promise<Seen<Copy | undefined>> {
  const text = await onAws(`s3:GetObject on ${place.bucket}/${place.key}`, aws.readState(place))
  if (text.kind === 'unseen') return text
  const state = readJson(text.value ?? '{}')
  if (state === undefined) return unseen(`a state at ${place.bucket}/${place.key} that is JSON`)
  const arns = arnsIn(state)
  if (arns === undefined) return seen(undefined)
  const [copy, master] = await Promise.all([datesOf(arns.copy, aws), datesOf(arns.master, aws)])
  if (copy.kind === 'unseen') return copy
  if (master.kind === 'unseen') return master
  return seen(toCopy(`caliber/${tenant.client}/${tenant.env}/docdb-uri`, copy.value, master.value))
}

const datesOf = (arn: string, aws: AwsPort): Promise<Seen<SecretDates | undefined>> =>
  onAws(`secretsmanager:DescribeSecret on ${arn}`, aws.secretDates(arn))

/** Undefined where nobody has written a copy, or there is nothing that it could be a copy of. */
function toCopy(
  name: string,
  copy: SecretDates | undefined,
  master: SecretDates | undefined
): Copy | undefined {
  if (copy?.hasValue !== true || master === undefined) return undefined
  const { rotatedAt } = master
  return { name, copiedAt: copy.changedAt ?? 0, ...(rotatedAt === undefined ? {} : { rotatedAt }) }
}

/** What the state's outputs say of the two secrets; undefined when it has none, as before the first apply. */
function arnsIn(state: object): Readonly<{ copy: string; master: string }> | undefined {
  const outputs = asRecord(asRecord(state)?.['outputs'])
  const valueOf = (name: string): unknown => asRecord(outputs?.[name])?.['value']
  const copy = asRecord(valueOf('secret_arns'))?.['docdb-uri']
  const master = valueOf('documentdb_master_secret_arn')
  return typeof copy === 'string' && typeof master === 'string' ? { copy, master } : undefined
}

function readJson(text: string): object | undefined {
  try {
    return asRecord(JSON.parse(text))
  } catch {
    return undefined
  }
}
