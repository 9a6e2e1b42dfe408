import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs'
import { awsCall } from './call.ts'
import { callOptions, clientOptions, type AwsConnection } from './connection.ts'
import { orAbsent } from './denied.ts'

/** Where a container writes. */
export type LogStream = Readonly<{ group: string; stream: string }>

/** A line of a stream; `at` is milliseconds since the epoch. */
export type LogLine = Readonly<{ at: number; text: string }>

export type Logs = Readonly<{
  /** The newest lines, oldest first; none while there is no such stream, which is made with the first line. */
  lastLines: (of: LogStream, limit: number) => Promise<readonly LogLine[]>
}>

/** CloudWatch Logs; its client is loaded with the first call. */
export function logs(connection: AwsConnection): Logs {
  let client: Promise<CloudWatchLogsClient> | undefined
  const connect = (): Promise<CloudWatchLogsClient> => (client ??= open(connection))
  return { lastLines: async (of, limit) => lastLines(await connect(), connection, { ...of, limit }) }
}

async function open(connection: AwsConnection): Promise<CloudWatchLogsClient> {
  const sdk = await import('@aws-sdk/client-cloudwatch-logs')
  return new sdk.CloudWatchLogsClient(clientOptions(connection))
}

async function lastLines(
  client: CloudWatchLogsClient,
  connection: AwsConnection,
  { group, stream, limit }: LogStream & Readonly<{ limit: number }>
): Promise<readonly LogLine[]> {
  const { GetLogEventsCommand } = await import('@aws-sdk/client-cloudwatch-logs')
  const command = new GetLogEventsCommand({
    logGroupName: group,
    logStreamName: stream,
    limit,
    startFromHead: false
  })
  const call = {
    service: 'CloudWatch Logs',
    operation: 'GetLogEvents',
    on: `stream '${stream}' of log group '${group}'`,
    permission: `logs:GetLogEvents on log-group:${group}:log-stream:*`
  }
  const request = awsCall(call, client.send(command, callOptions(connection)))
  const answer = await orAbsent(request, 'ResourceNotFoundException')
  return (answer?.events ?? []).map(({ timestamp = 0, message = '' }) => ({ at: timestamp, text: message }))
}
