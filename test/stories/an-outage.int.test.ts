import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { attendOutage, type OutageOrder } from '../../src/jobs/attend-outage/index.js';
import { removeScratch, scratchFolder } from '../composition/opened.js';
import { cast, local, story, type Case, type Story } from '../support/story.js';

afterAll(removeScratch);

const { lucia, marcos, nora } = cast;
const staff = { customerService: lucia, technicalLead: marcos, rulingOfficer: nora };

const order: OutageOrder = {
  commandId: '0198c000-0000-7000-8000-0000000000ff',
  outage: 'out-9',
  cause: { causes: ['cut-fibre'], attribution: 'third-party' },
  restoration: { action: 'spliced', restoredAt: local('2026-11-20 13:00') },
  ruling: { outcome: 'upheld', basis: 'clause-10', reasons: 'Fibra cortada en el tramo 4.' },
  notice: { channel: 'phone' },
};

/** Two hundred people call about one cut cable. */
const twoHundred = async ({ at, files }: Story): Promise<readonly Case[]> => {
  const cases: Case[] = [];
  for (let number = 0; number < 200; number += 1) {
    const ref = `s-${String(number)}`;
    const each = await files(lucia, { subscriber: { ref, name: 'Vecina' }, contract: `c-${String(number)}` });
    await each.by(lucia, 'linkMassOutage', { outage: 'out-9' });
    cases.push(each);
  }
  at('2026-11-20 14:00');
  return cases;
};

const told = async ({ quejas }: Story, cases: readonly Case[]): Promise<readonly string[]> => {
  const told: string[] = [];
  for (const { folio } of cases) {
    const { events } = await quejas.events({ folio, limit: 100 });
    told.push(events.map(({ type }) => type).join(' '));
  }
  return told;
};

describe('An outage of two hundred complaints', () => {
  it('is attended by one command; killed midway and given again it ends as if it had not been', async () => {
    const sqlite = () => {
      const folder = scratchFolder();
      return {
        store: `sqlite:${join(folder, 'q.db')}`,
        keys: `file:${join(folder, 'keys', 'k.db')}`,
      } as const;
    };
    const [whole, killed] = [
      await story('2026-11-20 10:00', sqlite()),
      await story('2026-11-20 10:00', sqlite()),
    ];
    const all = await twoHundred(whole);
    const progress: number[] = [];
    const result = await attendOutage(whole.quejas, order, staff, {
      onProgress: ({ cases }) => progress.push(cases),
    });
    expect(result).toMatchObject({ cases: 200, attended: 200, refused: [] });
    expect(progress).toEqual(all.map((_case, index) => index + 1));

    const others = await twoHundred(killed);
    let begun = 0;
    const interrupted = attendOutage(killed.quejas, order, staff, {
      beforeEach: () => {
        begun += 1;
        if (begun > 90) throw new Error('killed');
      },
    });
    await expect(interrupted).rejects.toThrow('killed');
    expect(await attendOutage(killed.quejas, order, staff)).toMatchObject({ cases: 200, attended: 200 });
    expect(await told(killed, others)).toEqual(await told(whole, all));

    // Each still has its own life: its folio is to be told, and each of them is found by the outage.
    expect(await all[7]?.workOf()).toMatchObject({ 'customer-service': ['tell-folio'] });
    expect(await whole.quejas.find({ outage: 'out-9' }, lucia, { limit: 1 })).toMatchObject({ total: 200 });
    await whole.end();
    await killed.end();
  }, 120_000);
});
