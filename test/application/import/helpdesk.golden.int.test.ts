import { expect, it } from '@jest/globals';
import { importLog, mappingFor, shippedMappings, surveyLog } from '../../../src/application/import/index.js';
import { xesFile } from '../../../src/infrastructure/xes/index.js';
import { openQuejas } from '../../../src/open-quejas.js';
import { describeWithShared, sharedFile } from '../../support/shared.js';
import { importsWithItsGoldenCounts } from './helpdesk-golden.js';

describeWithShared('data/helpdesk.xes.gz')('the log of the help desk, imported whole', () => {
  it('gives its golden counts out of the store, and nothing new the second time', async () => {
    await importsWithItsGoldenCounts((provider) =>
      openQuejas({ store: 'memory:', keys: 'memory:', provider }),
    );
  }, 600_000);
});

describeWithShared('data/repair-example.xes.gz')('the log of the telephone repairs', () => {
  it('chooses its own mapping, and every one of its first cases becomes a complaint', async () => {
    const log = xesFile(sharedFile('data/repair-example.xes.gz'));
    const mapping = mappingFor(await surveyLog(log), shippedMappings);
    expect(mapping.id).toBe('repair-example');
    const quejas = await openQuejas({ store: 'memory:', keys: 'memory:', provider: mapping.provider });
    const result = await importLog({ quejas, cases: log.cases(), mapping, limit: 150 });
    expect(result).toMatchObject({ cases: 150, duplicates: 0, unmapped: [], refused: [], noNewFact: 0 });
    const { filed, closed, open } = await quejas.totals();
    expect({ filed, closed, open }).toEqual({
      filed: 150,
      closed: 150 - result.casesNotClosed,
      open: result.casesNotClosed,
    });
    await quejas.close();
  }, 120_000);
});
