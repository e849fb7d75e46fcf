import { describe, expect, it } from '@jest/globals';
import { asCustomerService, conectared, openQuejas } from '../../src/index.js';
import type { CommandResult, OpenQuejasOptions, Quejas } from '../../src/index.js';
import { codeOf } from '../../src/application/errors/code-of.js';
import { report } from './opened.js';

type Place = Pick<OpenQuejasOptions, 'store' | 'rows' | 'keys'>;

const cs = asCustomerService('cs-1');
const filedAt = '2026-03-02T16:00:00.000Z';
const wrong = '2099-03-02T16:00:00.000Z';

/** What a host finds whose clock, or an earlier host's, is wrong. */
export const wrongClockOn = (
  name: string,
  place: () => Promise<{ readonly options: Place; readonly close: () => Promise<void> }>,
): void => {
  describe(`a clock that is wrong, on ${name}`, () => {
    /** Opens for some commands by a clock that stands still. */
    const byClock = async <Result>(
      options: Place,
      now: string,
      work: (quejas: Quejas) => Promise<Result>,
      more: Partial<OpenQuejasOptions> = {},
    ): Promise<Result> => {
      const quejas = await openQuejas({ ...options, provider: conectared, clock: () => now, ...more });
      try {
        return await work(quejas);
      } finally {
        await quejas.close();
      }
    };
    const file = (commandId: string) => (quejas: Quejas) =>
      quejas.file(report(commandId, { receivedAt: filedAt, subscriber: { ref: commandId } }), cs);
    const ask = (folio: string, commandId: string) => (quejas: Quejas) =>
      quejas.complaint(folio).requestInformation({ commandId, question: '¿Qué luces ve?' }, cs);
    const folioOf = (result: CommandResult): string => (result.ok ? result.folio : result.code);
    const recorded = (quejas: Quejas) =>
      quejas.events({ limit: 1_000 }).then(({ events }) => events.map(({ recordedAt }) => recordedAt));

    const inPlace = async (work: (options: Place) => Promise<void>): Promise<void> => {
      const { options, close } = await place();
      try {
        await work(options);
      } finally {
        await close();
      }
    };

    it('is told as clock-behind where it lies more than a day before the case’s last event, and 2099 is not copied', () =>
      inPlace(async (options) => {
        const folio = folioOf(await byClock(options, filedAt, file('f-1')));
        const act = await byClock(options, wrong, ask(folio, 'a-1'), { clockIsRight: true });
        expect(act.ok).toBe(true);
        const next = '2026-03-03T16:00:00.000Z';
        const refused = await byClock(options, next, ask(folio, 'a-2'));
        expect(refused).toMatchObject({
          ok: false,
          code: 'clock-behind',
          kind: 'unavailable',
          details: { now: next, recordedAt: wrong },
        });
        const again = await byClock(options, next, ask(folio, 'a-1'));
        expect(again).toMatchObject({ ok: true, duplicate: true });
        const goesOn = await byClock(options, next, ask(folio, 'a-2'), { clockIsRight: true });
        expect(goesOn.ok).toBe(true);
        const times = await byClock(options, next, recorded);
        expect(times.filter((time) => time === wrong)).toHaveLength(1);
        expect(times.at(-1)).toBe(next);
      }));

    it('hinders nothing where it is less than a day behind: the case’s own time goes on', () =>
      inPlace(async (options) => {
        const folio = folioOf(await byClock(options, filedAt, file('f-1')));
        const act = await byClock(options, '2026-03-01T16:00:00.000Z', ask(folio, 'a-1'));
        expect(act).toMatchObject({ ok: false, code: 'before-receipt' });
        const later = '2026-03-05T16:00:00.000Z';
        expect((await byClock(options, later, ask(folio, 'a-1'))).ok).toBe(true);
        const behind = await byClock(options, '2026-03-04T16:00:00.000Z', ask(folio, 'a-2'));
        expect(behind.ok).toBe(true);
        expect((await byClock(options, later, recorded)).at(-1)).toBe(later);
        const tooFar = await byClock(options, '2026-03-04T15:59:59.999Z', ask(folio, 'a-3'));
        expect(tooFar).toMatchObject({ ok: false, code: 'clock-behind' });
      }));

    it('is told as clock-ahead where it lies ten years after what was recorded last, and nothing is recorded', () =>
      inPlace(async (options) => {
        const folio = folioOf(await byClock(options, filedAt, file('f-1')));
        expect(await byClock(options, wrong, ask(folio, 'a-1'))).toMatchObject({
          ok: false,
          code: 'clock-ahead',
          details: { now: wrong, recordedAt: filedAt },
        });
        const filing = await byClock(options, wrong, file('f-2')).catch((fault: unknown) => codeOf(fault));
        expect(filing).toBe('clock-ahead');
        expect(await byClock(options, filedAt, recorded)).not.toContain(wrong);
        expect((await byClock(options, '2034-03-02T16:00:00.000Z', ask(folio, 'a-1'))).ok).toBe(true);
      }));

    it('leaves filings to others: numbers that were lent by a clock of 2099 hinder none, and their time is not copied', () =>
      inPlace(async (options) => {
        const first = folioOf(await byClock(options, wrong, file('f-1'), { clockIsRight: true }));
        const second = await byClock(options, filedAt, file('f-2'));
        expect(second).toMatchObject({ ok: true });
        expect(folioOf(second)).not.toBe(first);
        const { events } = await byClock(options, filedAt, (quejas) => quejas.events({ limit: 1_000 }));
        const reserved = events.filter(({ type }) => type === 'FolioBlockReserved');
        expect(reserved.map(({ recordedAt }) => recordedAt)).toContain(filedAt);
      }));
  });
};
