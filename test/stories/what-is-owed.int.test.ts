import { describe, expect, it } from '@jest/globals';
import { asCompetentArea } from '../../src/index.js';
import { cast, mended, story, type Case } from '../support/story.js';

const { ana, lucia, marcos, nora, beto, clara } = cast;

const monthly = { price: { amount: 39_900, currency: 'MXN' }, periodDays: 30 } as const;
const upheld = { outcome: 'upheld', basis: 'clause-10', reasons: 'La falla es nuestra.' } as const;
const dismissed = { outcome: 'dismissed', basis: 'clause-10', reasons: 'El cargo es correcto.' } as const;

/** What was assessed for a case: the refund in proportion, and the bonus. */
const assessedOf = async (fault: Case) => {
  const { history } = await fault.shownTo(lucia);
  const found = history.find(({ type }) => type === 'CompensationAssessed');
  return found?.data;
};

describe('Four days without service, with no record of since when', () => {
  it('the affected time runs from the receipt: the compensation is owed, and nothing ends before it is settled', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await mended(telling, {
      found: '2026-11-24 09:00',
      back: '2026-11-24 10:00',
      told: monthly,
    });
    await fault.by(ana, 'confirmRestoration', { by: 'user' });
    await fault.by(nora, 'rule', upheld);
    expect((await fault.workOf())['billing']).toEqual(['compensate']);
    await fault.by(lucia, 'notifyUser', { channel: 'phone' });
    expect(await fault.refused(lucia, 'close')).toBe('compensation-not-granted');

    await fault.by(beto, 'assessCompensation');
    expect(await assessedOf(fault)).toMatchObject({
      affected: { from: telling.on('2026-11-20 10:00'), to: telling.on('2026-11-24 10:00') },
      proportionalRefund: { amount: 5320 },
      bonus: { amount: 1064 },
    });
    await fault.by(beto, 'grantCompensation', {
      proportionalRefund: { amount: 5320, currency: 'MXN' },
      bonus: { amount: 1064, currency: 'MXN' },
      reason: 'attributable-to-provider',
    });
    expect(await fault.refused(lucia, 'close')).toBe('user-not-told');
    await fault.by(lucia, 'giveFurtherNotice');
    await fault.by(lucia, 'close');
    expect(await fault.ending()).toBe('closed');
    await telling.end();
  });
});

describe('Service that was back the day before Ana called', () => {
  it('had failed before that: the case does not close until someone says since when, or why nothing is due', async () => {
    const { at, on, files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia, monthly);
    await fault.by(lucia, 'communicateFolio', { channel: 'phone' });
    await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
    at('2026-11-20 16:00');
    await fault.by(marcos, 'verifyCause', {
      causes: ['cut-fibre'],
      faultFound: true,
      attribution: 'provider',
    });
    await fault.by(marcos, 'repair', { action: 'spliced', restoredAt: on('2026-11-19 12:00') });
    await fault.by(marcos, 'reportRepair', { outcome: 'repaired' });
    await fault.by(ana, 'confirmRestoration', { by: 'user' });
    await fault.by(nora, 'rule', upheld);
    await fault.by(lucia, 'notifyUser', { channel: 'phone' });
    expect((await fault.workOf())['billing']).toEqual(['compensate']);
    expect(await fault.refused(lucia, 'close')).toBe('compensation-not-granted');

    expect(await fault.refused(beto, 'assessCompensation')).toBe('affected-period-open');
    await fault.by(beto, 'assessCompensation', { from: on('2026-11-18 12:00') });
    expect(await assessedOf(fault)).toMatchObject({
      affected: { from: on('2026-11-18 12:00'), to: on('2026-11-19 12:00') },
      proportionalRefund: { amount: 1330 },
      bonus: { amount: 266 },
    });
    await end();
  });
});

