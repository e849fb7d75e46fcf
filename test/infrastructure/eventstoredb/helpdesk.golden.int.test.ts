import { it } from '@jest/globals';
import { openQuejas } from '../../../src/open-quejas.js';
import { importsWithItsGoldenCounts } from '../../application/import/helpdesk-golden.js';
import { describeOnRealServer, ownPrefix, realServer } from '../../support/eventstoredb/servers.js';
import { describeWithShared } from '../../support/shared.js';

describeWithShared('data/helpdesk.xes.gz')('the log of the help desk, imported whole', () => {
  describeOnRealServer('into the server at QUEJAS_EVENTSTOREDB_URL', () => {
    it('gives its golden counts out of the store, and nothing new the second time', async () => {
      await importsWithItsGoldenCounts((provider) =>
        openQuejas({
          store: realServer ?? '',
          rows: 'memory:',
          keys: 'memory:',
          provider,
          namespace: ownPrefix(),
        }),
      );
    }, 1_200_000);
  });
});
