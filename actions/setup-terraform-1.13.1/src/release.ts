/** The platforms whose releases this action knows; named as HashiCorp names them. */
export const PLATFORMS = ['linux_amd64', 'linux_arm64', 'darwin_amd64', 'darwin_arm64'] as const
export type Platform = (typeof PLATFORMS)[number]

/** One release of Terraform: its version and the SHA-256 of the zip of each platform, 64 hex digits. */
export type Release = Readonly<{ version: string; digests: Readonly<Record<Platform, string>> }>

/** What this action installs. `npm run terraform:digests` re-derives the digests from HashiCorp's signed list. */
export const RELEASE: Release = {
  version: '1.13.1',
  digests: {
    linux_amd64: '4449e2ddc0dee283f0909dd603eaf98edeebaa950f4635cea94f2caf0ffacc5a',
    linux_arm64: '2bb0787c2da1ad94d6a495a848aad4e9b572adb02bfc7361afeee80f07fd90ac',
    darwin_amd64: 'ababbfdb3bab9ac7ca10cb1e71dd5f7fb1ac10b5faf6d842e84524932d9c5ca4',
    darwin_arm64: '2e067a85882eed25fd966abfb763ae32075940e7b505eb3cd7e592360615d67d'
  }
}

/** Name of a release's zip, the same on the release server and on its mirrors. */
export function zipName(version: string, platform: Platform): string {
  return `terraform_${version}_${platform}.zip`
}
