import { describe, it } from '@jest/globals';
import { memoryProjectedRows } from '../../../src/infrastructure/memory/index.js';
import { projectedRowsContract } from '../../../src/testing/index.js';

projectedRowsContract({ describe, it, make: (projections) => memoryProjectedRows({ projections }) });
