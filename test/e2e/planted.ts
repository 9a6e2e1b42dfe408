/** Secrets of a whole client, planted and made by AWS: nobody but AWS may ever have their values. */
import { strFromU8, unzipSync } from 'fflate'
import { rootCredentials } from '../../lab/aws/aws.ts'
import { REPOSITORY } from '../../lab/demo/caliber.ts'
import type { Lab } from '../../lab/lab.ts'
import { secretsManager } from '../../lib/aws/secrets-manager.ts'
import { openSeal, parseSealKey } from '../../lib/seal.ts'

type Texts = Readonly<Record<string, string>>

/** Writes a value into every container of the client, and reads the passwords that RDS made itself; all by their names. */
export async function plantSecrets(lab: Lab): Promise<Texts> {
  process.env['AWS_ACCESS_KEY_ID'] = rootCredentials.accessKeyId
  process.env['AWS_SECRET_ACCESS_KEY'] = rootCredentials.secretAccessKey
  const secrets = secretsManager({ region: 'us-east-1', endpoint: lab.aws.url })
  const planted: Record<string, string> = {}
  for (const { name } of await secrets.listContainers('caliber/acme/stg/')) {
    planted[name] = `planted value/${name.length}+${Buffer.from(name).toString('hex')}`
    await secrets.put({ name, text: planted[name], token: crypto.randomUUID() })
  }
  for (const { name } of await secrets.listContainers('rds!')) {
    const { text } = (await secrets.read(name)) ?? { text: '{}' }
    planted[name] = (JSON.parse(text) as { password: string }).password
  }
  return planted
}

/** Every file of every sealed plan of the repository, opened with its key. */
export function openedPlans(lab: Lab, sealKey: string): Texts {
  const sealed = lab.github.people
    .artifacts(REPOSITORY)
    .flatMap(({ name, content }) =>
      Object.entries(unzipSync(content)).map((file) => [name, ...file] as const)
    )
    .filter(([, file]) => file === 'plan.sealed')
  const files = sealed.flatMap(([name, , bytes]) => {
    const { plan } = openSeal({ key: parseSealKey(sealKey), sealed: Buffer.from(bytes) })
    return Object.entries(unzipSync(plan)).map(([file, text]) => [`${name} ${file}`, strFromU8(text, true)])
  })
  return Object.fromEntries(files) as Texts
}
