import type { Outcome } from './act.ts'

/** The step's outputs, as action.yml names them. */
export function toOutputs(outcome: Outcome): Readonly<Record<string, string>> {
  const { version, path, sha256, from } = outcome
  return {
    version,
    path,
    sha256,
    'cache-hit': String(from === 'cache'),
    result: JSON.stringify({ version, path, sha256, from })
  }
}

/** One sentence, and the one thing a reviewer would ask: what it was checked by. */
export function renderSummary({ from, version, path, sha256 }: Outcome): string {
  switch (from) {
    case 'download':
      return `Terraform **${version}** was downloaded; its zip has the SHA-256 that this action knows: \`${sha256}\`.\n`
    case 'cache':
      return `Terraform **${version}** came from the tool cache, checked again: its zip has the SHA-256 \`${sha256}\`.\n`
    case 'binary':
      return `> [!WARNING]\n> Terraform **${version}** at \`${path}\` was found installed; its origin was not checked (SHA-256 \`${sha256}\`).\n`
  }
}
