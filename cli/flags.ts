import { CLIENT, ENVIRONMENTS, PLANS } from '../lib/tenants/tenant.ts'
import { Refusal } from './failure.ts'

/** One flag that takes a value. `expected` says in words what would match; `secret` values are never repeated. */
export type Flag = Readonly<{
  /** As commander writes it: `--client <name>`. */
  flags: string
  about: string
  example: string
  pattern?: RegExp
  expected?: string
  secret?: boolean
}>

const oneOf = (flags: string, values: readonly string[], about: string): Flag => ({
  flags,
  about,
  example: values[0] ?? '',
  pattern: new RegExp(`^(?:${values.join('|')})$`),
  expected: `one of ${values.join(', ')}`
})

const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/
const REGION = /^[a-z]{2}(?:-gov)?-[a-z]+-\d$/
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

/** Every flag by its name; a command takes some of them. */
export const FLAGS = {
  client: {
    flags: '--client <name>',
    about: 'the tenant, such as Acme; SaaSShared is what SaaS tenants share',
    example: 'Acme',
    ...CLIENT
  },
  plan: oneOf('--plan <plan>', PLANS, 'Dedicated or SaaS; it never changes'),
  env: oneOf('--env <env>', [...ENVIRONMENTS].toReversed(), 'dev, stg or prod; staging is stg'),
  subdomain: {
    flags: '--subdomain <label>',
    about:
      'the API answers at <label>.hicaliber.net, the site at www.<label>.hicaliber.net; outside of prod it ends in -<env>',
    example: 'acme',
    pattern: /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    expected: 'one DNS label in lower case'
  },
  'saas-docdb-uri': {
    flags: '--saas-docdb-uri <uri>',
    about: 'output documentdb_uri of SaaSShared, which has neither user nor password',
    example: "'mongodb://…:27017/?tls=true&…'",
    pattern: /^mongodb:\/\/[^@/?#]+\//,
    expected: 'a URI as output documentdb_uri of SaaSShared tells it',
    secret: true
  },
  'saas-docdb-secret-arn': {
    flags: '--saas-docdb-secret-arn <arn>',
    about: 'output documentdb_master_secret_arn of SaaSShared; what it published when left out',
    example: 'arn:aws:secretsmanager:…',
    pattern: /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:.+$/,
    expected: 'the ARN of a secret'
  },
  'saas-rds-endpoint': {
    flags: '--saas-rds-endpoint <host:port>',
    about: 'output postgresql_endpoint of SaaSShared',
    example: '….rds.amazonaws.com:5432',
    pattern: /^[a-z0-9.-]+:\d+$/,
    expected: 'a host with its port'
  },
  'saas-api-lb-dns': {
    flags: '--saas-api-lb-dns <host>',
    about: 'output api_lb_dns of SaaSShared, or api_endpoint',
    example: '….elb.amazonaws.com',
    pattern: HOST,
    expected: 'a host in lower case'
  },
  'saas-api-lb-zone': {
    flags: '--saas-api-lb-zone <id>',
    about: 'the zone of that name: api_lb_zone_id beside api_lb_dns, hosted_zone_id beside api_endpoint',
    example: 'Z35SXDOTRQ7X7K',
    pattern: /^Z[A-Z0-9]{1,31}$/,
    expected: "a hosted zone's id"
  },
  region: {
    flags: '--region <region>',
    about: "the tenant's AWS region; the registry's, else AWS_REGION or AWS_DEFAULT_REGION",
    example: 'us-east-1',
    pattern: REGION,
    expected: 'an AWS region'
  },
  image: {
    flags: '--image <image>',
    about: "first image of a new tenant's API, with a tag other than latest or a digest; CALIBER_IMAGE",
    example: '123456789012.dkr.ecr.us-east-1.amazonaws.com/caliber/api:1.4.2',
    pattern: /^(?!.*:latest$)[^\s@]+(?::[\w.-]+|@sha256:[0-9a-f]{64})$/,
    expected: 'an image with a tag other than latest, or with a digest'
  },
  'build-dir': {
    flags: '--build-dir <folder>',
    about: 'what the bundler wrote, such as ./build',
    example: './build'
  },
  domain: {
    flags: '--domain <domain>',
    about: 'zone of the hosts (hicaliber.net)',
    example: 'hicaliber.net',
    pattern: HOST,
    expected: 'a domain in lower case'
  },
  url: {
    flags: '--url <urls>',
    about: 'asks these instead, separated by commas: where a tenant answers elsewhere',
    example: 'https://acme.example.net',
    pattern: /^https?:\/\/\S+$/,
    expected: 'an address that begins with https:// or http://'
  },
  resolver: {
    flags: '--resolver <address>',
    about: 'DNS server to ask in place of the machine’s own',
    example: '10.0.0.2:53',
    pattern: /^(?:[\d.]+|\[[\da-f:]+\])(?::\d{1,5})?$/i,
    expected: 'the address of a DNS server'
  },
  'ca-file': {
    flags: '--ca-file <file>',
    about: 'certificates in PEM that are trusted in place of the public authorities',
    example: 'ca.pem'
  },
  'state-bucket': {
    flags: '--state-bucket <bucket>',
    about: 'bucket of the states, output state_bucket of the bootstrap stack',
    example: 'acme-terraform-state',
    pattern: BUCKET,
    expected: "a bucket's name"
  },
  'state-region': {
    flags: '--state-region <region>',
    about: 'region of that bucket; AWS_REGION when left out',
    example: 'us-east-1',
    pattern: REGION,
    expected: 'an AWS region'
  }
} as const satisfies Readonly<Record<string, Flag>>

export type FlagName = keyof typeof FLAGS

/** What was typed, by the flags' names. */
export type Typed = Readonly<Partial<Record<FlagName, string>>>

/** Refuses the first flag whose value cannot be right, and the first that is missing of `required`. */
export function checkFlags(typed: Typed, required: readonly FlagName[]): void {
  for (const name of required) {
    if ((typed[name] ?? '') === '')
      throw new Refusal(
        `--${name} is missing. Give it, as ${FLAGS[name].flags.replace(/<.*>/, FLAGS[name].example)}.`
      )
  }
  for (const [name, value] of Object.entries(typed)) checkFlag(name as FlagName, value)
}

function checkFlag(name: FlagName, value: string): void {
  const { pattern, expected, secret = false, example }: Flag = FLAGS[name]
  if (name === 'saas-docdb-uri' && value.includes('@'))
    throw new Refusal(
      '--saas-docdb-uri holds a user or a password, which everybody on this machine can read from a command line. Give documentdb_uri as SaaSShared tells it, without them, and --saas-docdb-secret-arn for the secret that has them.'
    )
  if (pattern === undefined || pattern.test(value)) return
  const told = secret ? '' : ` is '${value}', which`
  throw new Refusal(`--${name}${told} is not ${expected}. Write it as ${example}.`)
}
