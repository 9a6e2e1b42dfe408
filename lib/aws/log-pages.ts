import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs'
import { awsCall } from './call.ts'
import { callOptions, clientOptions, type AwsConnection } from './connection.ts'
import { orAbsent } from './denied.ts'
import type { LogLine, LogStream } from './logs.ts'

/** One page of a stream; the token asks for what follows, and comes back unchanged at the end of what there is. */
export type LogPage = Readonly<{ lines: readonly LogLine[]; token: string }>

/** Reads a page, the first without a token; undefined while there is no such stream, which the first line makes. */
export type ReadLogPage = (of: LogStream, token?: string) => Promise<LogPage | undefined>

/** Pages of CloudWatch Logs, the oldest line first; the client is loaded with the first call. */
export function logPages(connection: AwsConnection): ReadLogPage {
  let client: Promise<CloudWatchLogsClient> | undefined
  return async (of, token) => readPage(await (client ??= open(connection)), connection, { ...of, token })
}

async function open(connection: AwsConnection): Promise<CloudWatchLogsClient> {
  const sdk = await import('@aws-sdk/client-cloudwatch-logs')
  return new sdk.CloudWatchLogsClient(clientOptions(connection))
}

async function readPage(
  client: CloudWatchLogsClient,
  connection: AwsConnection,
  { group, stream, token }: LogStream & Readonly<{ token: string | undefined }>
): Promise<LogPage | undefined> {
  const { GetLogEventsCommand } = await import('@aws-sdk/client-cloudwatch-logs')
  const command = new GetLogEventsCommand({
    logGroupName: group,
    logStreamName: stream,
    // AWS wants it beside every forward token too.
    startFromHead: true,
    ...(token === undefined ? {} : { nextToken: token })
  })
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
  return { lines, token: answer.nextForwardToken ?? token ?? '' }
}
