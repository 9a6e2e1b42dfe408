/** The repositories that the seeded account trusts, by the numbers that every lab's GitHub gives them. */
import { CALIBER } from '../../lab/demo/caliber.ts'
import { type Caller, fullName } from '../../lab/account.ts'

/** The suite itself, whose own stack is Caliber's. */
export const SUITE = CALIBER

/** Two repositories of another team that call the suite's workflows by commit; the first deploys the tenant stg/acme, too. */
export const LEDGER: Caller = {
  owner: 'acme',
  ownerId: 30_001,
  name: 'ledger',
  id: 30_002,
  environments: ['ledger-prod', 'caliber-stg-deploy']
}
export const BOOKS: Caller = { ...LEDGER, name: 'books', id: 30_003, environments: ['ledger-prod'] }

export { fullName }
