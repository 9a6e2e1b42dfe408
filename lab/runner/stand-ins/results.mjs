// The results service of GitHub, as far as artifacts of the same run need it.
import { send } from './http.mjs'

const PREFIX = '/twirp/github.actions.results.api.v1.ArtifactService/'

/** The runtime token's scope names the run and the job: `Actions.Results:<run>:<job>`. */
function ids() {
  const payload = process.env.ACTIONS_RUNTIME_TOKEN?.split('.')[1] ?? ''
  const { scp = '' } = JSON.parse(Buffer.from(payload, 'base64url').toString() || '{}')
  const [, runId, jobId] = /Actions\.Results:([^: ]+):([^: ]+)/.exec(scp) ?? []
  if (runId === undefined) throw new Error('Unable to get the ACTIONS_RUNTIME_TOKEN env variable')
  return { workflow_run_backend_id: runId, workflow_job_run_backend_id: jobId }
}

/** One method of the service; rejects with its own words. */
export async function ask(method, message) {
  const { ok, status, text } = await send(new URL(`${PREFIX}${method}`, process.env.ACTIONS_RESULTS_URL), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${process.env.ACTIONS_RUNTIME_TOKEN}`,
      'content-type': 'application/json'
    },
    body: JSON.stringify({ ...ids(), ...message })
  })
  const answer = JSON.parse(text)
  if (ok) return answer
  throw new Error(`Failed to ${method}: (${status}) ${answer.code}: ${answer.msg}`)
}

/** An input as the runner hands it over. */
export const input = (name) => (process.env[`INPUT_${name.toUpperCase()}`] ?? '').trim()

/** Runs the action; what it throws is its annotation. */
export function run(main) {
  main().catch((error) => {
    console.log(`::error::${error.message.replaceAll('%', '%25').replaceAll('\n', '%0A')}`)
    process.exitCode = 1
  })
}
