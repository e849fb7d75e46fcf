import { describe, expect, it } from '@jest/globals';
import { asCompetentArea } from '../../src/index.js';
import { cast, story, type Case } from '../support/story.js';

const { ana, lucia, marcos, nora, clock } = cast;

/** The number of the notice that left last: the revision of its event. */
const lastNotice = async (fault: Case, type: string): Promise<number> => {
  const { history } = await fault.shownTo(lucia);
  return history.findLast((each) => each.type === type)?.revision ?? -1;
};

const bounces = async (fault: Case, type: string) =>
  fault.by(clock, 'recordDeliveryFailure', {
    notice: await lastNotice(fault, type),
    channel: 'email',
    reason: 'bounced',
  });

describe('Ana does not accept what she was answered, on a way that has no ruling', () => {
  it('a supervisor has it until she is answered once more, and it does not close before', async () => {
    const { at, files, end } = await story('2026-11-20 10:00');
    const question = await files(lucia, { kind: 'inquiry' });
    await question.by(lucia, 'communicateFolio', { channel: 'phone' });
    await question.by(lucia, 'provideAnswer', { outcome: 'answered', answer: 'Así es el contrato.' });
    at('2026-11-21 10:00');
    await question.by(ana, 'escalate', { level: 2, trigger: 'user', target: 'supervisor' });
    expect(await question.workOf()).toMatchObject({
      supervisor: ['attend-escalation'],
      'customer-service': ['answer'],
    });
    expect(await question.refused(lucia, 'close')).toBe('appeal-not-answered');
    await question.by(lucia, 'provideAnswer', { outcome: 'answered', answer: 'Lo revisamos: así es.' });
    expect(await question.workOf()).toEqual({ 'customer-service': ['close'] });
    expect(await question.letter('final', ana)).toContain('Lo revisamos: así es.');
    await question.by(lucia, 'close');
    await end();
  });

  it('a cancellation stays executed, and she is answered', async () => {
    const { on, files, end } = await story('2026-11-20 10:00');
    const leaving = await files(lucia, { kind: 'cancellation' });
    await leaving.by(lucia, 'communicateFolio', { channel: 'phone' });
    await leaving.by(lucia, 'executeCancellation', { effectiveAt: on('2026-11-30 00:00') });
    await leaving.by(ana, 'escalate', { level: 1, trigger: 'user', target: 'supervisor' });
    expect(await leaving.workOf()).toMatchObject({ supervisor: ['attend-escalation'] });
    await leaving.by(lucia, 'provideAnswer', { outcome: 'answered', answer: 'La fecha es la que pidió.' });
    const { history } = await leaving.shownTo(lucia);
    expect(history.filter(({ type }) => type === 'CancellationExecuted')).toHaveLength(1);
    await leaving.by(lucia, 'close');
    await end();
  });
});

