/** Terraform for tests of something else: the same binary and the same provider, without what shows nothing new and costs most. */
import { chmod, glob, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Real = Readonly<{
  terraform: string
  /** Folder with the provider's binary. */
  provider: string
}>

const NAME = 'terraform-provider-aws'
const ROOT = join(import.meta.dirname, '../..')
/** A provider that runs elsewhere needs no init; where it runs does not matter to init, and nothing else is told of it. */
const ELSEWHERE = JSON.stringify({
  'registry.terraform.io/hashicorp/aws': {
    Protocol: 'grpc',
    ProtocolVersion: 5,
    Pid: 1,
    Test: true,
    Addr: { Network: 'unix', String: 'nowhere' }
  }
})

/**
 * Writes a `terraform` into the folder and resolves with its path. Its init neither copies nor hashes the provider's 700 MB,
 * no command compares them with the lock file, and the schemas, the same a hundred times a run, are asked of the provider
 * once, and told of the types alone that a file here names.
 */
export async function makeQuickTerraform(folder: string, real: Real): Promise<string> {
  const [asked, provider, memory] = ['asked', 'provider', 'memory'].map((name) => join(folder, name)) as [
    string,
    string,
    string
  ]
  for (const one of [asked, provider, memory]) await mkdir(one, { recursive: true })
  const binary = join(
    real.provider,
    (await readdir(real.provider)).find((name) => name.startsWith(NAME)) ?? NAME
  )
  await writeFile(join(memory, 'known.json'), JSON.stringify(await namedTypes()))
  const configuration = join(folder, 'terraform.rc')
  await writeFile(
    configuration,
    `provider_installation {\n  dev_overrides {\n    "hashicorp/aws" = ${JSON.stringify(provider)}\n  }\n  direct {}\n}\n`
  )
  // The schemas are what every Terraform asks first, of a provider of their own: nothing is configured there.
  await program(join(provider, NAME), [
    `if mkdir "${asked}/$PPID" 2>/dev/null; then`,
    `  exec "${process.execPath}" "${join(import.meta.dirname, 'schemas.mjs')}" "${binary}" "${memory}" "${asked}/$PPID"`,
    'fi',
    `exec "${binary}"`
  ])
  const terraform = join(folder, 'terraform')
  await program(terraform, [
    `[ "$1" = init ] && export TF_REATTACH_PROVIDERS='${ELSEWHERE}'`,
    // The schemas are answered without TLS.
    `export TF_CLI_CONFIG_FILE="${configuration}" TF_DISABLE_PLUGIN_TLS=1`,
    `exec "${real.terraform}" "$@"`
  ])
  return terraform
}

async function program(file: string, lines: readonly string[]): Promise<void> {
  await writeFile(file, `#!/bin/sh\n${lines.join('\n')}\n`)
  await chmod(file, 0o755)
}

/** The types that any Terraform of the checkout or of its tests can have, and then some: every word that looks like one. */
async function namedTypes(): Promise<string[]> {
  const words = new Set<string>()
  for await (const file of glob('{terraform,test,lab}/**/*.{tf,hcl,json,ts}', { cwd: ROOT })) {
    for (const [word] of (await readFile(join(ROOT, file), 'utf8')).matchAll(/\baws_[a-z0-9_]+/g))
      words.add(word)
  }
  return [...words]
}
