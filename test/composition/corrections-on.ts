import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  asCompetentArea,
  asCustomerService,
  conectared,
  openQuejas,
  type OpenQuejasOptions,
  type Quejas,
} from '../../src/index.js';
import type { CaseFull } from '../../src/queries/case-view.js';
import { cast, local, mended, story, type Case } from '../support/story.js';

const { ana, lucia, marcos, rosa, nora, elena, beto } = cast;
const desk = asCustomerService('cs-reader');
const conciliator = asCompetentArea('ar-dora', { area: 'conciliation' });
const slip = { reason: 'recorded-wrongly', explanation: 'Error de captura.' } as const;
const told = { price: { amount: 39_900, currency: 'MXN' }, periodDays: 30 } as const;
const money = (amount: number) => ({ amount, currency: 'MXN' });

/** One correction: when it was recorded, and what a reader sees before and after it. */
interface Reading {
  readonly corrected: string;
  readonly folio: string;
  readonly recordedAt: string;
  readonly read: (view: CaseFull) => unknown;
  readonly first: unknown;
  readonly true: unknown;
}

const dataOf = (view: CaseFull, ...types: readonly string[]) =>
  view.history.findLast(({ type }) => types.includes(type))?.data;

/** Every kind of correction, each recorded a day after what it corrects. */
const live = async (options: Partial<OpenQuejasOptions>): Promise<readonly Reading[]> => {
  const telling = await story('2026-11-02 09:00', options);
  const { at, on, files, end } = telling;
  const readings: Reading[] = [];
  const note = (
    corrected: string,
    each: Case,
    recorded: string,
    reading: Omit<Reading, 'corrected' | 'folio' | 'recordedAt'>,
  ) => readings.push({ corrected, folio: each.folio, recordedAt: local(recorded), ...reading });

  const fault = await mended(telling, { found: '2026-11-03 09:00', back: '2026-11-03 12:00', told });
  await fault.by(ana, 'confirmRestoration', { by: 'user' });
  at('2026-11-04 09:00');
  await fault.by(marcos, 'correctCause', {
    causes: ['wholesaler'],
    faultFound: true,
    attribution: 'third-party',
    ...slip,
  });
  note('the cause', fault, '2026-11-04 09:00', {
    read: (view) => view.attribution,
    first: 'provider',
    true: 'third-party',
  });
  at('2026-11-05 09:00');
  await fault.by(marcos, 'correctRestoration', { restoredAt: on('2026-11-03 20:00'), ...slip });
  note('the restoration', fault, '2026-11-05 09:00', {
    read: (view) => dataOf(view, 'Repaired', 'RestorationCorrected'),
    first: expect.objectContaining({ restoredAt: on('2026-11-03 12:00') }),
    true: expect.objectContaining({ restoredAt: on('2026-11-03 20:00') }),
  });
  await fault.by(ana, 'confirmRestoration', { by: 'user' });
  await fault.by(nora, 'rule', { outcome: 'dismissed', basis: 'clause-10', reasons: 'No hubo falla.' });
  at('2026-11-06 09:00');
  await fault.by(nora, 'correctRuling', {
    outcome: 'upheld',
    basis: 'clause-10',
    reasons: 'Hubo falla.',
    ...slip,
  });
  note('the ruling', fault, '2026-11-06 09:00', {
    read: (view) => view.ruling,
    first: 'dismissed',
    true: 'upheld',
  });
  await fault.by(beto, 'assessCompensation');
  await fault.by(beto, 'grantCompensation', {
    proportionalRefund: money(2000),
    bonus: money(400),
    reason: 'attributable-to-provider',
  });
  at('2026-11-07 09:00');
  await fault.by(beto, 'correctCompensation', {
    proportionalRefund: money(3000),
    bonus: money(600),
    ...slip,
  });
  note('the grant', fault, '2026-11-07 09:00', {
    read: (view) => dataOf(view, 'CompensationGranted', 'CompensationCorrected'),
    first: expect.objectContaining({ proportionalRefund: money(2000) }),
    true: expect.objectContaining({ proportionalRefund: money(3000) }),
  });

  at('2026-11-07 12:00');
  await fault.by(beto, 'creditCompensation', { statement: 'EC-1' });
  const { history } = await fault.shownTo(lucia);
  const credit = history.at(-1)?.revision ?? 0;
  at('2026-11-08 08:00');
  await fault.by(beto, 'correctCredit', { credit, credited: false, ...slip });
  note('the credit', fault, '2026-11-08 08:00', {
    read: (view) => dataOf(view, 'CompensationCredited', 'CreditCorrected'),
    first: expect.objectContaining({ statement: 'EC-1' }),
    true: expect.objectContaining({ credited: false }),
  });

  const assigned = await files(lucia, { contract: 'c-2' });
  await assigned.by(lucia, 'assignTechnician', { technician: marcos.actor });
  at('2026-11-08 09:00');
  await assigned.by(lucia, 'correctTechnician', { technician: rosa.actor, ...slip });
  note('the technician', assigned, '2026-11-08 09:00', {
    read: (view) => view.technician,
    first: marcos.actor,
    true: rosa.actor,
  });

  const linked = await files(lucia, { contract: 'c-5' });
  await linked.by(marcos, 'linkMassOutage', { outage: 'mo-1' });
  at('2026-11-08 12:00');
  await linked.by(lucia, 'correctMassOutage', { from: 'mo-1', outage: 'mo-2', ...slip });
  note('the outage', linked, '2026-11-08 12:00', {
    read: (view) => dataOf(view, 'MassOutageLinked', 'MassOutageCorrected'),
    first: { outage: 'mo-1' },
    true: expect.objectContaining({ from: 'mo-1', outage: 'mo-2' }),
  });

  const leaving = await files(lucia, { kind: 'cancellation', contract: 'c-3' });
  await leaving.by(lucia, 'communicateFolio', { channel: 'phone' });
  await leaving.by(beto, 'executeCancellation', {
    channel: 'phone',
    effectiveAt: on('2026-11-30 00:00'),
    balance: money(100),
  });
  at('2026-11-09 09:00');
  await leaving.by(beto, 'correctCancellation', {
    effectiveAt: on('2026-12-01 00:00'),
    balance: money(0),
    ...slip,
  });
  note('the cancellation', leaving, '2026-11-09 09:00', {
    read: (view) => dataOf(view, 'CancellationExecuted', 'CancellationCorrected'),
    first: expect.objectContaining({ balance: money(100) }),
    true: expect.objectContaining({ balance: money(0) }),
  });

  const called = await files(lucia, { contract: 'c-5' });
  await called.by(lucia, 'assignTechnician', { technician: marcos.actor });
  await called.by(lucia, 'scheduleVisit', {
    visitor: marcos.actor,
    window: { from: on('2026-11-09 10:00'), to: on('2026-11-09 12:00') },
    purpose: 'inspection',
  });
  await called.by(lucia, 'notifyVisit', { visit: 1, channel: 'phone' });
  at('2026-11-09 12:00');
  await called.by(marcos, 'failVisit', { visit: 1, reason: 'user-absent' });
  at('2026-11-10 08:00');
  await called.by(lucia, 'correctVisit', { visit: 1, outcome: 'provider-missed', ...slip });
  note('the visit', called, '2026-11-10 08:00', {
    read: (view) => dataOf(view, 'VisitFailed', 'VisitCorrected'),
    first: expect.objectContaining({ reason: 'user-absent' }),
    true: expect.objectContaining({ outcome: 'provider-missed' }),
  });

  await called.by(elena, 'openAuthorityProceeding', { authority: 'PROFECO', reference: 'PFC-1' });
  await called.by(elena, 'resolveAuthorityProceeding', { reference: 'PFC-1', outcome: 'for-provider' });
  at('2026-11-10 08:30');
  await called.by(elena, 'correctResolution', {
    authority: 'PROFECO',
    reference: 'PFC-1',
    outcome: 'for-user',
    ...slip,
  });
  note('the resolution', called, '2026-11-10 08:30', {
    read: (view) => dataOf(view, 'AuthorityResolved', 'ResolutionCorrected'),
    first: expect.objectContaining({ outcome: 'for-provider' }),
    true: expect.objectContaining({ outcome: 'for-user' }),
  });

  const conciliated = await files(lucia, { kind: 'inquiry', subject: 'contract', contract: 'c-6' });
  await conciliated.by(lucia, 'routeToArea', { area: 'conciliation', purpose: 'conciliation' });
  await conciliated.by(conciliator, 'recordConciliation', {
    outcome: 'agreed',
    agreement: 'Un mes sin costo.',
  });
  at('2026-11-10 08:45');
  await conciliated.by(conciliator, 'correctConciliation', { outcome: 'not-agreed', ...slip });
  note('the conciliation', conciliated, '2026-11-10 08:45', {
    read: (view) => view.toCarryOut,
    first: 1,
    true: 0,
  });

  await conciliated.by(lucia, 'provideAnswer', { outcome: 'answered', answer: 'No procede.' });
  const answer = (await conciliated.shownTo(lucia)).history.at(-1)?.revision ?? 0;
  await conciliated.by(lucia, 'recordDelivery', { notice: answer, channel: 'email' });
  const delivery = (await conciliated.shownTo(lucia)).history.at(-1)?.revision ?? 0;
  at('2026-11-10 08:50');
  await conciliated.by(lucia, 'correctDelivery', { delivery, delivered: false, ...slip });
  note('the delivery', conciliated, '2026-11-10 08:50', {
    read: (view) => view.final,
    first: 'delivered',
    true: 'sent',
  });

  const twice = await files(lucia, { contract: 'c-4' });
  await twice.by(lucia, 'markDuplicate', { of: fault.folio });
  at('2026-11-10 09:00');
  await twice.by(lucia, 'correctDuplicate', { of: assigned.folio, ...slip });
  note('the duplicate', twice, '2026-11-10 09:00', {
    read: (view) => dataOf(view, 'MarkedDuplicate', 'DuplicateCorrected'),
    first: expect.objectContaining({ of: fault.folio }),
    true: expect.objectContaining({ of: assigned.folio }),
  });
  await end();
  return readings;
};

