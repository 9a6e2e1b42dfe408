/** A laptop on a copy of the prepared account, and everything that was said, planned and kept as a state there. */
import { readObject } from '../../e2e/bucket.ts'
import { administratorOf } from '../../emulator/start.ts'
import { type Seeded, seeded } from '../../seeds/seeded.ts'
import { openLaptop, type Laptop, type Said, type Typing } from './laptop.ts'
import { changesOf, outputsOf, type Told } from './production.ts'

export const MINUTES = 60_000
const MIGRATIONS = {
  migrations: [{ app: 'tenants', name: '0001_initial', operations: ['Create model Tenant'] }]
}
const PAGE =
  '<!doctype html><title>Caliber</title><script type="module" src="/assets/app-0123abcd.js"></script>\n'

export type Desk = AsyncDisposable &
  Readonly<{
    aws: Seeded
    laptop: Laptop
    /** The API's image, with one migration. */
    image: string
    /** Everything that was said, and every plan and state there was. */
    seen: Record<string, string>
    /** Types a line with the person's own credentials, or with others for Terraform. */
    typing: (line: string, typing?: Typing) => Promise<Said>
    /** What the plan that was shown last would change. */
    changes: () => Promise<readonly string[]>
    /** The outputs of a state, by its key. */
    outputs: (state: string) => Promise<Told>
  }>

/** Somebody who administers the account, with an image of the API and a build of the site; `states` are looked at. */
export async function openDesk(region: string, states: readonly string[]): Promise<Desk> {
  const aws = await seeded('account')
  const env = { TERRAFORM_BACKEND_CONFIG: aws.variables['TERRAFORM_BACKEND_CONFIG'] ?? '' }
  const laptop = await openLaptop({ aws, person: await administratorOf(aws), env })
  const { uri } = await aws.putImage({
    repository: 'caliber/api',
    tag: '1.4.2',
    region,
    behaviour: MIGRATIONS
  })
  await laptop.write('ca.pem', (await aws.edges()).ca)
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
    image: `${uri}:1.4.2`,
    seen,
    typing: async (line, how = {}) => {
      const said = await laptop.type(line, how)
      see(line, said.text)
      for (const plan of await laptop.plans()) see('plan', plan)
      for (const state of states) see('state', await stateText(state))
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
