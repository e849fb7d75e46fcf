import { describe, expect, it } from '@jest/globals';
import { cast, story, type Case, type Story } from '../support/story.js';

const { ana, lucia, marcos, rosa } = cast;

/** A visit of Marcos to Ana on the 21st, between nine and eleven. */
const arranged = async ({ on, files }: Story): Promise<Case> => {
  const fault = await files(lucia);
  await fault.by(lucia, 'communicateFolio', { channel: 'phone' });
  await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
  await fault.by(lucia, 'scheduleVisit', {
    visitor: marcos.actor,
    window: { from: on('2026-11-21 09:00'), to: on('2026-11-21 11:00') },
    purpose: 'inspection',
    address: 'Calle 5 núm. 12',
  });
  return fault;
};

describe('A visit', () => {
  it('is arranged, announced and attended, each by whose work it is', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await arranged(telling);
    expect(await fault.workOf()).toEqual({
      'customer-service': ['notify-visit'],
      'technical-lead': ['verify-cause'],
    });
    await fault.by(lucia, 'notifyVisit', { visit: 1, channel: 'phone' });
    expect((await fault.workOf())['technical-lead']).toEqual(['attend-visit', 'verify-cause']);
    expect(await fault.letter('visit', ana)).toContain('21 de noviembre de 2026');
    telling.at('2026-11-21 11:00');
    await fault.by(marcos, 'completeVisit', { visit: 1, startedAt: telling.on('2026-11-21 09:30') });
    expect(await fault.workOf()).toEqual({ 'technical-lead': ['verify-cause'] });
    await telling.end();
  });

  it('whose time comes without a notice is to be accounted for, not announced, until it is moved or recorded', async () => {
    const telling = await story('2026-11-20 10:00');
    const { at, on } = telling;
    const fault = await arranged(telling);
    const ofTheDesk = async () => (await fault.workOf())['customer-service'];
    at('2026-11-21 09:00');
    expect(await ofTheDesk()).toEqual(['notify-visit']);
    at('2026-11-21 09:01');
    expect(await fault.refused(lucia, 'notifyVisit', { visit: 1, channel: 'phone' })).toBe(
      'visit-notified-too-late',
    );
    expect(await ofTheDesk()).toEqual(['account-for-visit']);
    const { items } = await telling.quejas.queue('all', lucia);
    expect(items[0]?.reasons).toEqual(['account-for-visit', 'verify-cause']);
    const tomorrow = { from: on('2026-11-22 09:00'), to: on('2026-11-22 11:00') };
    await fault.by(lucia, 'scheduleVisit', { visitor: rosa.actor, window: tomorrow, purpose: 'repair' });
    expect(await ofTheDesk()).toEqual(['notify-visit', 'account-for-visit']);
    await fault.by(lucia, 'rescheduleVisit', {
      visit: 1,
      by: 'provider',
      window: { from: on('2026-11-22 12:00'), to: on('2026-11-22 14:00') },
    });
    expect(await ofTheDesk()).toEqual(['notify-visit']);
    at('2026-11-22 15:00');
    expect(await ofTheDesk()).toEqual(['account-for-visit']);
    for (const visit of [1, 2])
      await fault.by(lucia, 'failVisit', { visit, reason: 'provider-missed', unannounced: true });
    expect(await ofTheDesk()).toEqual(['schedule-visit']);
    await telling.end();
  });

  it('of one who only visits is in a list of their own, by when they are expected, until it is over or called off', async () => {
    const { at, on, files, quejas, end } = await story('2026-11-20 10:00');
    const listed = async (technician?: string) => {
      const { items, total } = await quejas.queue('technical-lead', lucia, technician ? { technician } : {});
      expect(total).toBe(items.length);
      return items.map(({ folio, reasons, dueAt, holder }) => ({ folio, reasons, dueAt, holder }));
    };
    const visited = async (visit: { readonly from: string; readonly to: string }) => {
      const fault = await files(lucia);
      await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
      const window = { from: on(visit.from), to: on(visit.to) };
      await fault.by(lucia, 'scheduleVisit', { visitor: rosa.actor, window, purpose: 'repair' });
      return fault;
    };
    const later = await visited({ from: '2026-11-21 15:00', to: '2026-11-21 17:00' });
    const first = await visited({ from: '2026-11-21 09:00', to: '2026-11-21 11:00' });
    expect(await listed(rosa.actor)).toEqual([]);
    for (const fault of [later, first]) await fault.by(lucia, 'notifyVisit', { visit: 1, channel: 'phone' });
    const [ofFirst, ofLater] = [first, later].map(({ folio }) => ({
      folio,
      reasons: ['attend-visit'],
      holder: rosa.actor,
    }));
    expect(await listed(rosa.actor)).toEqual([
      { ...ofFirst, dueAt: on('2026-11-21 09:00') },
      { ...ofLater, dueAt: on('2026-11-21 15:00') },
    ]);
    expect((await listed(marcos.actor)).map(({ reasons }) => reasons)).toEqual([
      ['attend-visit', 'verify-cause'],
      ['attend-visit', 'verify-cause'],
    ]);
    expect(await listed()).toHaveLength(2);
    expect((await quejas.queue('all', lucia)).total).toBe(2);
    at('2026-11-21 11:00');
    await first.by(rosa, 'completeVisit', { visit: 1, startedAt: on('2026-11-21 09:30') });
    expect(await listed(rosa.actor)).toEqual([{ ...ofLater, dueAt: on('2026-11-21 15:00') }]);
    // Another one goes in their place.
    const window = { from: on('2026-11-22 09:00'), to: on('2026-11-22 11:00') };
    await later.by(lucia, 'rescheduleVisit', { visit: 1, window, visitor: 'rt-pedro', by: 'provider' });
    await later.by(lucia, 'notifyVisit', { visit: 1, channel: 'phone' });
    expect(await listed(rosa.actor)).toEqual([]);
    expect(await listed('rt-pedro')).toHaveLength(1);
    await later.by(lucia, 'cancelVisit', { visit: 1, by: 'provider' });
    expect(await listed('rt-pedro')).toEqual([]);
    await end();
  });

  it('is told in a letter as it stands: not once it took place, was called off or is past, and never another one', async () => {
    const telling = await story('2026-11-20 10:00');
    const { at, on, quejas } = telling;
    const fault = await arranged(telling);
    const second = {
      visitor: marcos.actor,
      window: { from: on('2026-11-23 09:00'), to: on('2026-11-23 11:00') },
      purpose: 'equipment',
      address: 'Calle 7 núm. 3',
    } as const;
    const letter = async () => (await quejas.notice(fault.folio, 'visit', ana))?.body;
    await fault.by(lucia, 'scheduleVisit', second);
    await fault.by(lucia, 'rescheduleVisit', {
      visit: 1,
      window: { from: on('2026-11-22 09:00'), to: on('2026-11-22 11:00') },
      by: 'provider',
    });
    const moved = await letter();
    expect(moved).toContain('22 de noviembre de 2026');
    expect(moved).toContain('Calle 5 núm. 12');
    await fault.by(lucia, 'cancelVisit', { visit: 1, by: 'provider' });
    const other = await letter();
    expect(other).toContain('23 de noviembre de 2026');
    expect(other).toContain('Calle 7 núm. 3');
    at('2026-11-23 11:00');
    expect(await letter()).toBeUndefined();
    await fault.by(marcos, 'completeVisit', {
      visit: 2,
      startedAt: on('2026-11-23 09:30'),
      unannounced: true,
    });
    expect(await letter()).toBeUndefined();
    await fault.by(lucia, 'scheduleVisit', {
      ...second,
      window: { from: on('2026-11-24 09:00'), to: on('2026-11-24 11:00') },
    });
    expect(await letter()).toContain('24 de noviembre de 2026');
    await fault.by(ana, 'withdraw', { reason: 'solved-by-itself' });
    expect(await letter()).toBeUndefined();
    await telling.end();
  });

  it('that took place though its notice was not typed in is told as unannounced', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await arranged(telling);
    telling.at('2026-11-21 11:00');
    const came = { visit: 1, startedAt: telling.on('2026-11-21 09:30') };
    expect(await fault.refused(marcos, 'completeVisit', came)).toBe('visit-not-notified');
    await fault.by(marcos, 'completeVisit', { ...came, unannounced: true });
    const { history } = await fault.shownTo(lucia);
    expect(history.find(({ type }) => type === 'VisitCompleted')?.data).toMatchObject({ unannounced: true });
    await telling.end();
  });

  it('whose visitor was refused at the door is told as that, and is scheduled again', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await arranged(telling);
    await fault.by(lucia, 'notifyVisit', { visit: 1, channel: 'phone' });
    telling.at('2026-11-21 10:00');
    await fault.by(marcos, 'failVisit', { visit: 1, reason: 'refused-entry' });
    expect((await fault.workOf())['customer-service']).toEqual(['schedule-visit']);
    await telling.end();
  });

  it('did not begin before it was arranged, whatever is typed in', async () => {
    const telling = await story('2026-11-20 10:00');
    const { at, on, files, end } = telling;
    const fault = await files(lucia);
    at('2026-11-20 16:00');
    await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
    await fault.by(lucia, 'scheduleVisit', {
      visitor: marcos.actor,
      window: { from: on('2026-11-20 17:00'), to: on('2026-11-20 19:00') },
      purpose: 'inspection',
    });
    at('2026-11-20 19:00');
    const early = { visit: 1, startedAt: on('2026-11-20 15:00'), unannounced: true };
    expect(await fault.refused(marcos, 'completeVisit', early)).toBe('before-what-it-rests-on');
    await end();
  });

  it('keeps its request from closing while it is still arranged', async () => {
    const telling = await story('2026-11-20 10:00');
    const question = await telling.files(lucia, { kind: 'inquiry', subject: 'contract' });
    await question.by(lucia, 'communicateFolio', { channel: 'phone' });
    await question.by(lucia, 'scheduleVisit', {
      visitor: lucia.actor,
      window: { from: telling.on('2026-11-21 09:00'), to: telling.on('2026-11-21 11:00') },
      purpose: 'explanation',
    });
    await question.by(lucia, 'provideAnswer', {
      outcome: 'answered',
      answer: 'Vence en enero.',
      channel: 'phone',
    });
    expect(await question.refused(lucia, 'close')).toBe('visit-arranged');
    await question.by(lucia, 'cancelVisit', {
      visit: 1,
      by: 'user',
      saidBy: { party: ana.actor, channel: 'phone' },
    });
    await question.by(lucia, 'close');
    await telling.end();
  });
});

