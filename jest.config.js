import { availableParallelism } from 'node:os';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.{unit,contract,int,e2e}.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/test/packed/consumers/', '<rootDir>/.stryker-tmp/'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  moduleFileExtensions: ['ts', 'js', 'json', 'node'],
  // The tests run as CommonJS: Jest cannot load ES modules without an experimental flag. The packed tests cover ESM.
  transform: {
    // Published as ES modules alone.
    '/node_modules/hyparquet(-writer)?/.+\\.js$': [
      '@swc/jest',
      { swcrc: false, module: { type: 'commonjs' }, jsc: { target: 'es2023' } },
    ],
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
        },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!hyparquet(-writer)?/)'],
  // Much of the suite waits for servers and child processes: where Jest would take one worker, two are faster.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/test/support/reporter.cjs'],
};
