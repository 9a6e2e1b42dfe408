/** Steps that do not wait for long: their clock is fast, since what they wait for is AWS, whose clock is faster still. */
import { join } from 'node:path'
import { CHECKOUT } from './places.ts'

type Environment = Readonly<Record<string, string>>

const FAST_CLOCK = join(CHECKOUT, 'test/bundles/fast-clock.mjs')
const QUIET = '--disable-warning=ExperimentalWarning'

/** This environment of steps with the fast clock in it. */
export const fastSteps = (env: Environment = {}): Environment => ({
  ...env,
  NODE_OPTIONS: `${env['NODE_OPTIONS'] ?? QUIET} --import ${FAST_CLOCK}`,
  STEP_SPEED: '10'
})
