/** The machine that applies has something else than the one that planned: another Terraform, other files. */
import { expect, test } from '@jest/globals'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { machineFromEnvironment } from '../../lab/lab.ts'
import { entries } from './ledger.ts'
import { applyJob, conclusionsOf } from './results.ts'
import { lockHolder, stateOf } from './state.ts'
import { startWorld } from './world.ts'

const MINUTES = 60_000
const STACK = 'rent'

type Elsewhere = Readonly<{
  what: string
  /** What this machine's Terraform does first; `$terraform` is the one that planned. */
  script: string
  reason: string
  words: string
}>

const ELSEWHERE: readonly Elsewhere[] = [
  {
    what: 'another version of Terraform',
    script: 'if [ "$1" = version ]; then "$terraform" "$@" | sed s/1.11.4/1.12.9/; exit; fi',
    reason: 'terraform-mismatch',
    words: 'made by Terraform 1.11.4, and this job has 1.12.9'
  },
  {
    what: 'another file in the stack’s folder',
    script: 'echo "# Built here" > "$GITHUB_WORKSPACE/infra/built.tf"',
    reason: 'tree-mismatch',
    words: "The files in 'infra' are not those that the plan was made from"
  },
  {
    what: 'another provider lock file',
    script: 'echo "# Updated here" > "$GITHUB_WORKSPACE/infra/.terraform.lock.hcl"',
    reason: 'lock-file-mismatch',
    words: "The provider lock file .terraform.lock.hcl in 'infra' is not the one"
  }
]

test.concurrent.each(ELSEWHERE)(
  '$what: nothing is applied, and $reason says why',
  async ({ script, reason, words }) => {
    const folder = await mkdtemp(join(tmpdir(), 'elsewhere-'))
    await using world = await startWorld()
    const ledger = await world.ledger()
    ledger.stacks(STACK)
    ledger.set({ APPLY_TERRAFORM: await install(folder, script) })
    const { number } = await ledger.open('Raise the rent', entries({ rent: 'two' }))
    const runs = await ledger.merge(number)
    await rm(folder, { recursive: true })

    expect(conclusionsOf(runs)).toEqual(['failure'])
    expect(applyJob(runs)?.log).toContain(reason)
    expect(applyJob(runs)?.log).toContain(words)
    expect(await stateOf(ledger, STACK)).toBeUndefined()
    expect(await lockHolder(ledger, STACK)).toBeUndefined()
    const writes = (await world.lab.aws.journal()).filter(
      ({ principal, action }) => principal.includes('apply') && action === 'PutObject'
    )
    expect(writes).toEqual([])
  },
  5 * MINUTES
)

/** A Terraform of that machine's own. */
async function install(folder: string, script: string): Promise<string> {
  const { terraform } = machineFromEnvironment()
  const file = join(folder, 'terraform')
  await writeFile(file, `#!/bin/sh\nterraform=${terraform}\n${script}\nexec "$terraform" "$@"\n`)
  await chmod(file, 0o755)
  return file
}