describe('Four days without service by a cable that others cut', () => {
  it('is the provider’s fault towards its user: what is owed is owed', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await mended(telling, {
      found: '2026-11-24 09:00',
      back: '2026-11-24 10:00',
      told: monthly,
      cause: { causes: ['wholesaler'], attribution: 'third-party' },
    });
    await fault.by(ana, 'confirmRestoration', { by: 'user' });
    await fault.by(nora, 'rule', upheld);
    expect((await fault.workOf())['billing']).toEqual(['compensate']);
    await fault.by(lucia, 'notifyUser', { channel: 'phone' });
    expect(await fault.refused(lucia, 'close')).toBe('compensation-not-granted');
    await telling.end();
  });
});

describe('A charge that should not have been', () => {
  it('upheld, is refunded with its 20 %, and the letter says so in words of its own', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const bill = await files(lucia, {
      kind: 'complaint',
      subject: 'billing',
      description: 'Me cobraron dos veces noviembre.',
    });
    await bill.by(lucia, 'communicateFolio', { channel: 'phone' });
    await bill.by(lucia, 'routeToArea', { area: 'billing', purpose: 'clarification' });
    await bill.by(clara, 'verifyCause', {
      causes: ['double-charge'],
      faultFound: true,
      attribution: 'provider',
    });
    await bill.by(clara, 'rule', upheld);
    expect((await bill.workOf())['billing']).toEqual(['compensate']);
    expect(
      await bill.refused(clara, 'grantCompensation', {
        proportionalRefund: { amount: 39_900, currency: 'MXN' },
        bonus: { amount: 0, currency: 'MXN' },
        reason: 'undue-charge',
      }),
    ).toBe('bonus-too-small');
    await bill.by(clara, 'grantCompensation', {
      proportionalRefund: { amount: 39_900, currency: 'MXN' },
      bonus: { amount: 7_980, currency: 'MXN' },
      reason: 'undue-charge',
    });
    await bill.by(lucia, 'notifyUser', { channel: 'phone' });
    const letter = await bill.letter('final', ana);
    expect(letter).toContain('$399.00');
    expect(letter).not.toContain('devolución proporcional');
    await bill.by(lucia, 'close');
    expect((await bill.workOf())['billing']).toEqual(['credit']);
    await end();
  });

  it('dismissed, owes nothing, and closes', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const bill = await files(lucia, {
      kind: 'complaint',
      subject: 'billing',
      description: 'No reconozco el cargo.',
    });
    await bill.by(lucia, 'communicateFolio', { channel: 'phone' });
    await bill.by(lucia, 'routeToArea', { area: 'billing', purpose: 'clarification' });
    await bill.by(clara, 'verifyCause', { causes: ['no-fault'], faultFound: false, attribution: 'none' });
    await bill.by(clara, 'rule', dismissed);
    await bill.by(lucia, 'notifyUser', { channel: 'phone' });
    expect(await bill.letter('final', ana)).toContain('PROFECO');
    await bill.by(lucia, 'close');
    expect(await bill.workOf()).toEqual({});
    await end();
  });
});

describe('A request that is still owed something', () => {
  it('customer service does not withdraw the request in the user’s place; the user does, and says what is waived', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await mended(telling, {
      found: '2026-11-24 09:00',
      back: '2026-11-24 10:00',
      told: monthly,
    });
    await fault.by(ana, 'confirmRestoration', { by: 'user' });
    await fault.by(nora, 'rule', upheld);
    expect(await fault.refused(lucia, 'withdraw', { reason: 'no-longer-wanted' })).toBe(
      'compensation-not-granted',
    );
    expect(await fault.refused(ana, 'withdraw', { reason: 'no-longer-wanted' })).toBe(
      'compensation-not-granted',
    );
    expect(await fault.ending()).toBe('open');
    const word = { reason: 'no-longer-wanted', waives: ['compensation'] } as const;
    const said = { party: 's-ana', channel: 'phone' } as const;
    expect(await fault.refused(lucia, 'withdraw', word)).toBe('only-the-user-waives');
    await fault.by(lucia, 'withdraw', { ...word, saidBy: said });
    expect(await fault.ending()).toBe('withdrawn');
    await telling.end();
  });

  it('nor does it refuse as out of scope, mark as a duplicate, or let lapse what was upheld', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await mended(telling, {
      found: '2026-11-24 09:00',
      back: '2026-11-24 10:00',
      told: monthly,
    });
    const other = await telling.files(lucia, { contract: 'c-2' });
    await fault.by(ana, 'confirmRestoration', { by: 'user' });
    await fault.by(nora, 'rule', upheld);
    expect(await fault.refused(lucia, 'refuse', { reason: 'out-of-scope', forUser: 'No es de aquí.' })).toBe(
      'already-ruled',
    );
    expect(await fault.refused(lucia, 'markDuplicate', { of: other.folio })).toBe('compensation-not-granted');
    // Even a question that had no answer for longer than its term changes nothing.
    await fault.by(lucia, 'requestInformation', { question: '¿Le llegó el dictamen?' });
    telling.at('2026-12-07 10:00');
    expect(await fault.refused(cast.clock, 'lapse', { reason: 'no-answer' })).toBe(
      'compensation-not-granted',
    );
    expect(await fault.ending()).toBe('open');
    await telling.end();
  });
});

