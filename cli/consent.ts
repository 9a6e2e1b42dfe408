import { Ended, EXIT, Refusal } from './failure.ts'
import type { Switches } from './command.ts'
import type { Ports } from './ports.ts'

/** Whose tenant it is about, and whether somebody has agreed beforehand. */
export type Matter = Readonly<{ key: string; yes: Switches['yes'] }>

const isProduction = (key: string): boolean => key.startsWith('prod/')

/** Refuses, before anything is done, what nobody can be asked about or has agreed to wrongly. */
export function requireSomebody({ key, yes = false }: Matter, { ask }: Pick<Ports, 'ask'>): void {
  if (yes === false) {
    if (ask !== undefined) return
    throw new Refusal(
      `Nobody can be asked here, for standard input is no terminal. Look at what would be done first, then give --yes${isProduction(key) ? ` ${key}` : ''}.`
    )
  }
  if (yes === key || (yes === true && !isProduction(key))) return
  throw new Refusal(
    yes === true
      ? `--yes is not enough in prod. Name the tenant, as --yes ${key}.`
      : `--yes names ${yes}, and this is about ${key}. Name that, if it is meant.`
  )
}

/** Asks, and ends the command unless the person agrees; in production the tenant's name has to be typed. */
export async function confirm(
  question: string,
  { key, yes = false }: Matter,
  { ask, terminal }: Pick<Ports, 'ask' | 'terminal'>
): Promise<void> {
  if (yes !== false) return
  const typed = isProduction(key)
  const answer = (await ask?.(typed ? `${question} Type ${key}: ` : `${question} [y/N] `)) ?? ''
  if (typed ? answer.trim() === key : /^y(?:es)?$/i.test(answer.trim())) return
  terminal.say('Nothing was changed.')
  throw new Ended(EXIT.failed)
}
