import { flag, type ReadInput, required, requiredMatching } from '../input.ts'

/** The gate that a job stands behind, as its workflow names it. */
export type GateInputs = Readonly<{
  /** What the job names under `environment:`. */
  environment: string
  allowSelfApproval: boolean
  /** With which the gate is looked at. */
  token: string
}>

const ENVIRONMENT = {
  pattern: /^[^\p{Cc}]{1,255}$/u,
  expected: 'the name of an environment (one line, at most 255 characters)'
}

/** Reads the inputs that every action behind a gate has. */
export const parseGate = (read: ReadInput): GateInputs => ({
  environment: requiredMatching(read, 'environment', ENVIRONMENT),
  allowSelfApproval: flag(read, 'allow-self-approval'),
  token: required(read, 'github-token')
})
