import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService, asTechnicalLead } from '../../src/index.js';
import { hours, opened, removeScratch, report, storeKinds } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-7');
const id = (number: number): string => `0198c000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`;

describe.each(storeKinds)('the deadlines of all requests, on a %s store', (kind) => {
  it('are counted as they stand, as they stood, and as they were known', async () => {
    const { quejas, time } = await opened(kind);
    const folios: string[] = [];
    for (const number of [1, 2]) {
      const filed = await quejas.file(report(id(number)), cs);
      if (!filed.ok) throw new Error(filed.code);
      folios.push(filed.folio);
    }
    const [first = ''] = folios;
    time.forward(hours(1));
    const early = time.clock();
    await quejas.complaint(first).assignTechnician({ commandId: id(3), technician: 'rt-3' }, cs);
    time.forward(hours(6));
    const verified = await quejas.complaint(first).verifyCause(
      {
        commandId: id(4),
        causes: ['cut-fibre'],
        faultFound: true,
        attribution: 'provider',
        occurredAt: '2026-03-02T20:55:00.000Z',
      },
      asTechnicalLead('rt-3'),
    );
    expect(verified).toMatchObject({ ok: true });
    const now = await quejas.sla();
    expect(now).toMatchObject({ asOf: time.clock(), open: 2, closed: 0 });
    expect(now.byStatus).toEqual({
      ...{ acknowledged: 1, inProgress: 1, pending: 0, held: 0 },
      ...{ resolved: 0, closed: 0, cancelled: 0, rejected: 0 },
    });
    const clock = (view: typeof now, name: string) => view.clocks.find((each) => each.clock === name);
    expect(clock(now, 'C-04')).toEqual({
      name: { es: 'Asignar responsable técnico', en: 'Technical lead assigned' },
      owedBy: 'provider',
      ...{ clock: 'C-04', started: 2, met: 1, breached: 1, running: 0, paused: 0, openBreached: 1 },
      ...{ percentMet: 100, percentMetCountingOpenBreached: 50 },
    });
    expect(now.durations.filter(({ clock: name }) => name === 'C-06')).toEqual(
      ['open', 'elapsed'].map((basis) => ({
        ...{ clock: 'C-06', basis, n: 1 },
        ...{ p50Ms: hours(5), p80Ms: hours(5), p95Ms: hours(5) },
      })),
    );
    const known = await quejas.sla({ knownAt: early });
    expect(known).toMatchObject({ asOf: early, open: 2 });
    expect(clock(known, 'C-06')).toMatchObject({ started: 2, met: 0, running: 2, percentMet: null });
    const before = await quejas.sla({ at: '2026-03-01T00:00:00Z' });
    expect(before).toMatchObject({ open: 0, closed: 0, clocks: [], durations: [] });
    await expect(quejas.sla({ at: 'ayer' })).rejects.toMatchObject({ code: 'query-invalid' });
    await quejas.close();
  });
});
