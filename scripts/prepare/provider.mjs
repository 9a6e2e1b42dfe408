import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { command } from './command.mjs'
import { withLock } from './lock.mjs'
import {
  findMirrors,
  findMirrorsNamedIn,
  holdsProvider,
  REGISTRY,
  renderInstallation,
  unpackedIn,
  VERSION
} from './mirrors.mjs'

/**
 * Where the AWS provider comes from, as environment of everything that runs Terraform: the user's own
 * provider_installation when there is one, else a mirror found on this machine, else the registry, once. Tests that are not
 * about its installation may run it where it lies: CALIBER_PROVIDER is its folder, when a mirror has it unpacked.
 */
export async function prepareProvider(place, terraform) {
  const own = readOwnConfiguration()
  const file = join(place.cache, 'terraform.rc')
  const env = { CALIBER_TERRAFORM: terraform, TF_CLI_CONFIG_FILE: file }
  if (/^\s*provider_installation\b/m.test(own)) {
    write(file, own)
    return { ...env, CALIBER_PROVIDER: unpackedIn(findMirrorsNamedIn(own)) ?? '' }
  }
  const found = findMirrors()
  const mirrors = found.length > 0 ? found : [await download(place, terraform)]
  write(file, `${own}\n${renderInstallation(mirrors)}`)
  return { ...env, CALIBER_PROVIDER: unpackedIn(mirrors) ?? '' }
}

/** Text of the CLI configuration in force, '' when the named file does not exist. */
function readOwnConfiguration() {
  const named = process.env.TF_CLI_CONFIG_FILE ?? process.env.TERRAFORM_CONFIG
  const file = named !== undefined && named !== '' ? named : join(homedir(), '.terraformrc')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** Terraform's plugin cache has the layout of a mirror: filled once, it spares every later init the 700 MB. */
async function download(place, terraform) {
  const mirror = join(place.cache, 'terraform-providers')
  if (holdsProvider(mirror)) return mirror
  return withLock(place, async () => {
    if (holdsProvider(mirror)) return mirror
    const what = `AWS provider ${VERSION}: downloading from its registry`
    place.say(what)
    const scratch = join(place.cache, 'terraform-providers-init')
    rmSync(scratch, { recursive: true, force: true })
    // Renamed when it is complete: half a download must not pass for a mirror.
    const fresh = join(scratch, 'mirror')
    mkdirSync(fresh, { recursive: true })
    const required = `aws = { source = "hashicorp/aws", version = "${VERSION}" }`
    writeFileSync(join(scratch, 'main.tf'), `terraform {\n  required_providers {\n    ${required}\n  }\n}\n`)
    const empty = join(scratch, 'empty.rc')
    writeFileSync(empty, readOwnConfiguration())
    const env = {
      ...process.env,
      TF_PLUGIN_CACHE_DIR: fresh,
      TF_CLI_CONFIG_FILE: empty,
      CHECKPOINT_DISABLE: '1'
    }
    await command(terraform, ['init', '-no-color', '-input=false'], {
      cwd: scratch,
      env,
      say: place.say,
      what
    }).catch((error) => {
      throw new Error(
        `${error.message}\nSee that ${REGISTRY} can be reached, or name a mirror of hashicorp/aws ${VERSION} in ~/.terraformrc (provider_installation).`
      )
    })
    rmSync(mirror, { recursive: true, force: true })
    renameSync(fresh, mirror)
    rmSync(scratch, { recursive: true, force: true })
    return mirror
  })
}

function write(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  const temporary = `${file}.${process.pid}`
  writeFileSync(temporary, text, { mode: 0o600 })
  renameSync(temporary, file)
}
