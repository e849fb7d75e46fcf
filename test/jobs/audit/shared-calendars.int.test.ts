import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  asCustomerService,
  conectared,
  emenet,
  openQuejas,
  type ProviderProfile,
} from '../../../src/index.js';
import { bundleSource, openAudit, replay, verifyBundle } from '../../../src/jobs/audit/index.js';
import { memoryEventStore } from '../../../src/infrastructure/memory/memory-event-store.js';
import { removeScratch, report, scratchFolder } from '../../composition/opened.js';

afterAll(removeScratch);

const clock = () => '2026-03-02T16:00:00.000Z';
const at = '2026-03-02T17:00:00.000Z';

describe('the logs of two providers of a store that go by the same calendar', () => {
  it('are signed, exported and replayed each by itself, also once one of them raised it', async () => {
    const store = memoryEventStore();
    const sharing = (version: number): ProviderProfile => ({
      ...emenet,
      businessCalendar: {
        ...conectared.businessCalendar,
        ...{
          version,
          holidays: [...conectared.businessCalendar.holidays, ...['2026-03-03'].slice(2 - version)],
        },
      },
      policy: { ...emenet.policy, version },
    });
    const file = async (provider: ProviderProfile, commandId: string): Promise<void> => {
      const quejas = await openQuejas({ store, keys: 'memory:', newVault: true, provider, clock });
      const filed = await quejas.file(report(commandId), asCustomerService('cs-1'));
      if (!filed.ok) throw new Error(filed.code);
      await quejas.close();
    };
    await file(conectared, 'c-1');
    await file(sharing(1), 'e-1');
    await file(sharing(2), 'e-2');
    for (const provider of [conectared, sharing(2)]) {
      const audit = await openAudit({ store, keys: 'memory:', provider });
      const bundle = join(scratchFolder(), 'bundle');
      expect(await audit.export(bundle)).toMatchObject({ ok: true });
      await audit.close();
      expect(await verifyBundle(bundle, { trust: { kind: 'self' } })).toMatchObject({ ok: true });
      for (const asked of ['queue', 'sla'] as const) {
        const question = { of: asked, at };
        const found = await bundleSource(bundle, asked, { trust: { kind: 'self' } });
        if (found.kind !== 'source') throw new Error(found.kind);
        expect(await replay(found.source, question)).toBe(await replay({ store, provider }, question));
      }
    }
  });
});
