import { memoryProjectedRows } from '../../../src/infrastructure/memory/index.js';
import { projectedRowsLaws } from '../../support/projected-rows-laws.js';

projectedRowsLaws((projections) => memoryProjectedRows({ projections }));
