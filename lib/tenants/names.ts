import { domainOf, isGuest, keyOf, type Tenant } from './tenant.ts'

type Named = Pick<Tenant, 'client' | 'env' | 'plan'>

/** What a tenant's stack and its resources are called. */
export type Names = Readonly<{
  /** In lower case, as in every name: acme. */
  client: string
  /** How the names of its resources begin: acme-stg-dedicated. */
  name: string
  /** ECS cluster, service and image's parameter that answer for it: its own, or those of SaaSShared. */
  cluster: string
  service: string
  imageParameter: string
  /** Its own databases; '' for a tenant that lives in those of SaaSShared. */
  documentdbCluster: string
  postgresInstance: string
  apiHost: string
  /** '' without a frontend. */
  frontendHost: string
  stateKey: string
  /** Its stack in plans. */
  stack: string
}>

/** How the names of a tenant's resources begin: acme-stg-dedicated. */
export const nameOf = ({ client, env, plan }: Named): string =>
  `${client.toLowerCase()}-${env}-${plan.toLowerCase()}`

/** What the stack calls everything of a tenant; no other file of the registry is needed for it. */
export function namesOf(tenant: Tenant): Names {
  const client = tenant.client.toLowerCase()
  const { env } = tenant
  const owner = isGuest(tenant) ? 'saasshared' : client
  const cluster = nameOf({ ...tenant, client: owner })
  return {
    client,
    name: nameOf(tenant),
    cluster,
    service: `${cluster}-api`,
    imageParameter: `/caliber/${owner}/${env}/api-image`,
    ...databasesOf(tenant),
    apiHost: tenant.api_host ?? `${tenant.subdomain}.${domainOf(tenant)}`,
    frontendHost: frontendOf(tenant),
    stateKey: `caliber/${client}/${env}/terraform.tfstate`,
    stack: `caliber-${client}-${env}`
  }
}

/** A restored database keeps its name for good. */
function databasesOf(tenant: Tenant): Pick<Names, 'documentdbCluster' | 'postgresInstance'> {
  if (isGuest(tenant)) return { documentdbCluster: '', postgresInstance: '' }
  const { restored_cluster_identifier: cluster, restored_postgres_identifier: instance } = tenant
  return {
    documentdbCluster: cluster ?? `${nameOf(tenant)}-documentdb`,
    postgresInstance: instance ?? `${nameOf(tenant)}-postgres`
  }
}

function frontendOf(tenant: Tenant): string {
  const { frontend_enabled: isEnabled = true, frontend_host: chosen, subdomain } = tenant
  return isEnabled ? (chosen ?? `www.${subdomain}.${domainOf(tenant)}`) : ''
}

/** The other tenants that its service answers for: those of SaaSShared's for a SaaS tenant, nobody for a Dedicated one. */
export function sharedBy(tenant: Tenant, known: readonly Tenant[]): readonly string[] {
  if (tenant.plan !== 'SaaS') return []
  const others = known
    .filter((one) => isGuest(one) && one.env === tenant.env && keyOf(one) !== keyOf(tenant))
    .map(keyOf)
  return [...new Set(others)].toSorted()
}
