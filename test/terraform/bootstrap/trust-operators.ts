/** Who may take the roles of who operates: jobs of the suite's own repository, and others by the same files. */
import { inEnvironment, onMain, operating, operatingIn, suite, type Claims } from './jobs.ts'

/** A job by its token, and which of the roles it may take. */
export type Job = Readonly<{ what: string; claims: Claims; may: string }>

export const operators: readonly Job[] = [
  { what: "an operator's onboarding", claims: operating('onboard-tenant'), may: 'registry' },
  {
    what: "an operator's decommissioning",
    claims: operating('decommission-tenant'),
    may: 'registry inspect'
  },
  { what: "an operator's search for orphans", claims: operating('orphans'), may: 'inspect' },
  { what: "an operator's plan", claims: operating('terraform-plan'), may: 'plan' },
  {
    what: "an operator's deployment",
    claims: operatingIn('caliber-stg-deploy', 'deploy-api'),
    may: 'deploy deployAny'
  },
  { what: "an operator's scaling", claims: operatingIn('caliber-stg-deploy', 'scale'), may: 'deployAny' },
  {
    what: "an operator's rotation of secrets",
    claims: operatingIn('caliber-stg-deploy', 'reseed'),
    may: 'seed seedAny'
  },
  {
    what: "an operator's restore",
    claims: operatingIn('caliber-stg-deploy', 'restore-database'),
    may: 'restore'
  },
  {
    what: "an operator's last snapshots",
    claims: operatingIn('caliber-stg-deploy', 'decommission-tenant'),
    may: 'restore'
  },
  {
    what: "an operator's restore after a review",
    claims: operatingIn('caliber-stg', 'restore-database'),
    may: 'apply'
  },
  {
    what: "an operator's decommissioning after a review, which terraform-apply.yml does",
    claims: operatingIn('caliber-stg', 'decommission-tenant'),
    may: ''
  },
  {
    what: "an operator's onboarding on another branch",
    claims: operating('onboard-tenant', 'refs/heads/wild'),
    may: ''
  },
  {
    what: "an operator's deployment on another branch",
    claims: operatingIn('caliber-stg-deploy', 'deploy-api', 'refs/heads/wild'),
    may: ''
  },
  {
    what: "an operator's onboarding in an environment",
    claims: operatingIn('caliber-stg-deploy', 'onboard-tenant'),
    may: ''
  },
  { what: "an operator's restore without an environment", claims: operating('restore-database'), may: '' },
  {
    what: 'an operator in another environment',
    claims: operatingIn('caliber-prod-deploy', 'deploy-api'),
    may: ''
  },
  {
    what: 'who does not operate, with the same workflow on main',
    claims: { ...onMain(), ...suite('onboard-tenant') },
    may: ''
  },
  {
    what: 'who does not operate, with a restore',
    claims: { ...inEnvironment('caliber-stg-deploy'), ...suite('restore-database') },
    may: ''
  },
  {
    what: 'who does not operate, with a restore after a review',
    claims: { ...inEnvironment('caliber-stg'), ...suite('restore-database') },
    may: ''
  }
]
