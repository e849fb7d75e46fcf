import { describe, expect, it } from '@jest/globals';
import { cast, story } from '../support/story.js';

const { ana, lucia, beto, nora } = cast;

describe('Ana cancels, and the last bill has a penalty that she does not accept', () => {
  it('she is found right: the penalty comes back with its bonus, and she is told of both', async () => {
    const { at, on, files, end } = await story('2026-11-20 10:00');
    const leaving = await files(lucia, { kind: 'cancellation' });
    await leaving.by(lucia, 'communicateFolio', { channel: 'phone' });
    await leaving.by(beto, 'executeCancellation', {
      channel: 'phone',
      effectiveAt: on('2026-11-30 00:00'),
      balance: { amount: 120_000, currency: 'MXN' },
    });
    await leaving.by(lucia, 'close');
    at('2026-12-02 10:00');
    await leaving.by(ana, 'disputePenalty', {
      amount: { amount: 100_000, currency: 'MXN' },
      statement: 'Mi plazo forzoso terminó en marzo.',
    });
    expect(await leaving.workOf()).toMatchObject({ 'ruling-officer': ['rule-penalty'] });
    expect(await leaving.refused(lucia, 'close')).toBe('penalty-not-ruled');
    await leaving.by(nora, 'rulePenalty', {
      outcome: 'upheld',
      basis: 'clause-12',
      reasons: 'El plazo forzoso había terminado.',
    });
    expect(await leaving.workOf()).toMatchObject({ billing: ['compensate'] });
    expect(await leaving.refused(lucia, 'close')).not.toBe('accepted');
    await leaving.by(beto, 'grantCompensation', {
      reason: 'undue-charge',
      proportionalRefund: { amount: 100_000, currency: 'MXN' },
      bonus: { amount: 20_000, currency: 'MXN' },
    });
    at('2026-12-03 10:00');
    await leaving.by(lucia, 'giveFurtherNotice', { channel: 'phone' });
    const told = await leaving.letter('further', ana);
    expect(told).toContain('Su inconformidad con lo que cobró la cancelación es procedente');
    expect(told).toContain('El plazo forzoso había terminado.');
    expect(told).toContain('$1,000.00 MXN');
    await leaving.by(lucia, 'close');
    await leaving.by(beto, 'creditCompensation', {});
    expect(await leaving.ending()).toBe('closed');
    await end();
  });

  it('she is not found right: she is told why, and where else she may go', async () => {
    const { on, files, end } = await story('2026-11-20 10:00');
    const leaving = await files(lucia, { kind: 'cancellation' });
    await leaving.by(lucia, 'communicateFolio', { channel: 'phone' });
    await leaving.by(beto, 'executeCancellation', { channel: 'phone', effectiveAt: on('2026-11-30 00:00') });
    await leaving.by(ana, 'disputePenalty', { statement: 'No debo nada.' });
    await leaving.by(nora, 'rulePenalty', {
      outcome: 'dismissed',
      basis: 'clause-12',
      reasons: 'El equipo no se devolvió.',
    });
    await leaving.by(lucia, 'giveFurtherNotice', { channel: 'phone' });
    const told = await leaving.letter('further', ana);
    expect(told).toContain('es improcedente');
    expect(told).toContain('PROFECO');
    await leaving.by(lucia, 'close');
    await end();
  });
});
