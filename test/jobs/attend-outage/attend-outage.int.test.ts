import { afterAll, describe, expect, it } from '@jest/globals';
import {
  asCustomerService,
  asRulingOfficer,
  asTechnicalLead,
  type By,
} from '../../../src/application/commands/actors.js';
import type { Quejas } from '../../../src/composition/quejas.js';
import { attendOutage, type OutageOrder } from '../../../src/jobs/attend-outage/index.js';
import { opened, removeScratch, report, storeKinds, type StoreKind } from '../../composition/opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-1');
const staff = {
  customerService: cs,
  technicalLead: asTechnicalLead('rt-1'),
  rulingOfficer: asRulingOfficer('ro-1'),
};
const at = '2026-03-02T15:59:00.000Z';

const order: OutageOrder = {
  commandId: '0198c000-0000-7000-8000-0000000000ff',
  outage: 'out-9',
  cause: { causes: ['cut-fibre'], attribution: 'third-party' },
  restoration: { action: 'spliced', restoredAt: at },
  ruling: { outcome: 'upheld', basis: 'clause-10', reasons: 'Fibra cortada en el tramo 4.' },
  notice: { channel: 'phone' },
};

/** A store with complaints of one outage; their folios. */
const withOutage = async (kind: StoreKind, complaints: number) => {
  const { quejas } = await opened(kind);
  const folios: string[] = [];
  for (let number = 0; number < complaints; number += 1) {
    const filed = await quejas.file(report(`r-${String(number)}`, { contract: `c-${String(number)}` }), cs);
    if (!filed.ok) throw new Error(filed.code);
    folios.push(filed.folio);
    const link = { commandId: `l-${String(number)}`, outage: order.outage };
    await quejas.complaint(filed.folio).linkMassOutage(link, cs);
  }
  return { quejas, folios };
};

/** The types of the events of each complaint, in order. */
const storiesOf = async (quejas: Quejas, folios: readonly string[]) => {
  const stories: string[][] = [];
  for (const folio of folios) {
    const { events } = await quejas.events({ folio, limit: 100 });
    stories.push(events.map(({ type }) => type));
  }
  return stories;
};

const whole = [
  'Filed',
  'FolioAssigned',
  'MassOutageLinked',
  'TechnicianAssigned',
  'CauseVerified',
  'Repaired',
  'RepairReported',
  'RestorationConfirmed',
  'Ruled',
  'UserNotified',
];

const count = 30;