describe('A notice that is not the final word comes back', () => {
  it('the folio is to be told again', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(lucia, 'communicateFolio', { channel: 'email' });
    await bounces(fault, 'FolioCommunicated');
    expect((await fault.workOf())['customer-service']).toContain('tell-folio');
    await fault.by(lucia, 'communicateFolio', { channel: 'phone' });
    expect((await fault.workOf())['customer-service']).not.toContain('tell-folio');
    await end();
  });

  it('the letter of the end is to be sent again', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(ana, 'withdraw', { reason: 'solved-by-itself' });
    await fault.by(lucia, 'giveFurtherNotice', { channel: 'email' });
    expect(await fault.workOf()).toEqual({});
    await bounces(fault, 'FurtherNoticeGiven');
    expect(await fault.workOf()).toEqual({ 'customer-service': ['tell-user'] });
    await fault.by(lucia, 'giveFurtherNotice', { channel: 'phone' });
    expect(await fault.workOf()).toEqual({});
    await end();
  });

  it('no one expects the visitor: the visit is to be notified again, and an absence is not the user’s', async () => {
    const { at, on, files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
    const window = { from: on('2026-11-20 15:00'), to: on('2026-11-20 17:00') };
    await fault.by(lucia, 'scheduleVisit', { visitor: marcos.actor, window, purpose: 'repair' });
    await fault.by(lucia, 'notifyVisit', { visit: 1, channel: 'email' });
    await bounces(fault, 'VisitNotified');
    expect((await fault.workOf())['customer-service']).toContain('notify-visit');
    at('2026-11-20 16:00');
    const absent = { visit: 1, reason: 'user-absent' } as const;
    expect(await fault.refused(marcos, 'failVisit', absent)).toBe('visit-not-notified');
    await end();
  });

  it('what another notice told, or what is proven delivered, stays told', async () => {
    const { on, files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    const window = { from: on('2026-11-20 15:00'), to: on('2026-11-20 17:00') };
    await fault.by(lucia, 'scheduleVisit', { visitor: marcos.actor, window, purpose: 'repair' });
    await fault.by(lucia, 'notifyVisit', { visit: 1, channel: 'phone' });
    await fault.by(lucia, 'notifyVisit', { visit: 1, channel: 'email' });
    await bounces(fault, 'VisitNotified');
    expect((await fault.workOf())['customer-service']).not.toContain('notify-visit');
    await fault.by(lucia, 'communicateFolio', { channel: 'email' });
    for (const type of ['FolioCommunicated', 'VisitNotified']) {
      const notice = await lastNotice(fault, type);
      await fault.by(clock, 'recordDelivery', { notice, channel: 'email' });
      await bounces(fault, type);
    }
    const work = (await fault.workOf())['customer-service'];
    expect(work).not.toContain('tell-folio');
    expect(work).not.toContain('notify-visit');
    await end();
  });

  it('what was agreed stands in the letter that is sent again, beside what was agreed since', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const bill = await files(lucia, { kind: 'clarification', subject: 'billing' });
    const conciliator = asCompetentArea('ar-dora', { area: 'conciliation' });
    await bill.by(lucia, 'routeToArea', { area: 'conciliation', purpose: 'conciliation' });
    await bill.by(conciliator, 'recordConciliation', {
      outcome: 'agreed',
      agreement: 'Se condona el recargo.',
    });
    await bill.by(lucia, 'giveFurtherNotice', { channel: 'email' });
    await bounces(bill, 'FurtherNoticeGiven');
    await bill.by(conciliator, 'recordConciliation', { outcome: 'agreed', agreement: 'Se cambia el plan.' });
    await bill.by(lucia, 'giveFurtherNotice', { channel: 'phone' });
    const letter = await bill.letter('further', lucia);
    expect(letter).toContain('Se condona el recargo.');
    expect(letter).toContain('Se cambia el plan.');
    await end();
  });
});

describe('Something comes after the end', () => {
  it('what Ana says then is read: it stands in a queue until it is taken up', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(ana, 'withdraw', { reason: 'solved-by-itself' });
    await fault.by(lucia, 'giveFurtherNotice', { channel: 'phone' });
    await fault.by(ana, 'recordStatement', {
      kind: 'second-report',
      channel: 'web',
      statement: 'Se volvió a ir.',
    });
    expect(await fault.workOf()).toEqual({ 'customer-service': ['read-statement'] });
    await fault.by(lucia, 'recordContact', { direction: 'to-user', channel: 'phone' });
    expect(await fault.workOf()).toEqual({});
    await end();
  });

  it('a service that is to be connected again stays to be connected, also once the request is over', async () => {
    const { at, files, end } = await story('2026-11-20 10:00');
    const paid = await files(lucia, { kind: 'procedure', subject: 'billing' });
    await paid.by(lucia, 'cureSuspension', {});
    expect((await paid.workOf())['customer-service']).toContain('reconnect');
    await paid.by(ana, 'withdraw', { reason: 'no-longer-wanted' });
    await paid.by(lucia, 'giveFurtherNotice', { channel: 'phone' });
    expect(await paid.workOf()).toEqual({ 'customer-service': ['reconnect'] });
    at('2026-11-20 11:00');
    await paid.by(lucia, 'reconnect', { physical: false });
    expect(await paid.workOf()).toEqual({});
    await end();
  });

  it('she withdraws with a visit on its way: the visitor is called off', async () => {
    const { on, files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
    const window = { from: on('2026-11-20 15:00'), to: on('2026-11-20 17:00') };
    await fault.by(lucia, 'scheduleVisit', { visitor: marcos.actor, window, purpose: 'repair' });
    await fault.by(lucia, 'notifyVisit', { visit: 1, channel: 'phone' });
    await fault.by(ana, 'withdraw', { reason: 'solved-by-itself' });
    expect((await fault.workOf())['customer-service']).toContain('call-off-visit');
    await fault.by(lucia, 'cancelVisit', { visit: 1, by: 'provider' });
    expect((await fault.workOf())['customer-service']).toEqual(['tell-user']);
    await end();
  });
});

