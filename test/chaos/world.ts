/** The world of scenes: a repository with a stack, on a copy of an account whose roles its steps take. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Credentials } from '../../lab/aws/sign.ts'
import { newSealKey } from '../../lab/demo/caliber.ts'
import { type Lab, machineFromEnvironment, startLab } from '../../lab/lab.ts'
import { fullName, LEDGER } from '../seeds/callers.ts'
import { seeded } from '../seeds/seeded.ts'
import { openSessions } from '../terraform/caliber/sessions.ts'

export const REPOSITORY = fullName(LEDGER)
export const ENVIRONMENT = 'prod'
export const STATES = 'caliber/chaos'

// The provisioner calls the gateway in the middle of the apply.
export const STACK = `terraform {
  backend "s3" {}
}
resource "terraform_data" "first" { input = "one" }
resource "terraform_data" "second" {
  depends_on = [terraform_data.first]
  input      = "two"
  provisioner "local-exec" {
    command = "curl -s -o /dev/null $AWS_ENDPOINT_URL/_chaos/mid-apply || true"
  }
}
`

export type Action = 'plan-comment' | 'apply-gated'

export type World = Readonly<{
  lab: Lab
  backend: string
  sealKey: string
  /** Who an action's steps are on AWS: sessions of the account's roles, which every copy of it knows. */
  roles: Readonly<Record<Action, Credentials>>
  close: () => Promise<void>
}>

/** The repository that all scenes share, and the account that each has a copy of. */
export async function prepareWorld(): Promise<World> {
  const aws = await seeded('account')
  const lab = await startLab({ machine: machineFromEnvironment(), aws })
  const folder = await mkdtemp(join(tmpdir(), 'chaos-repository-'))
  await writeFile(join(folder, 'main.tf'), STACK)
  await lab.github.people.createRepository({ ...LEDGER, folder })
  await rm(folder, { recursive: true })
  const sessions = await openSessions(aws)
  lab.github.people.setEnvironment(REPOSITORY, ENVIRONMENT, { reviewers: ['grace'], branches: ['main'] })
  lab.github.onPendingReview((pending) =>
    lab.github.people.review({ ...pending, state: 'approved', comment: 'ship it', user: 'grace' })
  )
  return {
    lab,
    backend: aws.variables['TERRAFORM_BACKEND_CONFIG'] ?? '',
    sealKey: newSealKey(),
    roles: { 'plan-comment': await sessions.plan(), 'apply-gated': await sessions.apply() },
    close: async () => {
      const defects = lab.github.defects()
      await lab.close()
      await aws.close()
      if (defects.length > 0)
        throw new Error(`The lab's GitHub failed its scenes: ${JSON.stringify(defects)}`)
    }
  }
}
