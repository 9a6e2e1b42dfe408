/** The repositories that the seeded account trusts, by the numbers that every lab's GitHub gives them. */

export type Caller = Readonly<{
  owner: string
  ownerId: number
  name: string
  id: number
  environments: readonly string[]
}>

/** The suite itself, whose own stack is Caliber's. */
export const SUITE: Caller = {
  owner: 'caliber',
  ownerId: 20_001,
  name: 'actions',
  id: 20_002,
  environments: ['caliber-stg']
}

/** Two repositories of another team that call the suite's workflows by commit. */
export const LEDGER: Caller = {
  owner: 'acme',
  ownerId: 30_001,
  name: 'ledger',
  id: 30_002,
  environments: ['ledger-prod']
}
export const BOOKS: Caller = { ...LEDGER, name: 'books', id: 30_003 }

export const fullName = ({ owner, name }: Caller): string => `${owner}/${name}`
