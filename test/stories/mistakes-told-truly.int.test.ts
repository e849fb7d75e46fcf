import { describe, expect, it } from '@jest/globals';
import { cast, mended, story } from '../support/story.js';

const { ana, lucia, marcos, rosa, nora, pablo, beto } = cast;
const upheld = { outcome: 'upheld', basis: 'clause-10', reasons: 'La fibra es nuestra.' } as const;
const dismissed = { outcome: 'dismissed', basis: 'clause-10', reasons: 'No hubo falla.' } as const;
const slip = { reason: 'recorded-wrongly', explanation: 'Error de captura.' } as const;

describe('A ruling that was typed in wrongly', () => {
  it('is corrected by a new fact; what was known before stays readable as it was', async () => {
    const telling = await story('2026-11-20 10:00');
    const { at, on, end } = telling;
    const fault = await mended(telling, { found: '2026-11-20 12:00', back: '2026-11-20 15:00' });
    await fault.by(ana, 'confirmRestoration', { by: 'user' });
    at('2026-11-21 09:00');
    await fault.by(nora, 'rule', dismissed);
    at('2026-11-23 09:00');
    await fault.by(nora, 'correctRuling', { ...upheld, ...slip });

    // What we knew on the 22nd: dismissed. What we know today about the 22nd: upheld.
    expect((await fault.shownTo(lucia, { knownAt: on('2026-11-22 12:00') })).ruling).toBe('dismissed');
    expect((await fault.shownTo(lucia, { at: on('2026-11-22 12:00') })).ruling).toBe('upheld');
    expect((await fault.shownTo(lucia)).ruling).toBe('upheld');
    await end();
  });
});

describe('Service that was back a day later than was typed in', () => {
  it('is corrected, and what is owed is reckoned anew', async () => {
    const telling = await story('2026-11-20 10:00');
    const { at, on, end } = telling;
    const fault = await mended(telling, {
      found: '2026-11-20 12:00',
      back: '2026-11-21 15:00',
      told: { price: { amount: 39_900, currency: 'MXN' }, periodDays: 30 },
    });
    at('2026-11-23 09:00');
    await fault.by(marcos, 'correctRestoration', { restoredAt: on('2026-11-22 15:00'), ...slip });
    await fault.by(beto, 'assessCompensation');
    const { history } = await fault.shownTo(lucia);
    expect(history.find(({ type }) => type === 'CompensationAssessed')?.data).toMatchObject({
      affected: { to: on('2026-11-22 15:00') },
    });
    const before = await fault.shownTo(lucia, { knownAt: on('2026-11-22 12:00') });
    expect(before.history.map(({ type }) => type)).not.toContain('RestorationCorrected');
    await end();
  });
});

describe('A technician who was put down for another', () => {
  it('is corrected from the assignment on, and the other one works it', async () => {
    const { at, on, files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
    at('2026-11-20 12:00');
    await fault.by(lucia, 'correctTechnician', { technician: rosa.actor, ...slip });
    const known = await fault.shownTo(lucia, { knownAt: on('2026-11-20 11:00') });
    expect([known.technician, (await fault.shownTo(lucia)).technician]).toEqual([marcos.actor, rosa.actor]);
    await fault.by(rosa, 'verifyCause', { causes: ['cut-fibre'], faultFound: true, attribution: 'provider' });
    await end();
  });
});

describe('A request that was linked to the wrong outage', () => {
  it('is taken out of it, or found under the right one, with a reason, also after its end, and stays as it was known', async () => {
    const { quejas, at, on, files, end } = await story('2026-11-20 10:00');
    const [other, none] = [await files(lucia), await files(lucia)];
    for (const each of [other, none]) await each.by(marcos, 'linkMassOutage', { outage: 'out-1' });
    await none.by(ana, 'withdraw', { reason: 'solved-by-itself' });
    at('2026-11-21 10:00');
    expect(await other.refused(rosa, 'correctMassOutage', { from: 'out-1', ...slip })).toBe('not-in-charge');
    await other.by(lucia, 'correctMassOutage', { from: 'out-1', outage: 'out-2', ...slip });
    await none.by(lucia, 'correctMassOutage', { from: 'out-1', ...slip });
    const found = async (outage: string) =>
      (await quejas.find({ outage }, lucia)).items.map(({ folio }) => folio);
    expect([await found('out-1'), await found('out-2')]).toEqual([[], [other.folio]]);
    expect(await other.refused(lucia, 'correctMassOutage', { from: 'out-1', ...slip })).toBe(
      'not-of-this-outage',
    );
    const types = async (knownAt?: string) =>
      (await other.shownTo(lucia, { at: on('2026-11-20 11:00'), ...(knownAt && { knownAt }) })).history.map(
        ({ type }) => type,
      );
    expect(await types()).toContain('MassOutageCorrected');
    expect(await types(on('2026-11-21 09:00'))).not.toContain('MassOutageCorrected');
    const told = JSON.stringify(await other.shownTo(ana));
    expect(told).toContain('out-2');
    expect(told).not.toContain(slip.explanation);
    await end();
  });
});

describe('A cause that was found later', () => {
  it('takes the place of the first one, with the reason that it was learned later, and is ruled on again', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await mended(telling, { found: '2026-11-20 12:00', back: '2026-11-20 15:00' });
    await fault.by(ana, 'confirmRestoration', { by: 'user' });
    await fault.by(nora, 'rule', upheld);
    await fault.by(marcos, 'correctCause', {
      causes: ['wholesaler'],
      faultFound: true,
      attribution: 'third-party',
      reason: 'learned-later',
      explanation: 'El mayorista lo confirmó.',
    });
    expect((await fault.workOf())['ruling-officer']).toEqual(['rule']);
    expect((await fault.shownTo(lucia)).attribution).toBe('third-party');
    await telling.end();
  });
});

