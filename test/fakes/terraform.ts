import type { PlanResult, Terraform } from '../../lib/terraform/cli.ts'
import type { Diagnostic } from '../../lib/terraform/diagnostics.ts'

export type FakeTerraform = Partial<
  Readonly<{
    json: string
    plan: PlanResult
    diagnostics: readonly Diagnostic[]
    unformatted: readonly string[]
    init: () => Promise<void>
  }>
>

/** A Terraform whose plan is this JSON, and the commands it was given. */
export function fakeTerraform(fake: FakeTerraform = {}): Readonly<{ terraform: Terraform; calls: string[] }> {
  const calls: string[] = []
  const called = <T>(name: string, value: T): Promise<T> => {
    calls.push(name)
    return Promise.resolve(value)
  }
  const terraform: Terraform = {
    version: () => called('version', '1.13.1'),
    init: async (args) => {
      await called(`init ${JSON.stringify(args)}`, undefined)
      await fake.init?.()
    },
    validate: () => called('validate', fake.diagnostics ?? []),
    unformatted: () => called('fmt', fake.unformatted ?? []),
    plan: (args) =>
      called(
        `plan ${JSON.stringify({ ...args, out: 'out' })}`,
        fake.plan ?? { kind: 'planned', warnings: [] }
      ),
    showPlan: () => called('show', fake.json ?? ''),
    apply: () => called('apply', { kind: 'applied' }),
    saveState: () => called('state push', undefined),
    forget: () => called('state rm', { kind: 'forgotten' } as const),
    output: () => called('output', '{}')
  }
  return { terraform, calls }
}
