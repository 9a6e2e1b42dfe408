/** Everything that runs wrote where somebody can read it, as texts by name, with what is packed in them unpacked. */
import { strFromU8, unzipSync } from 'fflate'
import { gunzipSync } from 'node:zlib'
import type { Lab } from '../../lab/lab.ts'
import type { RunResult } from '../../lab/runner/ports.ts'

export type Writings = Readonly<Record<string, string>>

/** A record's text, and what is packed in it. */
function unpacked(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  const packed = [...text.matchAll(/H4sI[\w+/=]{40,}/g)].map(([base64]) =>
    gunzipSync(Buffer.from(base64, 'base64')).toString()
  )
  return [text, ...packed].join('\n')
}

/** Log lines, annotations, summaries and outputs of jobs. */
export function writingsOfRuns({ events }: Lab, runs: readonly RunResult[]): Writings {
  const told = events.map((event, index) => [`event ${index} (${event.kind})`, unpacked(event)] as const)
  const results = runs.map((run, index) => [`result ${index}`, unpacked(run)] as const)
  return Object.fromEntries([...told, ...results])
}

/** Comments, check runs and everything else that GitHub was sent. */
export function writingsToGitHub({ github }: Lab): Writings {
  const requests = github
    .journal()
    .map((entry, index) => [`${index} ${entry.method} ${entry.path}`, unpacked(entry)] as const)
  return Object.fromEntries(requests)
}

/** Files in the repository's artifacts. */
export function writingsInArtifacts({ github }: Lab, repository: string): Writings {
  const files = github.people
    .artifacts(repository)
    .flatMap(({ id, name, content }) =>
      Object.entries(unzipSync(content)).map(
        ([file, bytes]) => [`artifact ${id} ${name}/${file}`, strFromU8(bytes, true)] as const
      )
    )
  return Object.fromEntries(files)
}