const minuteBefore = (at: string): Date => new Date(Date.parse(at) - 60_000);

/** A correction is a new fact: what was known before stays readable, on every store and in every later process. */
export const correctionsOn = (
  store: string,
  place: () => Promise<{
    readonly options: Pick<OpenQuejasOptions, 'store' | 'rows' | 'keys'>;
    readonly close: () => Promise<void>;
  }>,
): void => {
  describe(`corrections, appended and read again by another process (${store})`, () => {
    let close = (): Promise<void> => Promise.resolve();
    let readings: readonly Reading[] = [];
    let reader: Quejas;
    const shown = async (folio: string, asOf?: { at?: Date; knownAt?: Date }): Promise<CaseFull> => {
      const view = await reader.show(folio, desk, asOf);
      if (view?.view !== 'full') throw new Error(folio);
      return view;
    };
    beforeAll(async () => {
      const found = await place();
      close = found.close;
      readings = await live(found.options);
      reader = await openQuejas({
        ...found.options,
        provider: conectared,
        clock: () => local('2026-11-20 09:00'),
      });
    }, 60_000);
    afterAll(async () => {
      await reader.close();
      await close();
    });

    it('cover every kind of correction there is', () => {
      expect(readings.map(({ corrected }) => corrected)).toEqual([
        'the cause',
        'the restoration',
        'the ruling',
        'the grant',
        'the credit',
        'the technician',
        'the outage',
        'the cancellation',
        'the visit',
        'the resolution',
        'the conciliation',
        'the delivery',
        'the duplicate',
      ]);
    });

    it('today each gives what is true', async () => {
      for (const { corrected, folio, read, true: now } of readings)
        expect([corrected, read(await shown(folio))]).toEqual([corrected, now]);
    });

    it('as known before it was recorded, each gives the first reading', async () => {
      for (const { corrected, folio, recordedAt, read, first } of readings)
        expect([corrected, read(await shown(folio, { knownAt: minuteBefore(recordedAt) }))]).toEqual([
          corrected,
          first,
        ]);
    });

    it('as of a date before it was recorded, of what is known today, each gives what is true', async () => {
      for (const { corrected, folio, recordedAt, read, true: now } of readings)
        expect([corrected, read(await shown(folio, { at: minuteBefore(recordedAt) }))]).toEqual([
          corrected,
          now,
        ]);
    });
  });
};