describe.each(storeKinds)('the complaints of an outage are attended by one command (%s)', (kind) => {
  it('cause, restoration, ruling and notice on every one of them, and nothing when it is given again', async () => {
    const { quejas, folios } = await withOutage(kind, count);
    const progress: number[] = [];
    const first = await attendOutage(quejas, order, staff, {
      onProgress: ({ cases }) => progress.push(cases),
    });
    const none = { outage: 'out-9', cases: count, attended: count, ended: 0, refused: [], differences: [] };
    expect(first).toEqual({ ...none, accepted: count * 7, duplicates: 0 });
    expect(progress).toEqual(folios.map((_folio, index) => index + 1));
    const stories = await storiesOf(quejas, folios);
    expect(stories).toEqual(folios.map(() => whole));
    expect(await attendOutage(quejas, order, staff)).toEqual({ ...none, accepted: 0, duplicates: count * 6 });
    expect(await storiesOf(quejas, folios)).toEqual(stories);
    await quejas.close();
  });

  it('the same order with its id in capital letters does nothing anew', async () => {
    const { quejas, folios } = await withOutage(kind, 2);
    await attendOutage(quejas, order, staff);
    const again = { ...order, commandId: order.commandId.toUpperCase() };
    expect(await attendOutage(quejas, again, staff)).toMatchObject({ accepted: 0, duplicates: 12 });
    expect(await storiesOf(quejas, folios)).toEqual(folios.map(() => whole));
    await quejas.close();
  });

  it('interrupted and given again it leaves the same as if it had not been', async () => {
    const { quejas, folios } = await withOutage(kind, count);
    let begun = 0;
    const interrupted = attendOutage(quejas, order, staff, {
      concurrency: 4,
      beforeEach: () => {
        begun += 1;
        if (begun > 12) throw new Error('interrupted');
      },
    });
    await expect(interrupted).rejects.toThrow('interrupted');
    const { accepted, duplicates, attended } = await attendOutage(quejas, order, staff);
    expect(attended).toBe(count);
    expect(accepted + duplicates).toBeGreaterThanOrEqual(count * 6);
    expect(await storiesOf(quejas, folios)).toEqual(folios.map(() => whole));
    await quejas.close();
  });

  it('each complaint decides by itself: what another lead has or has ended is left, and told', async () => {
    const { quejas, folios } = await withOutage(kind, 4);
    const [taken = '', ended = '', inquiry = ''] = folios;
    await quejas.complaint(taken).assignTechnician({ commandId: 'x-1', technician: 'rt-9' }, cs);
    await quejas
      .complaint(ended)
      .withdraw({ commandId: 'x-2', reason: 'other', saidBy: { party: 's-1', channel: 'phone' } }, cs);
    const kindOf = { kind: 'inquiry', subject: 'contract', explanation: 'Pregunta' } as const;
    await quejas.complaint(inquiry).reclassify({ commandId: 'x-3', ...kindOf }, cs);
    const result = await attendOutage(quejas, order, staff);
    expect(result).toMatchObject({ cases: 4, attended: 1, ended: 1 });
    expect(result.refused).toMatchObject([
      { folio: taken, step: 'verifyCause', code: 'not-in-charge' },
      { folio: inquiry, step: 'assignTechnician', code: 'not-on-this-track' },
    ]);
    expect(result.refused[1]?.message.es).toMatch(/\p{L}/u);
    const handed = await attendOutage(quejas, { ...order, reassign: true }, staff);
    expect(handed).toMatchObject({ attended: 2, refused: [{ folio: inquiry }] });
    await quejas.close();
  });

  it('a complaint that was dismissed before, or had another cause or repair, is a difference and not attended', async () => {
    const { quejas, folios } = await withOutage(kind, 4);
    const [dismissed = '', other = '', mended = ''] = folios;
    const { ruling, restoration, ...found } = order;
    const two = { customerService: cs, technicalLead: staff.technicalLead };
    const { notice: _notice, ...causeOnly } = found;
    await attendOutage(quejas, { ...causeOnly, commandId: 'first' }, two);
    const ruled = { basis: 'clause-10', reasons: 'No hubo falla.', outcome: 'dismissed' } as const;
    await quejas.complaint(dismissed).rule({ commandId: 'r', ...ruled }, staff.rulingOfficer);
    await quejas
      .complaint(other)
      .verifyCause(
        { commandId: 'v', causes: ['power-outage'], faultFound: true, attribution: 'provider' },
        staff.technicalLead,
      );
    await quejas.complaint(other).rule({ commandId: 'r', ...ruled, outcome: 'upheld' }, staff.rulingOfficer);
    const restoredAt = '2026-03-02T15:30:00.000Z';
    await quejas
      .complaint(mended)
      .repair({ commandId: 'm', action: 'spliced', restoredAt }, staff.technicalLead);

    const result = await attendOutage(quejas, { ...order, commandId: 'second' }, staff);
    expect(result).toMatchObject({ cases: 4, attended: 1, refused: [] });
    expect(result.differences).toEqual(
      [
        {
          folio: dismissed,
          step: 'rule',
          recorded: { outcome: 'dismissed' },
          ordered: { outcome: ruling?.outcome },
        },
        {
          folio: other,
          step: 'verifyCause',
          recorded: { causes: ['power-outage'], attribution: 'provider' },
          ordered: { causes: ['cut-fibre'], attribution: 'third-party' },
        },
        {
          folio: mended,
          step: 'repair',
          recorded: { restoredAt },
          ordered: { restoredAt: restoration?.restoredAt },
        },
      ].sort((a, b) => a.folio.localeCompare(b.folio)),
    );
    await quejas.close();
  });

  it('a cause that was corrected after the order is a difference where the order is given again', async () => {
    const { quejas, folios } = await withOutage(kind, 1);
    await attendOutage(quejas, order, staff);
    const found = { causes: ['power-outage'], faultFound: true, attribution: 'provider' } as const;
    const why = { reason: 'learned-later', explanation: 'Lo dice la bitácora.' } as const;
    await quejas
      .complaint(folios[0] ?? '')
      .correctCause({ commandId: 'k', ...found, ...why }, staff.technicalLead);
    expect(await attendOutage(quejas, order, staff)).toMatchObject({
      attended: 0,
      differences: [{ step: 'verifyCause', recorded: { causes: ['power-outage'] } }],
    });
    await quejas.close();
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1_025])(
    'a concurrency of %p is refused before anything is done',
    async (concurrency) => {
      const { quejas } = await withOutage(kind, 0);
      await expect(attendOutage(quejas, order, staff, { concurrency })).rejects.toMatchObject({
        code: 'option-invalid',
        details: { option: 'concurrency', value: String(concurrency) },
      });
      await quejas.close();
    },
  );

  it('a complaint that was reopened is attended anew by the same order', async () => {
    const { quejas, folios } = await withOutage(kind, 2);
    await attendOutage(quejas, order, staff);
    const [folio = ''] = folios;
    const saidBy = { party: 's-1', channel: 'phone' } as const;
    const reopened = { commandId: 're-1', reason: 'fault-persists', saidBy } as const;
    expect(await quejas.complaint(folio).reopen(reopened, cs)).toMatchObject({ ok: true });
    const again = await attendOutage(quejas, order, staff);
    expect(again).toMatchObject({ cases: 2, attended: 2, duplicates: 6, refused: [], differences: [] });
    const [story = []] = await storiesOf(quejas, [folio]);
    const anew = whole.slice(whole.indexOf('CauseVerified'));
    expect(story.slice(whole.length)).toEqual(['Reopened', ...anew]);
    expect(again.accepted).toBe(anew.length);
    await quejas.close();
  });

  it('a request that came in after the service was back is attended like the others', async () => {
    const { quejas, folios } = await withOutage(kind, 2);
    const restoration = { action: 'spliced', restoredAt: '2026-03-01T09:00:00.000Z' };
    const result = await attendOutage(quejas, { ...order, restoration }, staff);
    expect(result).toMatchObject({ attended: 2, refused: [] });
    expect(await storiesOf(quejas, folios)).toEqual(folios.map(() => whole));
    await quejas.close();
  });

  it('an order that asks for nothing, for a ruling by no one or with faulty input is refused before anything is done', async () => {
    const { quejas, folios } = await withOutage(kind, 1);
    const before = await storiesOf(quejas, folios);
    const { commandId, outage } = order;
    const { rulingOfficer: _officer, ...two } = staff;
    await expect(attendOutage(quejas, { commandId, outage }, staff)).rejects.toMatchObject({
      code: 'option-invalid',
      details: { option: 'order' },
    });
    await expect(attendOutage(quejas, order, two)).rejects.toMatchObject({
      code: 'option-invalid',
      details: { option: 'rulingOfficer' },
    });
    const basis = ' ';
    const faulty = { ...order, ruling: { outcome: 'upheld', basis, reasons: 'Fibra cortada' } } as const;
    await expect(attendOutage(quejas, faulty, staff)).rejects.toMatchObject({
      code: 'option-invalid',
      details: { option: 'rule.basis' },
    });
    expect(await storiesOf(quejas, folios)).toEqual(before);
    await quejas.close();
  });

  it('a misspelt part of an order or of its staff is refused, not passed over', async () => {
    const { quejas, folios } = await withOutage(kind, 1);
    const before = await storiesOf(quejas, folios);
    const misspelt = { ...order, reasign: true };
    await expect(attendOutage(quejas, misspelt, staff)).rejects.toMatchObject({
      code: 'option-invalid',
      details: { option: 'reasign', near: 'reassign' },
    });
    const named = { ...staff, rulingofficer: staff.rulingOfficer };
    await expect(attendOutage(quejas, order, named)).rejects.toMatchObject({
      code: 'option-invalid',
      details: { option: 'rulingofficer', near: 'rulingOfficer' },
    });
    expect(await storiesOf(quejas, folios)).toEqual(before);
    await quejas.close();
  });

  it('what the order leaves out is not done', async () => {
    const { quejas, folios } = await withOutage(kind, 2);
    const { ruling: _ruling, notice: _notice, ...repaired } = order;
    const lead: By = staff.technicalLead;
    const two = { customerService: cs, technicalLead: lead };
    expect(await attendOutage(quejas, repaired, two)).toMatchObject({ attended: 2, accepted: 10 });
    expect(await storiesOf(quejas, folios)).toEqual(folios.map(() => whole.slice(0, 8)));
    await quejas.close();
  });
});