describe('A request that was marked as a duplicate of the wrong one', () => {
  it('is told to be the duplicate of another one, and stays ended', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const [first, second, third] = [await files(lucia), await files(lucia), await files(lucia)];
    await third.by(lucia, 'markDuplicate', { of: first.folio });
    await third.by(lucia, 'correctDuplicate', { of: second.folio, ...slip });
    expect(await third.ending()).toBe('duplicate');
    await end();
  });

  it('tells its user the number that goes on, and once more where another one was told (I-12)', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const [first, second, third, untold] = [
      await files(lucia),
      await files(lucia),
      await files(lucia),
      await files(lucia),
    ];
    await third.by(lucia, 'markDuplicate', { of: first.folio });
    await third.by(lucia, 'giveFurtherNotice');
    const told = await third.letter('duplicate', lucia);
    await third.by(lucia, 'correctDuplicate', { of: second.folio, ...slip });
    expect((await third.workOf())['customer-service']).toEqual(['tell-user']);
    await third.by(lucia, 'giveFurtherNotice');
    const toldAnew = await third.letter('duplicate', lucia);
    expect(told).toContain(`con el número ${first.folio}.`);
    expect(told).not.toContain('sustituye');
    expect(toldAnew).toContain(`Este aviso sustituye al anterior: vale lo que se dice aquí.`);
    expect(toldAnew).toContain(`con el número ${second.folio}.`);
    expect(toldAnew).not.toContain(first.folio);
    expect(await third.letter('certificate', lucia)).toContain(
      `Se corrigió de cuál solicitud es duplicada (${second.folio}; se había registrado mal).`,
    );

    await untold.by(lucia, 'markDuplicate', { of: first.folio });
    await untold.by(lucia, 'correctDuplicate', { of: second.folio, ...slip });
    const onlyOne = await untold.letter('duplicate', lucia);
    expect(onlyOne).toContain(`con el número ${second.folio}.`);
    expect(onlyOne).not.toContain('sustituye');
    await end();
  });
});

describe('The officer who ruled', () => {
  it('does not rule on the appeal: another officer does', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await mended(telling, { found: '2026-11-20 12:00', back: '2026-11-20 15:00' });
    await fault.by(ana, 'confirmRestoration', { by: 'user' });
    await fault.by(nora, 'rule', dismissed);
    await fault.by(ana, 'escalate', { level: 1, trigger: 'user', target: 'sup-1' });
    expect(await fault.workOf()).toMatchObject({
      supervisor: ['attend-escalation'],
      'ruling-officer': ['rule'],
    });
    expect(await fault.refused(nora, 'rule', upheld)).toBe('separation-of-duties');
    await fault.by(pablo, 'rule', upheld);
    expect((await fault.shownTo(lucia)).ruling).toBe('upheld');
    await telling.end();
  });
});
