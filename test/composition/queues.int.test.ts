import { afterAll, describe, expect, it } from '@jest/globals';
import {
  asAuthority,
  asBilling,
  asCompetentArea,
  asCustomerService,
  asLegal,
  asTechnicalLead,
  asUser,
} from '../../src/application/commands/actors.js';
import type { CommandResult } from '../../src/application/commands/command-result.js';
import { opened, removeScratch, report, storeKinds } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-1');
const staff = asCustomerService('cs-2');

const folioOf = (result: CommandResult): string => {
  if (!result.ok) throw new Error(result.code);
  return result.folio;
};

describe.each(storeKinds)('Every open case is in a queue (%s)', (kind) => {
  it('an ordinary fault after hand-off and confirmation stands in the queue of the ruling officers', async () => {
    const { quejas } = await opened(kind);
    const folio = folioOf(await quejas.file(report('r-1'), cs));
    const fault = quejas.complaint(folio);
    const lead = asTechnicalLead('rt-3');
    await fault.communicateFolio(
      { commandId: 'q-1', channel: 'phone', communicatedAt: '2026-03-02T16:00:00Z' },
      cs,
    );
    await fault.assignTechnician({ commandId: 'q-2', technician: 'rt-3' }, cs);
    await fault.verifyCause(
      { commandId: 'q-3', causes: ['cut-fibre'], faultFound: true, attribution: 'provider' },
      lead,
    );
    await fault.repair({ commandId: 'q-4', action: 'spliced', restoredAt: '2026-03-02T16:00:00Z' }, lead);
    await fault.reportRepair({ commandId: 'q-5', outcome: 'repaired' }, lead);
    await fault.confirmRestoration(
      { commandId: 'q-6', by: 'measurement', confirmedAt: '2026-03-02T16:00:00Z' },
      cs,
    );
    expect(await quejas.queue('ruling-officer', staff)).toMatchObject({
      items: [{ folio, reason: 'rule', reasons: ['rule'], queue: 'ruling-officer' }],
      total: 1,
    });
    expect(await quejas.queue('technical-lead', staff)).toMatchObject({ total: 0 });
    expect(await quejas.queue('all', staff)).toMatchObject({ items: [{ folio }], total: 1 });
    await quejas.close();
  });

  it('a case with two duties shows both of them, and those of all sides in the list of all work', async () => {
    const { quejas } = await opened(kind);
    const folio = folioOf(await quejas.file(report('r-1'), cs));
    await quejas.complaint(folio).assignTechnician({ commandId: 'q-7', technician: 'rt-3' }, cs);
    await quejas.complaint(folio).requestVisit({ commandId: 'q-8', purpose: 'inspection' }, cs);
    const desk = await quejas.queue('customer-service', staff);
    expect(desk.items).toMatchObject([{ folio, reasons: ['tell-folio', 'schedule-visit'] }]);
    const mine = await quejas.queue('technical-lead', staff, { holder: 'rt-3' });
    expect(mine.items).toMatchObject([{ reasons: ['verify-cause'], holder: 'rt-3' }]);
    expect((await quejas.queue('all', staff)).items).toMatchObject([
      { folio, reasons: ['tell-folio', 'schedule-visit', 'verify-cause'] },
    ]);
    await quejas.close();
  });

  it('levels 1 to 3 reach the supervisors of that level', async () => {
    const { quejas } = await opened(kind);
    const one = folioOf(await quejas.file(report('r-1'), cs));
    const two = folioOf(await quejas.file(report('r-2'), cs));
    await quejas
      .complaint(one)
      .escalate({ commandId: 'q-9', level: 1, trigger: 'time', target: 'sup-1' }, cs);
    await quejas
      .complaint(two)
      .escalate({ commandId: 'q-10', level: 3, trigger: 'repeat', target: 'dir-1' }, cs);
    expect(await quejas.queue('supervisor', staff)).toMatchObject({ total: 2 });
    const third = await quejas.queue('supervisor', staff, { level: 3 });
    expect(third).toMatchObject({ items: [{ folio: two, reason: 'attend-escalation' }], total: 1 });
    await quejas.close();
  });

  it('requirements and hearings of an authority stand in legal’s queue, the earliest first', async () => {
    const { quejas } = await opened(kind);
    const [late, early, none] = [
      folioOf(await quejas.file(report('r-1'), cs)),
      folioOf(await quejas.file(report('r-2'), cs)),
      folioOf(await quejas.file(report('r-3'), cs)),
    ];
    const proceeding = { commandId: 'q-p', authority: 'PROFECO', reference: 'PFC-1' };
    await quejas.complaint(none).openAuthorityProceeding(proceeding, asLegal('le-1'));
    await quejas
      .complaint(late)
      .openAuthorityProceeding({ ...proceeding, hearingAt: '2026-04-20T16:00:00Z' }, asLegal('le-1'));
    await quejas.complaint(early).openAuthorityProceeding(proceeding, asLegal('le-1'));
    await quejas
      .complaint(early)
      .receiveAuthorityRequirement(
        { commandId: 'q-11', reference: 'PFC-1', dueAt: '2026-03-10T16:00:00Z' },
        asAuthority('p-1', { office: 'PROFECO', verified: true }),
      );
    expect((await quejas.queue('legal', staff)).items).toMatchObject([
      { folio: early, reason: 'answer-requirement', dueAt: '2026-03-10T16:00:00.000Z' },
      { folio: late, reason: 'attend-hearing', dueAt: '2026-04-20T16:00:00.000Z' },
      { folio: none, reason: 'await-authority', dueAt: null },
    ]);
    const first = await quejas.queue('legal', staff, { limit: 2 });
    expect(first).toMatchObject({ total: 3, items: [{ folio: early }, { folio: late }] });
    const rest = await quejas.queue('legal', staff, { limit: 2, after: first.next ?? '' });
    expect(rest).toMatchObject({ total: 3, items: [{ folio: none }], next: null });
    await quejas.close();
  });

  it('an area has the queue of its name, and so has one of a role’s name beside that role', async () => {
    const { quejas } = await opened(kind);
    const folio = folioOf(
      await quejas.file({ ...report('r-1'), kind: 'clarification', subject: 'billing' }, cs),
    );
    await quejas
      .complaint(folio)
      .routeToArea({ commandId: 'q-12', area: 'billing', purpose: 'clarification' }, cs);
    const expected = { items: [{ folio, reason: 'verify-cause', queue: 'billing' }], total: 1 };
    expect(await quejas.queue({ area: 'billing' }, staff)).toMatchObject(expected);
    expect(await quejas.queue('billing', asBilling('bi-1'))).toMatchObject(expected);
    expect(await quejas.queue({ area: 'technical' }, asCompetentArea('ar-1'))).toMatchObject({ total: 0 });
    await expect(quejas.queue({ area: 'nowhere' }, staff)).rejects.toMatchObject({ code: 'query-invalid' });
    await quejas.close();
  });

  it('who has a case in an area is shown there, and asked for', async () => {
    const { quejas } = await opened(kind);
    const clarification = (commandId: string) =>
      quejas.file(report(commandId, { kind: 'clarification', subject: 'billing', contract: commandId }), cs);
    const [mine, free] = [folioOf(await clarification('r-1')), folioOf(await clarification('r-2'))];
    for (const folio of [mine, free])
      await quejas
        .complaint(folio)
        .routeToArea({ commandId: 'h-1', area: 'conciliation', purpose: 'conciliation' }, cs);
    const clerk = asCompetentArea('ar-1');
    await quejas.complaint(mine).takeCase({ commandId: 'h-2' }, clerk);
    const area = { area: 'conciliation' } as const;
    const { items } = await quejas.queue(area, clerk);
    expect(new Map(items.map(({ folio, holder }) => [folio, holder]))).toEqual(
      new Map([
        [mine, 'ar-1'],
        [free, null],
      ]),
    );
    const held = await quejas.queue(area, clerk, { holder: 'ar-1' });
    expect(held).toMatchObject({ items: [{ folio: mine }], total: 1 });
    await quejas.complaint(mine).giveBackCase({ commandId: 'h-3' }, clerk);
    expect(await quejas.queue(area, clerk, { holder: 'ar-1' })).toMatchObject({ total: 0 });
    expect(await quejas.queue(area, clerk)).toMatchObject({ total: 2 });
    await quejas.close();
  });

  it('is an empty page where nothing is to be done', async () => {
    const { quejas } = await opened(kind);
    const empty = { items: [], total: 0, next: null };
    expect(await quejas.queue('all', staff)).toEqual(empty);
    expect(await quejas.queue('customer-service', staff)).toEqual(empty);
    await quejas.close();
  });

  it('is shown to the house alone', async () => {
    const { quejas } = await opened(kind);
    await quejas.file(report('r-1'), cs);
    expect(await quejas.queue('all', asUser('s-1', { verified: true }))).toMatchObject({ total: 0 });
    await quejas.close();
  });
});
