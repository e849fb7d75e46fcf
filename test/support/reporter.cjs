'use strict';
// Ends a run with the one line that hosts and scripts read: `N passed, N failed, N skipped`.
const { writeFileSync } = require('node:fs');

/** Where only a part of each file is asked for (QUEJAS_TEST_COUNT=chosen), the rest of it is not skipped. */
const skippedOf = (results, chosen) => {
  const all = results.numPendingTests + results.numTodoTests;
  if (chosen === undefined) return all;
  return results.testResults
    .flatMap(({ testResults }) => testResults)
    .filter(({ status, fullName }) => /^(pending|todo)$/.test(status) && chosen.test(fullName)).length;
};

/** A suite that could not run at all has no tests to count, so it stands for one failed test. */
const countsOf = (results, chosen) => ({
  passed: results.numPassedTests,
  failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
  skipped: skippedOf(results, chosen),
});

module.exports = class CountingReporter {
  constructor({ testNamePattern }) {
    const countsChosen = process.env.QUEJAS_TEST_COUNT === 'chosen' && testNamePattern;
    this.chosen = countsChosen ? new RegExp(testNamePattern, 'i') : undefined;
  }

  onRunComplete(_contexts, results) {
    const { passed, failed, skipped } = countsOf(results, this.chosen);
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
