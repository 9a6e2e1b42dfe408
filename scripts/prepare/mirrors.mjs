import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** The registry, the provider's name there and the version that the stacks' lock files name. */
export const REGISTRY = 'registry.terraform.io'
export const VERSION = '5.100.0'
const AWS = `${REGISTRY}/hashicorp/aws`

/** Folders that hold the provider: those that Terraform searches by itself, and any directly under /opt. */
export function findMirrors() {
  const data = (process.env.XDG_DATA_DIRS ?? '/usr/local/share:/usr/share').split(delimiter)
  const implied = [
    join(homedir(), '.terraform.d/plugins'),
    join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local/share'), 'terraform/plugins'),
    join(homedir(), 'Library/Application Support/io.terraform/plugins'),
    '/Library/Application Support/io.terraform/plugins',
    ...data.map((folder) => join(folder, 'terraform/plugins'))
  ]
  return [...implied, ...list('/opt').map((name) => join('/opt', name))].filter(holdsProvider)
}

/** Folders that hold the provider among those that a CLI configuration names as filesystem mirrors. */
export const findMirrorsNamedIn = (configuration) =>
  [...configuration.matchAll(/\bpath\s*=\s*("(?:[^"\\]|\\.)*")/g)]
    .map(([, path]) => JSON.parse(path))
    .filter(holdsProvider)

const platform = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`
const unpacked = (mirror) => join(mirror, AWS, VERSION, platform)

/** Whether a folder laid out as a mirror has the provider for this machine, packed or not. */
export function holdsProvider(mirror) {
  const zip = `terraform-provider-aws_${VERSION}_${platform}.zip`
  return existsSync(unpacked(mirror)) || existsSync(join(mirror, AWS, zip))
}

/**
 * CLI configuration that takes the provider from these folders and everything else from its registry. Without the
 * exclusion Terraform would also ask the registry for versions, which fails on a machine without network.
 */
export function renderInstallation(mirrors) {
  const methods = mirrors.map(
    (path) => `  filesystem_mirror {\n    path    = ${JSON.stringify(path)}\n    include = ["${AWS}"]\n  }\n`
  )
  return `provider_installation {\n${methods.join('')}  direct {\n    exclude = ["${AWS}"]\n  }\n}\n`
}

/** Folder with the provider's binary, of the first mirror that has it unpacked. */
export function unpackedIn(mirrors) {
  return mirrors.map(unpacked).find(existsSync)
}

function list(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
