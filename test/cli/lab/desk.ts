/** A laptop on a copy of a seed, and everything that was said, planned and kept as a state there. */
import { readObject } from '../../e2e/bucket.ts'
import { administratorOf } from '../../emulator/start.ts'
import { type Seeded, seeded } from '../../seeds/seeded.ts'
import { openLaptop, type Laptop, type Said, type Typing } from './laptop.ts'
import { changesOf, outputsOf, type Told } from './production.ts'

export const MINUTES = 60_000
const PAGE =
  '<!doctype html><title>Caliber</title><script type="module" src="/assets/app-0123abcd.js"></script>\n'

export type Desk = AsyncDisposable &
  Readonly<{
    aws: Seeded
    laptop: Laptop
    /** Everything that was said, and every plan and state there was. */
    seen: Record<string, string>
    /** Types a line with the person's own credentials, or with others for Terraform. */
    typing: (line: string, typing?: Typing) => Promise<Said>
    /** What the plan that was shown last would change. */
    changes: () => Promise<readonly string[]>
    /** The outputs of a state, by its key. */
    outputs: (state: string) => Promise<Told>
  }>

/** Somebody who administers the account, with a build of the site; `state` is the one that is looked at. */
export async function openDesk(seed: 'account' | 'caliber', state: string): Promise<Desk> {
  const aws = await seeded(seed)
  const env = { TERRAFORM_BACKEND_CONFIG: aws.variables['TERRAFORM_BACKEND_CONFIG'] ?? '' }
  const laptop = await openLaptop({ aws, person: await administratorOf(aws), env })
  await laptop.write('build/index.html', PAGE)
  await laptop.write('build/assets/app-0123abcd.js', "document.title = 'Caliber'\n")
  const seen: Record<string, string> = {}
  const see = (what: string, text: string): void => {
    if (!Object.values(seen).includes(text)) seen[`${Object.keys(seen).length} ${what}`] = text
  }
  const stateText = async (key: string): Promise<string> => (await readObject(aws, key)) ?? '{}'
  return {
    aws,
    laptop,
    seen,
    typing: async (line, how = {}) => {
      const said = await laptop.type(line, how)
      see(line, said.text)
      for (const plan of await laptop.plans()) see('plan', plan)
      see('state', await stateText(state))
      return said
    },
    changes: async () => changesOf((await laptop.plans()).at(-1) ?? ''),
    outputs: async (key) => outputsOf(await stateText(key)),
    [Symbol.asyncDispose]: async () => {
      await laptop[Symbol.asyncDispose]()
      await aws.close()
    }
  }
}
