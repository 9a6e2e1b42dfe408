const typescript = [
  '@swc/jest',
  { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }
]
const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': typescript },
  clearMocks: true
}

/** `unit` is literals in and out, in seconds; `system` starts processes: bundles, the lab, Terraform, scanners. */
export default {
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/test/{actions,lib,lab}/**/*.test.ts'] },
    { ...common, displayName: 'system', testMatch: ['<rootDir>/test/{house,terraform,workflows,e2e,chaos,bundles,emulator}/**/*.test.ts'] }
  ]
}
