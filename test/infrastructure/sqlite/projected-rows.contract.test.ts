import { afterAll, describe, it } from '@jest/globals';
import { sqliteProjectedRows } from '../../../src/infrastructure/sqlite/index.js';
import { projectedRowsContract } from '../../../src/testing/index.js';
import { temporaryFolder } from './temporary.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

let count = 0;
projectedRowsContract({
  describe,
  it,
  make: (projections) => {
    count += 1;
    return sqliteProjectedRows({ path: folder.path(`rows-${String(count)}.db`), projections });
  },
});
