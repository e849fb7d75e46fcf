import base from './jest.config.js';

/** The tests that say what the domain does, without those that look at sources or start processes. */
export default {
  ...base,
  testMatch: ['**/test/domain/**/*.unit.test.ts'],
  setupFiles: ['<rootDir>/test/support/mutation.setup.cjs'],
  reporters: ['default'],
};