describe('A fault in the user’s own equipment', () => {
  it('is told as that: nothing was ours to repair, nothing is owed, and the letter is true', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia, monthly);
    await fault.by(lucia, 'communicateFolio', { channel: 'phone' });
    await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
    await fault.by(marcos, 'verifyCause', {
      causes: ['user-equipment'],
      faultFound: true,
      attribution: 'user',
    });
    await fault.by(marcos, 'reportRepair', { outcome: 'not-ours' });
    await fault.by(nora, 'rule', { ...dismissed, reasons: 'Falla en el equipo del usuario.' });
    await fault.by(lucia, 'notifyUser', { channel: 'phone' });
    const letter = await fault.letter('final', ana);
    expect(letter).not.toContain('no se encontró ninguna falla');
    expect(letter).not.toContain('no es posible restablecer');
    await fault.by(lucia, 'close');
    expect(await fault.ending()).toBe('closed');
    await end();
  });
});

describe('What is agreed or granted late', () => {
  it('an agreement before the area is recorded with its words, and Ana reads them', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const bill = await files(lucia, { kind: 'complaint', subject: 'billing', description: 'Cobro doble.' });
    await bill.by(lucia, 'routeToArea', { area: 'conciliation', purpose: 'conciliation' });
    const conciliator = asCompetentArea('ar-dora', { area: 'conciliation' });
    await bill.by(conciliator, 'recordConciliation', {
      outcome: 'agreed',
      agreement: 'Se bonifican dos meses.',
    });
    expect(JSON.stringify(await bill.shownTo(ana))).toContain('Se bonifican dos meses.');
    await end();
  });

  it('a compensation granted after the final notice is told in a further one before the closing', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await mended(telling, {
      found: '2026-11-24 09:00',
      back: '2026-11-24 10:00',
      told: monthly,
    });
    await fault.by(ana, 'confirmRestoration', { by: 'user' });
    await fault.by(nora, 'rule', upheld);
    await fault.by(lucia, 'notifyUser', { channel: 'phone' });
    telling.at('2026-11-25 10:00');
    await fault.by(beto, 'assessCompensation');
    await fault.by(beto, 'grantCompensation', {
      proportionalRefund: { amount: 5320, currency: 'MXN' },
      bonus: { amount: 1064, currency: 'MXN' },
      reason: 'attributable-to-provider',
    });
    await fault.by(beto, 'creditCompensation');
    const { history } = await fault.shownTo(ana);
    const types = history.map(({ type }) => type);
    expect(types.indexOf('CompensationGranted')).toBeGreaterThan(types.indexOf('UserNotified'));
    expect(await fault.letter('certificate', ana)).toContain('Se otorgó la compensación ($63.84');
    expect(await fault.refused(lucia, 'close')).toBe('user-not-told');
    expect((await fault.workOf())['customer-service']).toContain('tell-user');
    await fault.by(lucia, 'giveFurtherNotice', { channel: 'phone' });
    await fault.by(lucia, 'close');
    await telling.end();
  });
});
