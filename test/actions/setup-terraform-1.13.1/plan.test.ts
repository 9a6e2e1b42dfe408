import { expect, test } from '@jest/globals'
import type { Pin } from '../../../actions/setup-terraform-1.13.1/src/pins.ts'
import { type Installed, type Observed, planSetup } from '../../../actions/setup-terraform-1.13.1/src/plan.ts'
import { RELEASE } from '../../../actions/setup-terraform-1.13.1/src/release.ts'

const download = {
  workingDirectory: '.',
  source: { kind: 'release', mirror: 'https://releases.hashicorp.com', timeoutMs: 1000 }
} as const
const binary = { workingDirectory: '.', source: { kind: 'binary', binary: 'terraform' } } as const
const linux = { platform: 'linux', arch: 'x64' }

const observed = (more: Partial<Observed> = {}): Observed => ({ machine: linux, pins: [], ...more })
const installed = (version: string): Installed => ({
  path: '/bin/terraform',
  version,
  sha256: 'ab'
})
const versionFile = (text: string): Pin => ({ kind: 'version-file', file: '.terraform-version', text })
const required = (text: string): Pin => ({ kind: 'required-version', file: 'stack/terraform.tf', text })

test.each([
  { platform: 'linux', arch: 'x64', name: 'linux_amd64', digest: '4449e2dd' },
  { platform: 'linux', arch: 'arm64', name: 'linux_arm64', digest: '2bb0787c' },
  { platform: 'darwin', arch: 'x64', name: 'darwin_amd64', digest: 'ababbfdb' },
  { platform: 'darwin', arch: 'arm64', name: 'darwin_arm64', digest: '2e067a85' }
])('$platform on $arch gets $name with its own digest', ({ platform, arch, name, digest }) => {
  const plan = planSetup(download, observed({ machine: { platform, arch } }), RELEASE)
  expect(plan).toMatchObject({
    kind: 'install',
    version: '1.13.1',
    url: `https://releases.hashicorp.com/terraform/1.13.1/terraform_1.13.1_${name}.zip`
  })
  expect(plan.kind === 'install' && plan.digest).toMatch(new RegExp(`^${digest}[0-9a-f]{56}$`))
})

test.each([
  ['win32', 'x64', 'win32_amd64'],
  ['linux', 'arm', 'linux_arm'],
  ['linux', 's390x', 'linux_s390x'],
  ['freebsd', 'x64', 'freebsd_amd64']
])('%s on %s is refused by name', (platform, arch, name) => {
  expect(() => planSetup(download, observed({ machine: { platform, arch } }), RELEASE)).toThrow(
    `Terraform 1.13.1 is not set up on ${name}`
  )
})

test.each([
  versionFile('1.13.1'),
  versionFile('v1.13.1'),
  required('>= 1.11.4, < 2.0'),
  required('~> 1.13.0')
])('a repository that agrees is no obstacle: %p', (pin) => {
  expect(planSetup(download, observed({ pins: [pin] }), RELEASE)).toMatchObject({ kind: 'install' })
})

test.each([
  [versionFile('1.12.2'), /\.terraform-version says '1\.12\.2'.*sets up Terraform 1\.13\.1/],
  [versionFile('latest'), /says 'latest'/],
  [versionFile(''), /says ''/],
  [required('~> 1.12.0'), /stack\/terraform\.tf requires Terraform '~> 1\.12\.0'.*1\.13\.1/],
  [required('>= 1.14'), /requires Terraform '>= 1\.14'/],
  [required('banana'), /stack\/terraform\.tf: 'banana' is no version constraint/]
])('a repository that contradicts is refused with both versions: %p', (pin, message) => {
  expect(() => planSetup(download, observed({ pins: [required('>= 1.0'), pin] }), RELEASE)).toThrow(message)
})

test('an installed Terraform of 1.11.4 or newer is used', () => {
  expect(planSetup(binary, observed({ installed: installed('1.11.4') }), RELEASE)).toMatchObject({
    kind: 'use'
  })
  expect(planSetup(binary, observed({ installed: installed('1.15.0-rc1') }), RELEASE)).toMatchObject({
    kind: 'use'
  })
})

test.each(['1.11.3', '1.9.8', '0.15.5'])('an installed Terraform %s is too old', (version) => {
  expect(() => planSetup(binary, observed({ installed: installed(version) }), RELEASE)).toThrow(
    `is Terraform ${version}, which is older than 1.11.4`
  )
})

test('an installed Terraform must agree with the repository by its own version', () => {
  const pins = [required('>= 1.12')]
  expect(() => planSetup(binary, observed({ installed: installed('1.11.4'), pins }), RELEASE)).toThrow(
    /requires Terraform '>= 1\.12'.*1\.11\.4/
  )
  expect(planSetup(binary, observed({ installed: installed('1.12.0'), pins }), RELEASE)).toMatchObject({
    kind: 'use'
  })
})
