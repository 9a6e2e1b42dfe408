import { UserError } from '../../../lib/errors.ts'
import { compareVersions } from './constraint.ts'
import type { Inputs } from './inputs.ts'
import { checkPins, type Pin } from './pins.ts'
import { type Platform, PLATFORMS, type Release, zipName } from './release.ts'

/** An installed Terraform: the file, and the version it says it has. */
export type Installed = Readonly<{ path: string; version: string; sha256: string }>

/** What there is before anything is done. `installed` is there when the input `binary` is set. */
export type Observed = Readonly<{
  machine: Readonly<{ platform: string; arch: string }>
  pins: readonly Pin[]
  installed?: Installed
}>

/** What will be done. */
export type Plan =
  | Readonly<{
      kind: 'install'
      version: string
      platform: Platform
      url: string
      zip: string
      digest: string
      timeoutMs: number
    }>
  | Readonly<{ kind: 'use'; installed: Installed }>

/** The oldest installed Terraform that the suite works with. */
export const OLDEST = '1.11.4'

/** Decides what to install from what is asked and what there is, or refuses it. */
export function planSetup(inputs: Inputs, observed: Observed, release: Release): Plan {
  const { source } = inputs
  switch (source.kind) {
    case 'binary':
      return planUse(observed)
    case 'release': {
      const platform = choosePlatform(observed.machine, release)
      checkPins(observed.pins, release.version)
      const zip = zipName(release.version, platform)
      return {
        kind: 'install',
        version: release.version,
        platform,
        url: `${source.mirror}/terraform/${release.version}/${zip}`,
        zip,
        digest: release.digests[platform],
        timeoutMs: source.timeoutMs
      }
    }
  }
}

function planUse({ installed, pins }: Observed): Plan {
  if (installed === undefined) throw new Error('The installed Terraform was not looked at.')
  if (compareVersions(installed.version, OLDEST) < 0) {
    throw new UserError(
      `${installed.path} is Terraform ${installed.version}, which is older than ${OLDEST}. Name a newer one in 'binary', or leave 'binary' out.`
    )
  }
  checkPins(pins, installed.version)
  return { kind: 'use', installed }
}

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' }

function choosePlatform({ platform, arch }: Observed['machine'], release: Release): Platform {
  const name = `${platform}_${ARCHITECTURES[arch] ?? arch}`
  const found = PLATFORMS.find((one) => one === name)
  if (found !== undefined) return found
  throw new UserError(
    `Terraform ${release.version} is not set up on ${name}: its digest is known for ${PLATFORMS.join(', ')}. Run the job on one of those, or name an installed Terraform in 'binary'.`
  )
}
