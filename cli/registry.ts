import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileOf, type Tenant } from '../lib/tenants/tenant.ts'
import { Refusal } from './failure.ts'
import type { Named } from './agreement.ts'

/** The registry's folder in a checkout. */
export const REGISTRY = 'terraform/tenants'

const registryFile = (root: string, named: Pick<Named, 'client' | 'env'>): string =>
  join(root, REGISTRY, fileOf(named))

/** The tenant's file of the registry as the checkout has it; undefined when there is none. */
export async function readRegistered(
  root: string,
  named: Pick<Named, 'client' | 'env'>
): Promise<Tenant | undefined> {
  const text = await readFile(registryFile(root, named), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text) as Tenant
  } catch {
    throw new Refusal(`${REGISTRY}/${fileOf(named)} is no JSON. Correct it.`)
  }
}

/** Enters a tenant into the registry of the checkout; true when the file was not there. */
export async function register(root: string, named: Named, text: string): Promise<boolean> {
  const file = registryFile(root, named)
  await mkdir(dirname(file), { recursive: true })
  try {
    await writeFile(file, text, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
