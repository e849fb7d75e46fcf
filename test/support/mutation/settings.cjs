'use strict';
// A mutant needs to be caught, not explained: no shrinking, and fewer runs, with a seed that is always the same.
const fc = require('fast-check');

fc.configureGlobal({ endOnFailure: true, numRuns: 50, seed: 20261124 });
