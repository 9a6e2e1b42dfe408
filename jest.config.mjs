const typescript = [
  '@swc/jest',
  { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }
]
const common = {
  testEnvironment: 'node',
  // What is not ours is not crawled.
  roots: ['actions', 'cli', 'lab', 'lib', 'scripts', 'test'].map((name) => `<rootDir>/${name}`),
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': typescript,
    '/node_modules/@actions/.+\\.js$': '<rootDir>/scripts/jest/json-imports.ts'
  },
  transformIgnorePatterns: ['/node_modules/(?!@actions/(?:workflow-parser|languageservice)/)'],
  modulePathIgnorePatterns: ['<rootDir>/.cache/', '<rootDir>/build/'],
  clearMocks: true
}

/** `unit` is literals in and out, in seconds; `system` starts processes: bundles, the lab, Terraform, scanners. */
export default {
  watchman: false,
  // A bound against hanging, not a claim of speed: a busy machine is slow, not wrong.
  testTimeout: 60_000,
  maxWorkers: 7, // Terraform's waits dominate: with six for two cores these stood idle now and then, with eight each file took longer
  reporters: ['<rootDir>/scripts/jest/reporter.ts'],
  testSequencer: '<rootDir>/scripts/jest/sequencer.ts',
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/test/{actions,lib,scripts}/**/*.test.ts',
        '<rootDir>/test/{cli,lab}/*.test.ts',
        '<rootDir>/test/lab/{faults,report}/*.test.ts'
      ]
    },
    {
      ...common,
      displayName: 'system',
      testMatch: [
        '<rootDir>/test/{house,terraform,workflows,e2e,chaos,bundles,emulator}/**/*.test.ts',
        '<rootDir>/test/cli/{bundle,lab}/**/*.test.ts',
        '<rootDir>/test/lab/{github,runner}/**/*.test.ts'
      ]
    }
  ]
}
