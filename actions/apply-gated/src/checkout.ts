import type { SealHeader } from '../../../lib/seal.ts'
import { refuse, type Refusal } from './outcome.ts'
import type { Ports } from './ports.ts'

/** Compares Terraform, the provider lock file and the stack's files with those that the plan was made with. */
export async function checkCheckout(
  header: SealHeader,
  { terraform, workspace }: Ports
): Promise<Refusal | undefined> {
  const version = await terraform.version()
  if (version !== header.terraformVersion) {
    return refuse(
      'terraform-mismatch',
      `The plan was made by Terraform ${header.terraformVersion}, and this job has ${version}. Install the same version in both jobs (setup-terraform-1.13.1).`
    )
  }
  if ((await workspace.lockFileSha256()) !== header.lockFileSha256) {
    return refuse(
      'lock-file-mismatch',
      `The provider lock file .terraform.lock.hcl in '${header.workingDirectory}' is not the one that the plan was made with. Check out ${header.commit.slice(0, 12)} unchanged.`
    )
  }
  const tree = await workspace.hashTree(Object.keys(header.tree))
  const folder = Object.keys(header.tree).find((name) => tree[name] !== header.tree[name])
  if (folder === undefined) return undefined
  return refuse(
    'tree-mismatch',
    `The files in '${folder}' are not those that the plan was made from. Check out ${header.commit.slice(0, 12)} and write nothing into the stack's folders before the apply.`
  )
}