describe('A visit fails whose notice was not typed in', () => {
  it('it is recorded as it was, pauses nothing, and another visit is owed', async () => {
    const { quejas, at, on, files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
    const window = { from: on('2026-11-20 15:00'), to: on('2026-11-20 17:00') };
    await fault.by(lucia, 'scheduleVisit', { visitor: marcos.actor, window, purpose: 'repair' });
    at('2026-11-20 16:00');
    for (const reason of ['refused-entry', 'user-absent', 'no-access', 'weather', 'safety'] as const)
      expect(await fault.refused(marcos, 'failVisit', { visit: 1, reason })).toBe('visit-not-notified');
    await fault.by(marcos, 'failVisit', { visit: 1, reason: 'user-absent', unannounced: true });
    const { history } = await fault.shownTo(lucia);
    expect(history.find(({ type }) => type === 'VisitFailed')?.data).toMatchObject({ unannounced: true });
    at('2026-11-23 16:00');
    const counted = await quejas.clocks(fault.folio, lucia);
    if (counted?.view !== 'full') throw new Error('the clocks are not shown');
    const paused = counted.clocks.map((clock) => ('pausedMs' in clock ? clock.pausedMs : 0));
    expect(paused.filter((time) => time > 0)).toEqual([]);
    at('2026-12-20 10:00');
    expect(await fault.refused(lucia, 'lapse', { reason: 'no-access' })).toBe('visit-owed');
    await end();
  });
});

describe('Ana does not accept that her request was closed', () => {
  it('stands by a decision of another person, and she is told why and where else to go (I-10)', async () => {
    const { at, files, end } = await story('2026-11-20 10:00');
    const doubt = await files(lucia, { kind: 'inquiry' });
    await doubt.by(lucia, 'communicateFolio', { channel: 'phone' });
    await doubt.by(lucia, 'provideAnswer', { outcome: 'answered', answer: 'En la página del módem.' });
    await doubt.by(lucia, 'close');
    at('2026-11-23 10:00');
    expect(await doubt.refused(nora, 'declineReopening', { reasons: 'Ya se contestó.' })).toBe(
      'ending-not-contested',
    );
    await doubt.by(ana, 'escalate', { level: 1, trigger: 'user', target: 'supervision' });
    expect(await doubt.workOf()).toEqual({ supervisor: ['decide-reopening'] });
    await doubt.by(nora, 'declineReopening', { reasons: 'La respuesta contesta lo que preguntó.' });
    expect(await doubt.workOf()).toEqual({ 'customer-service': ['tell-user'] });
    await doubt.by(lucia, 'giveFurtherNotice', { channel: 'phone' });
    expect(await doubt.workOf()).toEqual({});
    for (const kind of ['further', 'reopening'] as const) {
      const told = await doubt.letter(kind, ana);
      expect(told).toContain('La respuesta contesta lo que preguntó.');
      expect(told).toContain('PROFECO');
    }
    const { history } = await doubt.shownTo(ana);
    expect(history.map(({ type }) => type)).toContain('ReopeningDeclined');
    expect(await doubt.ending()).toBe('closed');
    await end();
  });
});
