import { describe, expect, it } from '@jest/globals';
import { cast, mended, story } from '../support/story.js';

const { ana, lucia, marcos, nora, beto, clara } = cast;

describe('An ordinary fault, from the call to its end', () => {
  it('is in a queue at every step', async () => {
    const { at, on, files, end } = await story('2026-11-20 10:00');

    // Ana calls: her internet is out. Lucía takes the call down and tells her the folio.
    const fault = await files(lucia, { price: { amount: 39_900, currency: 'MXN' }, periodDays: 30 });
    expect(await fault.workOf()).toEqual({ 'customer-service': ['tell-folio', 'assign-technician'] });
    await fault.by(lucia, 'communicateFolio', { channel: 'phone' });
    expect(await fault.workOf()).toEqual({ 'customer-service': ['assign-technician'] });

    // Marcos gets it, and finds a cut fibre the next morning.
    await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
    expect(await fault.workOf()).toEqual({ 'technical-lead': ['verify-cause'] });
    at('2026-11-21 09:00');
    await fault.by(marcos, 'verifyCause', {
      causes: ['cut-fibre'],
      faultFound: true,
      attribution: 'provider',
    });
    expect((await fault.workOf())['technical-lead']).toEqual(['repair']);

    // He splices it and reports so. Only now Ana has to be asked, and another person has to rule.
    at('2026-11-21 12:00');
    await fault.by(marcos, 'repair', { action: 'spliced', restoredAt: on('2026-11-21 12:00') });
    expect((await fault.workOf())['technical-lead']).toEqual(['report-repair']);
    await fault.by(marcos, 'reportRepair', { outcome: 'repaired' });
    expect(await fault.workOf()).toMatchObject({
      'customer-service': ['check-restoration'],
      'ruling-officer': ['rule'],
    });
    await fault.by(ana, 'confirmRestoration', { by: 'user' });
    expect(await fault.workOf()).toEqual({ 'ruling-officer': ['rule'], billing: ['compensate'] });

    // Nora upholds it. Beto settles what is owed for the day without service, and Lucía tells Ana all of it.
    await fault.by(nora, 'rule', { outcome: 'upheld', basis: 'clause-10', reasons: 'La fibra es nuestra.' });
    expect(await fault.workOf()).toEqual({ 'customer-service': ['notify-user'], billing: ['compensate'] });
    await fault.by(beto, 'assessCompensation');
    await fault.by(beto, 'grantCompensation', {
      proportionalRefund: { amount: 1441, currency: 'MXN' },
      bonus: { amount: 289, currency: 'MXN' },
      reason: 'attributable-to-provider',
    });
    expect(await fault.workOf()).toEqual({ 'customer-service': ['notify-user'], billing: ['credit'] });
    at('2026-11-21 13:00');
    await fault.by(lucia, 'notifyUser', { channel: 'phone' });
    expect(await fault.workOf()).toEqual({ 'customer-service': ['close'], billing: ['credit'] });

    // It closes; what was granted still has to be credited, and then it is in no queue any more.
    await fault.by(lucia, 'close');
    expect(await fault.workOf()).toEqual({ billing: ['credit'] });
    await fault.by(beto, 'creditCompensation', { statement: 'diciembre' });
    expect(await fault.workOf()).toEqual({});
    expect(await fault.ending()).toBe('closed');
    expect(await fault.letter('final', ana)).toContain('procedente');
    await end();
  });

  it('is not forgotten after the hand-off: the ruling officers have it, though no area does', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await mended(telling, { found: '2026-11-20 12:00', back: '2026-11-20 15:00' });
    await fault.by(ana, 'confirmRestoration', { by: 'user' });
    expect((await fault.workOf())['ruling-officer']).toEqual(['rule']);
    const everywhere = await telling.quejas.queue('all', lucia);
    expect(everywhere.items.map(({ folio }) => folio)).toEqual([fault.folio]);
    await telling.end();
  });
});

describe('A fault that an area has to repair', () => {
  it('stands in that area’s queue from the hand-off on, and is ruled on there', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(lucia, 'communicateFolio', { channel: 'phone' });
    await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
    await fault.by(marcos, 'verifyCause', { causes: ['no-fault'], faultFound: false, attribution: 'none' });
    await fault.by(marcos, 'reportRepair', { outcome: 'no-repair-needed' });
    expect(await fault.workOf()).toEqual({ 'ruling-officer': ['rule'] });
    await fault.by(lucia, 'routeToArea', { area: 'technical', purpose: 'repair' });
    expect(await fault.workOf()).toEqual({ technical: ['rule'] });
    await end();
  });
});

describe('A person in an area', () => {
  it('takes a case, has it in their name, and gives it back to the area', async () => {
    const { quejas, files, end } = await story('2026-11-20 10:00');
    const doubt = await files(lucia, {
      kind: 'clarification',
      subject: 'billing',
      description: '¿Qué me cobran?',
    });
    await doubt.by(lucia, 'routeToArea', { area: 'billing', purpose: 'clarification' });
    await doubt.by(clara, 'takeCase');
    const hers = await quejas.queue({ area: 'billing' }, clara, { holder: clara.actor });
    expect(hers.items).toMatchObject([{ folio: doubt.folio, holder: clara.actor }]);
    await doubt.by(clara, 'giveBackCase');
    const free = await quejas.queue({ area: 'billing' }, clara);
    expect(free.items).toMatchObject([{ folio: doubt.folio, holder: null }]);
    await end();
  });
});