describe('A paper form', () => {
  it('received on the 20th and registered on the 24th got its folio on the 24th, and counts from the 20th', async () => {
    const { quejas, on, files, end } = await story('2026-11-24 10:00');
    const form = await files(lucia, { channel: 'in-person', receivedAt: on('2026-11-20 12:00') });
    const { receivedAt, history } = await form.shownTo(lucia);
    expect(receivedAt).toBe(on('2026-11-20 12:00'));
    expect(history.find(({ type }) => type === 'FolioAssigned')?.occurredAt).toBe(on('2026-11-24 10:00'));
    const constancia = await form.letter('certificate', ana);
    expect(constancia).toContain('20 de noviembre de 2026');
    expect(constancia).toContain('24 de noviembre de 2026');
    const clocks = await quejas.clocks(form.folio, lucia);
    const repair = clocks?.view === 'full' ? clocks.clocks.find(({ clock: id }) => id === 'C-07') : undefined;
    expect(repair).toMatchObject({ state: 'breached', startedAt: on('2026-11-20 12:00') });
    await end();
  });

  it('no act on it lies before its receipt, 40 days or one (glpi#17701)', async () => {
    const { on, files, end } = await story('2026-11-24 10:00');
    const form = await files(lucia, { channel: 'in-person', receivedAt: on('2026-11-20 12:00') });
    const early = { technician: marcos.actor, occurredAt: on('2026-11-19 12:00') };
    expect(await form.refused(lucia, 'assignTechnician', early)).toBe('before-receipt');
    await end();
  });
});
