'use strict';
// Ends a run with the one line that hosts and scripts read: `N passed, N failed, N skipped`.
const { writeFileSync } = require('node:fs');

/** A suite that could not run at all has no tests to count, so it stands for one failed test. */
const countsOf = (results) => ({
  passed: results.numPassedTests,
  failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
  skipped: results.numPendingTests + results.numTodoTests,
});

module.exports = class CountingReporter {
  onRunComplete(_contexts, results) {
    const { passed, failed, skipped } = countsOf(results);
    this.nothingRan = passed + failed === 0;
    const line = `${passed} passed, ${failed} failed, ${skipped} skipped`;
    const file = process.env.QUEJAS_TEST_SUMMARY;
    if (file) writeFileSync(file, line);
    else process.stdout.write(`${line}\n`);
  }

  getLastError() {
    return this.nothingRan ? new Error('No test ran.') : undefined;
  }
};
