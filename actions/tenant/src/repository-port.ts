import { createHash } from 'node:crypto'
import { UserError } from '../../../lib/errors.ts'
import {
  commitFile,
  headOf,
  listBlobs,
  placeBranch,
  readFileOf,
  removeFile
} from '../../../lib/github/branches.ts'
import type { GitHub } from '../../../lib/github/connection.ts'
import { bodyOf, findProposal, propose, reword } from '../../../lib/github/proposals.ts'
import { describeRepository } from '../../../lib/github/settings.ts'
import { isTenantFile, type RegistryFile } from '../../../lib/tenants/registry.ts'
import type { RepositoryPort } from './ports.ts'

/** The repository by GitHub's API; a file that the checkout has alike is not asked for. */
export function repositoryPort(
  github: GitHub,
  { folder, checkout }: Readonly<{ folder: string; checkout: () => Promise<readonly RegistryFile[]> }>
): RepositoryPort {
  return {
    base: async () => {
      const { defaultBranch: branch } = await describeRepository(github)
      const sha = await headOf(github, branch)
      if (sha === undefined)
        throw new UserError(`The repository has no branch ${branch} to register tenants on.`)
      return { branch, sha }
    },
    registryOf: async (branch) => {
      const known = new Map((await checkout()).map(({ text }) => [blobOf(text), text]))
      const blobs = await listBlobs(github, { branch, folder })
      const files = await Promise.all(
        blobs.map(async ({ path, blob }) => ({
          file: path.slice(folder.length + 1),
          text: known.get(blob) ?? (await readFileOf(github, { branch, path }))?.text ?? ''
        }))
      )
      return files.filter(({ file }) => isTenantFile(file))
    },
    readFile: (branch, path) => readFileOf(github, { branch, path }),
    findProposal: (head, base) => findProposal(github, { head, base }),
    placeBranch: (branch, sha) => placeBranch(github, branch, sha),
    commitFile: (place, content) => commitFile(github, place, content),
    removeFile: (place, about) => removeFile(github, place, about),
    bodyOf: (number) => bodyOf(github, number),
    reword: (number, words) => reword(github, number, words),
    propose: (route, words) => propose(github, route, words)
  }
}

/** The id that Git gives a file of this text. */
const blobOf = (text: string): string =>
  createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex')
