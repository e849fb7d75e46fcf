import { describe, expect, it } from '@jest/globals';
import { asCompetentArea } from '../../src/index.js';
import { cast, mended, story, type Case, type Story } from '../support/story.js';

const { ana, lucia, nora, elena, profeco } = cast;
const dismissed = { outcome: 'dismissed', basis: 'clause-10', reasons: 'No hubo falla.' } as const;
/** A fault that was dismissed, told and closed on the 21st of November. */
const closed = async (telling: Story): Promise<Case> => {
  const fault = await mended(telling, { found: '2026-11-20 12:00', back: '2026-11-20 12:30' });
  await fault.by(ana, 'confirmRestoration', { by: 'user' });
  telling.at('2026-11-21 09:00');
  await fault.by(nora, 'rule', dismissed);
  await fault.by(lucia, 'notifyUser', { channel: 'phone' });
  await fault.by(cast.beto, 'declareNothingDue', {
    of: 'compensation',
    reason: 'service-not-affected',
    explanation: 'Sin falla.',
  });
  await fault.by(lucia, 'close');
  return fault;
};

describe('The user who is not satisfied', () => {
  it('may reopen until the end of the 20th day, also in the evening, and not on the next', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await closed(telling);
    telling.at('2026-12-12 00:01');
    expect(await fault.refused(ana, 'reopen', { reason: 'not-satisfied' })).toBe('reopening-window-over');
    telling.at('2026-12-11 23:30');
    await fault.by(ana, 'reopen', { reason: 'not-satisfied' });
    expect(await fault.ending()).toBe('open');
    await telling.end();
  });
});

describe('What Ana and the provider agreed', () => {
  it('stands in the queue of its area by its date, and the case is closed once it is done and told', async () => {
    const telling = await story('2026-11-20 10:00');
    const { at, on, files, quejas, end } = telling;
    const bill = await files(lucia, { kind: 'inquiry', subject: 'billing', description: 'Cobro doble.' });
    await bill.by(lucia, 'communicateFolio', { channel: 'phone' });
    await bill.by(lucia, 'routeToArea', { area: 'conciliation', purpose: 'conciliation' });
    const dora = asCompetentArea('ar-dora', { area: 'conciliation' });
    await bill.by(dora, 'recordConciliation', {
      outcome: 'agreed',
      agreement: 'Se condona el recargo.',
      dueAt: on('2026-11-23 18:00'),
    });
    await bill.by(lucia, 'provideAnswer', { outcome: 'answered', answer: 'Conforme a lo acordado.' });
    await bill.by(lucia, 'giveFurtherNotice', { channel: 'email' });
    const { items } = await quejas.queue({ area: 'conciliation' }, dora);
    expect(items.map(({ reason, dueAt }) => [reason, dueAt])).toEqual([
      ['carry-out-agreement', on('2026-11-23 18:00')],
    ]);
    expect(await bill.refused(lucia, 'close')).toBe('agreement-not-carried-out');
    at('2026-11-23 12:00');
    await bill.by(dora, 'carryOutAgreement', { done: 'El recargo ya no está en su cuenta.' });
    expect(await bill.refused(lucia, 'close')).toBe('user-not-told');
    await bill.by(lucia, 'giveFurtherNotice', { channel: 'email' });
    const letter = await bill.letter('further', ana);
    expect(letter).toContain('Se cumplió lo acordado en la conciliación:');
    expect(letter).toContain('El recargo ya no está en su cuenta.');
    await bill.by(lucia, 'close');
    expect(await bill.ending()).toBe('closed');
    await end();
  });
});

