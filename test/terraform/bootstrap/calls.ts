/** Calls to AWS as a role makes them, and what the gate said of them. */
import type { Aws } from '../../../lab/aws/aws.ts'
import { callForm, callJson, send, signed, type Identity } from '../../emulator/start.ts'

/** Makes a call as somebody; whether AWS then finds what it is about does not matter. */
export type Call = (aws: Aws, who: Identity) => Promise<unknown>

/** A call, and which of the roles may make it. */
export type Row = Readonly<{ what: string; call: Call; may: string }>

/** A call of a service with a form protocol. */
export const form =
  (service: string, action: string, fields: Readonly<Record<string, string>> = {}): Call =>
  (aws, who) =>
    callForm(aws, { Action: action, ...fields }, signed(service, who))

const targets: Readonly<Record<string, string>> = {
  ecr: 'AmazonEC2ContainerRegistry_V20150921',
  ecs: 'AmazonEC2ContainerServiceV20141113',
  events: 'AWSEvents',
  kms: 'TrentService',
  logs: 'Logs_20140328',
  secretsmanager: 'secretsmanager',
  ssm: 'AmazonSSM',
  tagging: 'ResourceGroupsTaggingAPI_20170126'
}

/** A call of a service with a JSON protocol. */
export const json =
  (service: string, action: string, body: object): Call =>
  (aws, who) =>
    callJson(aws, signed(service, who), [`${targets[service]}.${action}`, body])

/** A call of a service whose method and path say what it is about: `DELETE /bucket/key`. */
export const rest =
  (
    service: string,
    request: string,
    more: Readonly<{ body?: string; headers?: Readonly<Record<string, string>> }> = {}
  ): Call =>
  (aws, who) => {
    const [method = '', path = ''] = request.split(' ')
    return send(aws, signed(service, who), { method, path, ...more })
  }

/** A call about an object or a setting of the bucket of states. */
export const state = (method: string, path: string, body?: string): Call =>
  rest('s3', `${method} /acme-state${path}`, body === undefined ? {} : { body })

/** `allowed`, or which kind of denial; of the newest call that the journal has. */
export async function verdict(aws: Aws, who: Identity, call: Call): Promise<string> {
  const before = (await aws.journal()).length
  await call(aws, who)
  const made = (await aws.journal()).slice(before)
  return [...new Set(made.map(({ decision }) => decision))].join(' ')
}
