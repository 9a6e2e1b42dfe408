import type { CloudWatchLogsClient, GetLogEventsCommandInput } from '@aws-sdk/client-cloudwatch-logs'
import { awsCall } from './call.ts'
import { callOptions, clientOptions, type AwsConnection } from './connection.ts'
import { orAbsent } from './denied.ts'

/** Where a container writes. */
export type LogStream = Readonly<{ group: string; stream: string }>

/** A line of a stream; `at` is milliseconds since the epoch. */
export type LogLine = Readonly<{ at: number; text: string }>

/** One page of a stream; the token asks for what follows, and comes back unchanged at the end of what there is. */
export type LogPage = Readonly<{ lines: readonly LogLine[]; token: string }>

/** Reads a page, the first without a token; undefined while there is no such stream, which the first line makes. */
export type ReadLogPage = (of: LogStream, token?: string) => Promise<LogPage | undefined>

export type Logs = Readonly<{
  /** The newest lines, oldest first; none while there is no such stream, which is made with the first line. */
  lastLines: (of: LogStream, limit: number) => Promise<readonly LogLine[]>
  /** From the oldest line on. */
  readPage: ReadLogPage
}>

/** CloudWatch Logs; its client is loaded with the first call. */
export function logs(connection: AwsConnection): Logs {
  let client: Promise<CloudWatchLogsClient> | undefined
  const ask = async (of: LogStream, window: Window): Promise<LogPage | undefined> =>
    readEvents(await (client ??= open(connection)), connection, { ...of, window })
  return {
    lastLines: async (of, limit) => (await ask(of, { limit, startFromHead: false }))?.lines ?? [],
    // AWS wants startFromHead beside every forward token too.
    readPage: (of, token) =>
      ask(of, { startFromHead: true, ...(token === undefined ? {} : { nextToken: token }) })
  }
}

async function open(connection: AwsConnection): Promise<CloudWatchLogsClient> {
  const sdk = await import('@aws-sdk/client-cloudwatch-logs')
  return new sdk.CloudWatchLogsClient(clientOptions(connection))
}

type Window = Pick<GetLogEventsCommandInput, 'limit' | 'startFromHead' | 'nextToken'>

async function readEvents(
  client: CloudWatchLogsClient,
  connection: AwsConnection,
  { group, stream, window }: LogStream & Readonly<{ window: Window }>
): Promise<LogPage | undefined> {
  const { GetLogEventsCommand } = await import('@aws-sdk/client-cloudwatch-logs')
  const command = new GetLogEventsCommand({ logGroupName: group, logStreamName: stream, ...window })
  const call = {
    service: 'CloudWatch Logs',
    operation: 'GetLogEvents',
    on: `stream '${stream}' of log group '${group}'`,
    permission: `logs:GetLogEvents on log-group:${group}:log-stream:*`
  }
  const request = awsCall(call, client.send(command, callOptions(connection)))
  const answer = await orAbsent(request, 'ResourceNotFoundException')
  if (answer === undefined) return undefined
  const lines = (answer.events ?? []).map(({ timestamp = 0, message = '' }) => ({
    at: timestamp,
    text: message
  }))
  return { lines, token: answer.nextForwardToken ?? window.nextToken ?? '' }
}