describe('PROFECO', () => {
  it('has its dates in the queue of legal: a requirement, then a hearing that is moved', async () => {
    const telling = await story('2026-11-20 10:00');
    const { at, on, files, quejas, end } = telling;
    const fault = await files(lucia);
    const dueOf = async () =>
      (await quejas.queue('legal', elena)).items.map(({ reason, dueAt }) => [reason, dueAt]);
    await fault.by(elena, 'openAuthorityProceeding', {
      authority: 'PROFECO',
      reference: 'PFC-1',
      hearingAt: on('2026-12-10 11:00'),
    });
    expect(await dueOf()).toEqual([['attend-hearing', on('2026-12-10 11:00')]]);
    await fault.by(profeco, 'receiveAuthorityRequirement', {
      reference: 'PFC-1',
      dueAt: on('2026-12-01 18:00'),
    });
    expect(await dueOf()).toEqual([['answer-requirement', on('2026-12-01 18:00')]]);
    at('2026-11-27 10:00');
    await fault.by(elena, 'answerAuthorityRequirement', { reference: 'PFC-1', requirement: 1 });
    await fault.by(elena, 'setAuthorityHearing', { reference: 'PFC-1', hearingAt: on('2026-12-17 11:00') });
    expect(await dueOf()).toEqual([['attend-hearing', on('2026-12-17 11:00')]]);
    at('2026-12-17 13:00');
    await fault.by(elena, 'recordAuthorityHearing', { reference: 'PFC-1' });
    expect(await dueOf()).toEqual([['await-authority', null]]);
    await end();
  });

  it('that a request is taken to is named with its file, and its case is open with that', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    const up = { level: 4, trigger: 'user', target: 'PROFECO' } as const;
    expect(await fault.refused(ana, 'escalate', up)).toBe('authority-reference-missing');
    await fault.by(ana, 'escalate', { ...up, externalReference: 'PFC-1' });
    expect((await fault.workOf())['legal']).toEqual(['await-authority']);
    await end();
  });

  it('that resolves for the user after the 20th day has it ruled, carried out, told and only then closed', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await closed(telling);
    telling.at('2027-01-15 10:00');
    await fault.by(elena, 'openAuthorityProceeding', { authority: 'PROFECO', reference: 'PFC-1' });
    await fault.by(profeco, 'resolveAuthorityProceeding', { reference: 'PFC-1', outcome: 'for-user' });
    expect(await fault.ending()).toBe('open');
    expect((await fault.workOf())['legal']).toEqual(['carry-out-resolution']);
    expect(await fault.refused(nora, 'rule', dismissed)).toBe('authority-ruled-for-the-user');
    await fault.by(nora, 'rule', { ...dismissed, outcome: 'upheld', reasons: 'Lo resolvió PROFECO.' });
    await fault.by(lucia, 'notifyUser', { channel: 'phone' });
    expect(await fault.refused(lucia, 'close')).toBe('resolution-not-carried-out');
    await fault.by(elena, 'carryOutResolution', { reference: 'PFC-1', done: 'Se devolvió el cargo.' });
    expect(await fault.refused(lucia, 'close')).toBe('user-not-told');
    await fault.by(lucia, 'giveFurtherNotice');
    await fault.by(lucia, 'close');
    expect(await fault.ending()).toBe('closed');
    await telling.end();
  });

  it('keeps every ending shut while its case is open', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(elena, 'openAuthorityProceeding', { authority: 'PROFECO', reference: 'PFC-1' });
    expect(await fault.refused(lucia, 'refuse', { reason: 'out-of-scope', forUser: 'No.' })).toBe(
      'proceeding-open',
    );
    expect(await fault.refused(ana, 'withdraw', { reason: 'other' })).toBe('proceeding-open');
    expect(await fault.ending()).toBe('open');
    await end();
  });
});

describe('An escalation inside the house', () => {
  it('reaches the supervisors of its level', async () => {
    const { quejas, files, end } = await story('2026-11-20 10:00');
    const [one, three] = [await files(lucia), await files(lucia, { contract: 'c-2' })];
    await one.by(ana, 'escalate', { level: 1, trigger: 'user', target: 'sup-1' });
    await three.by(lucia, 'escalate', { level: 3, trigger: 'time', target: 'dir-1' });
    const level3 = await quejas.queue('supervisor', lucia, { level: 3 });
    expect(level3.items.map(({ folio }) => folio)).toEqual([three.folio]);
    expect((await one.workOf())['supervisor']).toEqual(['attend-escalation']);
    await end();
  });
});
