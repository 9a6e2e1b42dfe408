import { rollOut } from '../../../actions/rollout/src/roll-out.ts'
import { parseInputs } from '../../../actions/rollout/src/inputs.ts'
import type { Ports, SecretState } from '../../../actions/rollout/src/ports.ts'
import type { Log } from '../../../lib/log.ts'
import type { Report } from '../../../lib/runner.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { ecsWorld, type WorldOptions } from '../../fakes/ecs-world.ts'

export type Options = Omit<WorldOptions, 'clock'> &
  Readonly<{
    parameter?: string
    run?: string
    secrets?: Readonly<Record<string, SecretState>>
    lines?: readonly string[]
    files?: Readonly<Record<string, string>>
  }>

/** A service `web` of cluster `prod` that runs web:1, with everything else that a rollout asks for. */
export function rolloutWorld(options: Options = {}) {
  const clock = fakeClock()
  const world = ecsWorld({ ...options, clock })
  const said: string[] = []
  const cancel = new AbortController()
  const parameter = { value: options.parameter ?? 'app:1', writes: 0 }
  const ports: Ports = {
    ecs: world.ecs,
    polled: world.ecs,
    digestOf: async () => `sha256:${'a'.repeat(64)}`,
    logs: { lastLines: async () => (options.lines ?? []).map((text) => ({ at: 0, text })) },
    parameters: {
      readParameter: async () => parameter.value,
      writeParameter: async (_name, value) => {
        parameter.value = value
        parameter.writes += 1
      }
    },
    belongings: {
      describeSecret: async (id) => options.secrets?.[id] ?? 'ready',
      hasRole: async () => true
    },
    readText: async (path) => options.files?.[path] ?? '',
    run: options.run ?? '',
    clock,
    log: quiet(said),
    signal: cancel.signal
  }
  const run = (inputs: Readonly<Record<string, string>>): Promise<Report> =>
    rollOut(
      parseInputs((name) => ({ cluster: 'prod', service: 'web', ...inputs })[name] ?? ''),
      ports
    )
  return { ...world, clock, said, cancel, parameter, ports, run }
}

export type World = ReturnType<typeof rolloutWorld>

/** Names of the calls that change something, in order. */
export const writes = ({ calls }: Pick<World, 'calls'>): readonly string[] =>
  calls
    .map(({ operation }) => operation)
    .filter((operation) => /^(?:register|deregister|update|stop)/.test(operation))

const quiet = (said: string[]): Log => ({
  info: (line) => said.push(line),
  debug: (line) => said.push(line),
  warning: (line) => said.push(`warning: ${line}`),
  error: (line) => said.push(`error: ${line}`),
  group: (_title, work) => work()
})
