import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { run, scanner } from '../workflows/scanners.ts'
import { python, startForTests } from './start.ts'

type Compared = Readonly<{ asked: number; complaints: readonly string[] }>

const script = new URL('reference.py', import.meta.url).pathname
const files = ['access', 'limits', 'themes', 'dedicated', 'edges'] as const

/** Compares journals with AWS's Service Authorization Reference. */
async function compare(journals: readonly unknown[]): Promise<Compared> {
  const folder = await mkdtemp(join(tmpdir(), 'reference-'))
  try {
    const names = journals.map((_, index) => join(folder, `${index}.json`))
    await Promise.all(names.map((name, index) => writeFile(name, JSON.stringify(journals[index]))))
    const { code, text } = await run(scanner('python'), ['-B', script, ...names])
    if (code !== 0) throw new Error(text)
    return JSON.parse(text) as Compared
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

test('every permission of the cases is one that IAM knows, on an ARN of the kind that AWS says', async () => {
  const aws = await startForTests()
  try {
    const journals = []
    for (const name of files) {
      const fork = await aws.fork()
      const file = new URL(`cases/${name}.py`, import.meta.url).pathname
      await promisify(execFile)(python, ['-B', file, fork.url], { env: {}, timeout: 180_000 })
      journals.push(await fork.journal())
    }
    const { asked, complaints } = await compare(journals)
    expect(complaints).toEqual([])
    expect(asked).toBeGreaterThan(150)
  } finally {
    await aws.close()
  }
}, 240_000)

test('a permission that IAM does not know, or on another kind of ARN, is found', async () => {
  const call = (iamAction: string, resource: string) => ({
    iamAction,
    resource,
    decision: 'allowed',
    permissions: []
  })
  const { complaints } = await compare([
    [
      call('ecs:RegisterTaskDefinition', 'arn:aws:ecs:us-east-1:1:task-definition/f:*'),
      call('s3:PutObjekt', '*'),
      call('sns:Publish', 'arn:aws:sqs:us-east-1:1:q'),
      call('kms:Decrypt', '*')
    ]
  ])
  expect(complaints.map((line) => line.split(' ')[0])).toEqual([
    'ecs:RegisterTaskDefinition',
    'kms:Decrypt',
    's3:PutObjekt:',
    'sns:Publish'
  ])
}, 60_000)
