import { describe, expect, it } from '@jest/globals';
import { asCustomerService } from '../../src/application/commands/actors.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { sqliteEventStore } from '../../src/infrastructure/sqlite/index.js';
import * as quejas from '../../src/index.js';
import * as projections from '../../src/projections/index.js';
import { report } from '../composition/opened.js';
import { codeIn, runModule } from '../support/guide-code.js';

const isBusiest = (value: unknown): value is (store: unknown, keys: unknown) => Promise<unknown> =>
  typeof value === 'function';
const isProjection = (value: unknown): value is projections.Projection =>
  typeof value === 'object' && value !== null && 'changes' in value;

const cs = asCustomerService('cs-1');

describe.each(['your-own-projection.md', 'your-own-projection.es.md'])('the guide %s', (guide) => {
  const [defining = '', trying = '', asking = ''] = codeIn(guide);
  const modules = { quejas, 'quejas/projections': projections };
  const own = runModule(defining, modules);
  const all = { ...modules, './by-municipality.js': own };

  it('shows a test that passes, and that fails where a number of it is changed', () => {
    runModule(trying, all);
    expect(() => runModule(trying.replace('filed: 2', 'filed: 3'), all)).toThrow(
      /by-municipality: the rows are not those expected\n- .*"filed":3.*\n\+ .*"filed":2/,
    );
  });

  it('keeps and asks the read model on a store with complaints', async () => {
    const { byMunicipality } = own;
    const { busiest } = runModule(asking, all);
    if (!isProjection(byMunicipality) || !isBusiest(busiest))
      throw new Error('the guide shows no projection');
    const store = sqliteEventStore({ path: ':memory:', inline: quejas.readModelProjector([byMunicipality]) });
    const keys = memoryKeyVault();
    const filing = await quejas.openQuejas({ store, keys, provider: quejas.conectared });
    for (const [at, municipality] of ['Xalapa', 'Xalapa', 'Veracruz'].entries()) {
      const receivedAt = new Date(Date.now() - 60_000).toISOString();
      const filed = await filing.file(report(`r-${String(at)}`, { municipality, receivedAt }), cs);
      expect(filed).toMatchObject({ ok: true });
    }
    await filing.close();
    expect(await busiest(store, keys)).toEqual({
      items: [
        { municipality: 'Xalapa', filed: 2, ended: 0 },
        { municipality: 'Veracruz', filed: 1, ended: 0 },
      ],
      xalapa: { municipality: 'Xalapa', filed: 2, ended: 0 },
      busy: 1,
      bySize: [
        { key: { filed: 1 }, count: 1, sums: { ended: 0 } },
        { key: { filed: 2 }, count: 1, sums: { ended: 0 } },
      ],
    });
    await store.close();
  });
});
