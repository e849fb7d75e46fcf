import { afterAll } from '@jest/globals';
import { sqliteProjectedRows } from '../../../src/infrastructure/sqlite/index.js';
import { projectedRowsLaws } from '../../support/projected-rows-laws.js';
import { temporaryFolder } from './temporary.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

let count = 0;
projectedRowsLaws((projections) => {
  count += 1;
  return sqliteProjectedRows({ path: folder.path(`rows-${String(count)}.db`), projections });
});
