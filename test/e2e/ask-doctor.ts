/** `npm run doctor -- --json`, as a person types it who administers repository and account. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import type { Aws } from '../../lab/aws/aws.ts'
import { administratorOf, type Identity } from '../emulator/start.ts'
import { CHECKOUT } from './places.ts'
import { ENVIRONMENT, REPOSITORY, type SuiteLab } from './suite.ts'

export type Finding = Readonly<{
  verdict: string
  check: string
  about: string
  says: string
  fix?: Readonly<{ say: string; run?: string }>
}>
export type Told = Readonly<{ code: number; findings: readonly Finding[] }>

const administrators = new WeakMap<Aws, Promise<Identity>>()

function administrator(aws: Aws): Promise<Identity> {
  const known = administrators.get(aws) ?? administratorOf(aws)
  administrators.set(aws, known)
  return known
}

/** Asks the doctor about the suite's own repository; rejects when it could not look. */
export async function askDoctor({ lab }: SuiteLab, ...flags: readonly string[]): Promise<Told> {
  const { accessKeyId, secretAccessKey } = await administrator(lab.aws)
  const args = [
    '--repository',
    REPOSITORY,
    '--environments',
    `${ENVIRONMENT} ${ENVIRONMENT}-deploy`,
    '--operated-environments',
    'stg',
    '--aws-region',
    'us-east-1',
    '--json',
    ...flags
  ]
  const env = {
    PATH: process.env['PATH'],
    GITHUB_API_URL: lab.github.url,
    GITHUB_TOKEN: lab.github.people.tokenFor('ada'),
    AWS_ENDPOINT_URL: lab.aws.url,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey
  }
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [join(CHECKOUT, 'scripts/doctor.ts'), ...args],
      { env },
      (error, stdout, stderr) => {
        const code = typeof error?.code === 'number' ? error.code : 0
        if (code > 1 || stdout === '') reject(new Error(stderr))
        else resolve({ code, findings: (JSON.parse(stdout) as Told).findings })
      }
    )
  })
}

/** What is neither good nor only to be seen inside of a job. */
export const complaints = ({ findings }: Told): readonly Finding[] =>
  findings.filter(({ verdict, check }) => verdict !== 'good' && check !== 'oidc-token')

/** One line a complaint: verdict, check, about. */
export const lines = (told: Told): readonly string[] =>
  complaints(told).map(({ verdict, check, about }) => `${verdict} ${check} ${about}`)
