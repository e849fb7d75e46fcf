import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService } from '../../src/index.js';
import { opened, removeScratch, report, storeKinds } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-7');

describe.each(storeKinds)('when things happened, on a %s store', (kind) => {
  it('a form received four days ago got its folio today, and the constancia says so (osTicket#5786)', async () => {
    const { quejas } = await opened(kind);
    const filed = await quejas.file(report('form-1', { receivedAt: '2026-02-26T10:00:00-06:00' }), cs);
    if (!filed.ok) throw new Error(filed.code);
    const { folio } = filed;
    const { events } = await quejas.events({ folio, limit: 10 });
    expect(events.map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
      ['Filed', '2026-02-26T16:00:00.000Z'],
      ['FolioAssigned', '2026-03-02T16:00:00.000Z'],
    ]);
    expect(events.map(({ metadata }) => metadata.backdated)).toEqual([true, undefined]);
    const constancia = await quejas.notice(folio, 'certificate', cs);
    expect(constancia?.body).toContain('2 de marzo de 2026');
    expect(constancia?.body).toContain('26 de febrero de 2026');
    expect(await quejas.show(folio, cs, { at: '2026-02-28T00:00:00Z' })).toMatchObject({
      folio,
      revision: 0,
    });
    expect(await quejas.show(folio, cs, { at: '2026-02-25T00:00:00Z' })).toBeUndefined();
    await quejas.close();
  });

  it('up to 5 seconds ahead of the clock is now; more is refused', async () => {
    const { quejas } = await opened(kind);
    const ahead = (ms: number) => new Date(Date.parse('2026-03-02T16:00:00.000Z') + ms);
    const filed = await quejas.file(report('web-1', { receivedAt: ahead(500) }), cs);
    if (!filed.ok) throw new Error(filed.code);
    expect(filed.occurredAt).toBe('2026-03-02T16:00:00.000Z');
    expect(await quejas.file(report('web-1', { receivedAt: ahead(-500) }), cs)).toEqual({
      ...filed,
      duplicate: true,
    });
    const complaint = quejas.complaint(filed.folio);
    const contact = { channel: 'phone', direction: 'to-user' } as const;
    expect(
      await complaint.recordContact({ ...contact, commandId: 'call-1', contactedAt: ahead(5_000) }, cs),
    ).toMatchObject({ ok: true, occurredAt: '2026-03-02T16:00:00.000Z' });
    expect(
      await complaint.recordContact({ ...contact, commandId: 'call-2', contactedAt: ahead(5_001) }, cs),
    ).toMatchObject({ ok: false, code: 'occurred-in-future' });
    expect(
      await complaint.addNote({ commandId: 'n-1', note: 'x', occurredAt: ahead(4_000) }, cs),
    ).toMatchObject({
      ok: true,
      occurredAt: '2026-03-02T16:00:00.000Z',
    });
    await quejas.close();
  });

  it.each([
    '0000-06-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '1999-12-31T23:59:59Z',
    '2201-01-01T00:00:00Z',
    '2026-03-01T24:00:00Z',
    '2026-03-01T10:00:00+99:00',
    '2026-03-01T10:00:00-24:00',
  ])('a filing received at %s is refused, and nothing is stored (osTicket#3044)', async (receivedAt) => {
    const { quejas } = await opened(kind);
    expect(await quejas.file(report('no-uuid', { receivedAt }), cs)).toMatchObject({
      ok: false,
      code: 'input-invalid',
      details: { faults: [{ path: 'receivedAt', code: 'not-an-instant' }] },
    });
    expect((await quejas.events({ limit: 10 })).events).toEqual([]);
    await quejas.close();
  });
});
