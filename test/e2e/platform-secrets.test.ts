/** Secrets of a whole client, planted and made by AWS, while its stack is changed: nobody but AWS ever has their values. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rootCredentials } from '../../lab/aws/aws.ts'
import {
  merge,
  newSealKey,
  prepareRepository,
  propose,
  REPOSITORY,
  REVIEWER,
  TENANT_FILE
} from '../../lab/demo/caliber.ts'
import { type Lab, machineFromEnvironment, startLab } from '../../lab/lab.ts'
import type { RunResult } from '../../lab/runner/ports.ts'
import { secretsManager } from '../../lib/aws/secrets-manager.ts'
import { openSeal, parseSealKey } from '../../lib/seal.ts'
import { seeded } from '../seeds/seeded.ts'
import { listObjects, readObject } from './bucket.ts'
import { findMarkers } from './markers.ts'
import { CHECKOUT } from './places.ts'
import { annotationsOf, conclusionsOf } from './results.ts'
import { writingsInArtifacts, writingsOfRuns, writingsToGitHub } from './writings.ts'

const MINUTES = 60_000
const SEAL_KEY = newSealKey()
let lab: Lab
let runs: readonly RunResult[]
let markers: Readonly<Record<string, string>>
const find = (texts: Readonly<Record<string, string>>): readonly string[] => findMarkers(texts, markers)

beforeAll(async () => {
  const aws = await seeded('caliber')
  lab = await startLab({ machine: machineFromEnvironment(), aws })
  await prepareRepository(lab, { copyOf: aws.suite.gitFolder }, aws.variables)
  lab.github.people.setSecret(REPOSITORY, 'SEAL_KEY', SEAL_KEY)
  lab.github.onPendingReview((waiting) =>
    lab.github.people.review({ ...waiting, state: 'approved', comment: 'ship it', user: REVIEWER })
  )
  markers = await plantSecrets()
  const tenant = JSON.parse(await readFile(join(CHECKOUT, TENANT_FILE), 'utf8')) as object
  const files = { [TENANT_FILE]: `${JSON.stringify({ ...tenant, memory: 1024 }, null, 2)}\n` }
  const proposed = await propose(lab, { branch: 'memory', title: 'Give the API more memory', files })
  runs = [...proposed.runs, ...(await merge(lab, proposed.number))]
}, 15 * MINUTES)

afterAll(async () => {
  await lab.close()
  await lab.aws.close()
})

/** Writes a value into every container of the client, and reads the passwords that RDS made itself. */
async function plantSecrets(): Promise<Readonly<Record<string, string>>> {
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

test('every container has a planted value, and both databases have a password of AWS’s own', () => {
  const names = Object.keys(markers)
  expect(names.filter((name) => name.startsWith('caliber/acme/stg/')).length).toBeGreaterThan(2)
  expect(names.filter((name) => name.startsWith('rds!'))).toHaveLength(2)
  for (const value of Object.values(markers)) expect(value.length).toBeGreaterThan(15)
})

test('the change was planned, approved and applied', () => {
  expect(annotationsOf(runs)).not.toContain('error')
  expect(conclusionsOf(runs)).toEqual(['success', 'success'])
})

test('no log, annotation, summary, output, comment, check run or artifact shows one of them', () => {
  const writings = {
    ...writingsOfRuns(lab, runs),
    ...writingsToGitHub(lab),
    ...writingsInArtifacts(lab, REPOSITORY)
  }
  expect(Object.keys(writings).length).toBeGreaterThan(100)
  expect(find(writings)).toEqual([])
})

test('no plan holds one, not even sealed', () => {
  const plans = lab.github.people
    .artifacts(REPOSITORY)
    .flatMap(({ name, content }) =>
      Object.entries(unzipSync(content)).map((file) => [name, ...file] as const)
    )
    .filter(([, file]) => file === 'plan.sealed')
    .flatMap(([name, , bytes]) => {
      const { plan } = openSeal({ key: parseSealKey(SEAL_KEY), sealed: Buffer.from(bytes) })
      return Object.entries(unzipSync(plan)).map(([file, text]) => [`${name} ${file}`, strFromU8(text, true)])
    })
  expect(plans.map(([name]) => name)).toContainEqual(expect.stringContaining('tfstate'))
  expect(find(Object.fromEntries(plans) as Record<string, string>)).toEqual([])
})

test('no state holds one', async () => {
  const keys = await listObjects(lab.aws, 'caliber/')
  const states = await Promise.all(keys.map(async (key) => [key, (await readObject(lab.aws, key)) ?? '']))
  expect(keys).toEqual(['caliber/acme/stg/terraform.tfstate'])
  expect(find(Object.fromEntries(states) as Record<string, string>)).toEqual([])
})

test('neither role ever asked for a value', async () => {
  const asked = (await lab.aws.journal())
    .filter(({ principal }) => /caliber-(?:plan|apply)/.test(principal))
    .map(({ iamAction }) => iamAction)
  expect(asked).toContain('secretsmanager:DescribeSecret')
  expect(asked.filter((action) => /SecretValue/.test(action))).toEqual([])
})
