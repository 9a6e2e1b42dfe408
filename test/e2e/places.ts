/** Where the end-to-end tests find things. */
import { join } from 'node:path'

export const CHECKOUT = join(import.meta.dirname, '../..')
export const FIXTURES = join(import.meta.dirname, 'fixtures')
/** The versions and digests of providers that the suite's own stack has been tested with. */
export const LOCK_FILE = join(CHECKOUT, 'terraform/stacks/caliber/.terraform.lock.hcl')
