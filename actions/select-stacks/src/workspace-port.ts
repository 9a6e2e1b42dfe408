import { readdir, readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { readRegistryFiles } from '../../../lib/tenants/registry-files.ts'
import type { Ports } from './ports.ts'

/** The files of the checkout. */
export function workspacePort(
  root: string,
  tenantsFolder: string
): Pick<Ports, 'sourcesIn' | 'readRegistry'> {
  return {
    sourcesIn: async (folder) => {
      const names = await readdir(join(root, folder)).catch(() => [])
      const sources = names.filter((name) => /\.tf(?:\.json)?$/.test(name)).toSorted()
      return Promise.all(
        sources.map(async (name) => ({
          path: posix.join(folder, name),
          text: await readFile(join(root, folder, name), 'utf8')
        }))
      )
    },
    readRegistry: () => readRegistryFiles(join(root, tenantsFolder))
  }
}
