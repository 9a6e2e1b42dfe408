import { UserError } from '../lib/errors.ts'

/** What a command ends with; `--help` of each names them. */
export const EXIT = { done: 0, failed: 1, refused: 2, interrupted: 130 } as const

/** Typed wrong, or something is missing: said before anything was done. */
export class Refusal extends UserError {
  override name = 'Refusal'
}

/** A program that was started has said why it failed; its exit code is the command's. */
export class Ended extends Error {
  override name = 'Ended'
  readonly code: number

  constructor(code: number) {
    super(`ended with ${code}`)
    this.code = code
  }
}
