/**
 * The doctor from a terminal: the same code as the action, its inputs as flags; a list's flag is repeated.
 *
 *   npm run doctor -- --repository acme/infra --environments caliber-stg --aws-region us-east-1 [--json | --markdown]
 *
 * GitHub's token is GITHUB_TOKEN or GH_TOKEN; AWS credentials are what the AWS CLI would take. Ends with 1 when something
 * would fail or is not safe, with 2 when it could not be looked at.
 */
import { parseArgs } from 'node:util'
import { awsPort } from '../actions/doctor/src/aws-port.ts'
import { type Examination, examine } from '../actions/doctor/src/examine.ts'
import { isRed } from '../actions/doctor/src/finding.ts'
import { githubPort } from '../actions/doctor/src/github-port.ts'
import { type Inputs, parseInputs } from '../actions/doctor/src/inputs.ts'
import { describeCounts, renderLines, renderSummary } from '../actions/doctor/src/summary.ts'
import { readConnection } from '../lib/aws/connection.ts'
import { describeError } from '../lib/errors.ts'
import { connectGitHub } from '../lib/github/connection.ts'
import { readContext } from '../lib/github/context.ts'
import type { Log } from '../lib/log.ts'
import { options, readFlags, usage } from './doctor/flags.ts'

const { env } = process
const say = (line: string): void => console.error(line)
const log: Log = {
  info: say,
  debug: () => undefined,
  warning: say,
  error: say,
  group: (_title, work) => work()
}

/** What the library asks of a run, where there is none. */
const NO_RUN = {
  GITHUB_REPOSITORY_ID: '0',
  GITHUB_SHA: '-',
  GITHUB_REF: '-',
  GITHUB_RUN_ID: '0',
  GITHUB_RUN_ATTEMPT: '0',
  GITHUB_EVENT_NAME: '-',
  GITHUB_ACTOR: '-'
}

function look(inputs: Inputs): Promise<Examination> {
  const { repository, region, token } = inputs
  const context = readContext({
    ...NO_RUN,
    GITHUB_API_URL: env['GITHUB_API_URL'],
    GITHUB_REPOSITORY: repository
  })
  const { signal } = new AbortController()
  return examine(inputs, {
    github: githubPort(connectGitHub({ token, context, log, signal })),
    log,
    ...(region === undefined ? {} : { aws: awsPort(readConnection({ ...env, AWS_REGION: region }, signal)) })
  })
}

function show(
  examination: Examination,
  { json, markdown }: Readonly<{ json: boolean; markdown: boolean }>
): string {
  if (json) return JSON.stringify(examination, undefined, 2)
  if (markdown) return renderSummary(examination)
  return [...renderLines(examination), '', `${describeCounts(examination.findings)}.`].join('\n')
}

const { values } = parseArgs({
  options: {
    ...options,
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false }
  }
})
if (values.help) {
  console.log(usage())
} else {
  try {
    const examination = await look(parseInputs(readFlags(values)))
    console.log(show(examination, values))
    process.exitCode = isRed(examination.findings) ? 1 : 0
  } catch (error) {
    say(describeError(error))
    process.exitCode = 2
  }
}
