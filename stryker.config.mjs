/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/domain/**/*.ts'],
  testRunner: 'one-process',
  plugins: ['./test/support/mutation/runner.mjs'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Generous, as a machine that is busy must not look like a mutant that never ends: most of those are told by counting.
  timeoutMS: 60_000,
  timeoutFactor: 3,
  reporters: ['clear-text', 'progress', 'html', 'json'],
  clearTextReporter: { logTests: false, allowColor: false },
  thresholds: { high: 90, low: 85, break: 85 },
  tempDirName: '.stryker-tmp',
  ignorePatterns: ['dist', 'dist-*', 'reports', 'docs/adr', 'docs/gallery', 'etc', 'bench'],
};
