import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  asCustomerService,
  asTechnicalLead,
  conectared,
  openQuejas,
  type OpenQuejasOptions,
  type Quejas,
} from '../../src/index.js';
import { hours, report, sequentialIds, steadyClock } from './opened.js';

const cs = asCustomerService('cs-7');
const id = (last: number) => `0198c000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const legal = { actor: 'legal-1', role: 'legal' } as const;

/** What is recorded about deadlines: when it happened, what, and at which level. */
const recordedIn = async (quejas: Quejas, folio?: string): Promise<readonly string[]> => {
  const types = ['SlaWarned', 'SlaBreached', 'Escalated'] as const;
  const { events } = await quejas.events({ limit: 1_000, types, ...(folio !== undefined && { folio }) });
  return events.map(({ type, data, occurredAt }) => {
    const which = [data['clock'], data['run'], data['percent'], data['level']].filter(
      (each) => each !== undefined,
    );
    return `${occurredAt} ${type} ${which.map((each) => JSON.stringify(each).replaceAll('"', '')).join(' ')}`;
  });
};

const of = (recorded: readonly string[], clock: string) =>
  recorded.filter((each) => each.includes(` ${clock}`) || each.includes('Escalated'));

/** What acting on time does, on any store. */
export const runDueOn = (
  name: string,
  open: () => Promise<{
    readonly options: Pick<OpenQuejasOptions, 'store' | 'keys' | 'rows'>;
    readonly close: () => Promise<void>;
  }>,
): void => {
  describe(`what falls due, on ${name}`, () => {
    let options: Pick<OpenQuejasOptions, 'store' | 'keys' | 'rows'>;
    let close: () => Promise<void>;
    let namespaces = 0;
    let namespace = '';

    beforeAll(async () => {
      ({ options, close } = await open());
    });
    afterAll(() => close());

    const host = (time: ReturnType<typeof steadyClock>, more: Partial<OpenQuejasOptions> = {}) =>
      openQuejas({
        ...options,
        ...{ provider: conectared, clock: time.clock, ids: sequentialIds(), namespace, rowsTimeout: 120_000 },
        ...more,
      });

    const opened = async () => {
      namespaces += 1;
      namespace = `n${String(namespaces)}-`;
      const time = steadyClock();
      const quejas = await host(time);
      const file = async (last: number, more: Record<string, unknown> = {}) => {
        const filed = await quejas.file(report(id(last), more), cs);
        if (!filed.ok) throw new Error(filed.code);
        return filed.folio;
      };
      return { time, quejas, file };
    };

    it('is recorded at its instant and not before, each once (C-23, I-24; quartz#548, node-cron#180)', async () => {
      const { time, quejas, file } = await opened();
      const folio = await file(1);
      expect(await quejas.nextWakeAt()).toBe('2026-03-02T16:19:00.000Z');
      time.forward(19 * 60_000 - 1);
      expect(await quejas.runDue()).toMatchObject({ due: 0, acted: 0 });
      time.forward(1);
      expect(await quejas.runDue()).toEqual({
        ...{ due: 1, acted: 1, refused: 0, nextWakeAt: '2026-03-02T16:25:00.000Z' },
        ...{ notices: 0, undelivered: 0 },
      });
      expect(await quejas.runDue()).toMatchObject({ due: 0, acted: 0 });
      expect(await recordedIn(quejas, folio)).toEqual(['2026-03-02T16:19:00.000Z SlaWarned C-01 80']);
      await quejas.close();
    });

    it('is recorded at every level after a long sleep, each at its own instant (62, dbos-transact-py#803)', async () => {
      const { time, quejas, file } = await opened();
      const folio = await file(1);
      time.forward(hours(24 * 3));
      const run = await quejas.runDue();
      expect(run.acted).toBe(run.due);
      const recorded = of(await recordedIn(quejas, folio), 'C-07');
      expect(recorded).toEqual([
        '2026-03-03T11:07:00.000Z SlaWarned C-07 80',
        '2026-03-03T11:07:00.000Z Escalated 1',
        '2026-03-03T15:55:00.000Z SlaBreached C-07',
        '2026-03-03T15:55:00.000Z Escalated 2',
        '2026-03-04T03:55:00.000Z Escalated 3',
      ]);
      const { items } = await quejas.queue('supervisor', cs);
      expect(items).toMatchObject([{ folio, reason: 'attend-escalation' }]);
      expect(await quejas.runDue()).toMatchObject({ due: 0, acted: 0 });
      await quejas.close();
    });

    it('is the system’s act, caused by the event that started the clock, under an id of its own', async () => {
      const { time, quejas, file } = await opened();
      const folio = await file(1);
      time.forward(hours(1));
      await quejas.runDue();
      const { events } = await quejas.events({ limit: 100, folio });
      const filed = events.find(({ type }) => type === 'Filed');
      const breach = events.find(({ type }) => type === 'SlaBreached');
      expect(breach).toMatchObject({
        occurredAt: '2026-03-02T16:25:00.000Z',
        recordedAt: '2026-03-02T17:00:00.000Z',
        data: { clock: 'C-01', cycle: 1, policy: 'conectared@1', calendar: 'conectared-natural@1' },
        metadata: { role: 'system', actor: 'deadlines', causationId: filed?.id },
      });
      await quejas.close();
    });

    it('is nothing of a clock that was met in time, or that is paused (I-15)', async () => {
      const { time, quejas, file } = await opened();
      const folio = await file(1);
      await quejas
        .complaint(folio)
        .communicateFolio({ commandId: id(2), channel: 'phone', communicatedAt: time.clock() }, cs);
      await quejas.complaint(folio).putOnHold({ commandId: id(3), reason: 'authority-extension' }, cs);
      time.forward(hours(26));
      await quejas.runDue();
      const recorded = await recordedIn(quejas, folio);
      expect(recorded.filter((each) => /C-01|C-07|C-06|C-10|Escalated/u.test(each))).toEqual([]);
      expect(recorded.some((each) => each.includes('SlaBreached C-04'))).toBe(true);
      await quejas.close();
    });

    it('stays late where it was done after its due instant and before the run, and was warned of before (I-24)', async () => {
      const { time, quejas, file } = await opened();
      const folio = await file(1);
      time.forward(hours(13));
      const complaint = quejas.complaint(folio);
      await complaint.assignTechnician({ commandId: id(2), technician: 'rt-3' }, cs);
      await complaint.verifyCause(
        { commandId: id(3), causes: ['cut-fibre'], faultFound: true, attribution: 'provider' },
        asTechnicalLead('rt-3'),
      );
      await quejas.runDue();
      const recorded = await recordedIn(quejas, folio);
      expect(recorded).toContain('2026-03-02T19:55:00.000Z SlaBreached C-04');
      expect(recorded).toContain('2026-03-03T03:55:00.000Z SlaBreached C-06');
      expect(recorded.filter((each) => /SlaWarned C-0[46]/u.test(each))).toHaveLength(2);
      // No clock that takes a request up has reached a level yet.
      expect(recorded.some((each) => each.includes('Escalated'))).toBe(false);
      await quejas.close();
    });

    it('keeps a breach that a late fact shows to be none, and tells both (57)', async () => {
      const { time, quejas, file } = await opened();
      const folio = await file(1);
      time.forward(hours(1));
      await quejas.runDue();
      await quejas
        .complaint(folio)
        .communicateFolio(
          { commandId: id(2), channel: 'phone', communicatedAt: '2026-03-02T16:10:00.000Z' },
          cs,
        );
      const view = await quejas.clocks(folio, cs);
      const clock = view?.view === 'full' ? view.clocks.find((each) => each.clock === 'C-01') : undefined;
      expect(clock).toMatchObject({ state: 'met', breachRecordedAt: '2026-03-02T16:25:00.000Z' });
      time.forward(1);
      await quejas.runDue();
      expect((await recordedIn(quejas, folio)).filter((each) => each.includes('C-01'))).toHaveLength(2);
      await quejas.close();
    });

    it('is counted and not recorded by a dry run', async () => {
      const { time, quejas, file } = await opened();
      for (let each = 1; each <= 30; each += 1) await file(each);
      time.forward(hours(24 * 9));
      const dry = await quejas.runDue({ dryRun: true });
      expect(dry).toMatchObject({ acted: 0 });
      expect(await recordedIn(quejas)).toEqual([]);
      expect((await quejas.runDue()).acted).toBe(dry.due);
      await quejas.close();
    });

    it('is recorded once where two hosts run it at once (dbos-transact-py#803, wolverine#1272)', async () => {
      const { time, quejas, file } = await opened();
      for (let each = 1; each <= 12; each += 1) await file(each);
      await quejas
        .complaint(await file(20))
        .openAuthorityProceeding({ commandId: id(21), authority: 'PROFECO', reference: 'P-1' }, legal);
      const other = await host(time, options.rows === undefined ? {} : { rows: 'memory:' });
      time.forward(hours(24 * 8));
      const runs = await Promise.all([quejas.runDue(), other.runDue(), quejas.runDue(), other.runDue()]);
      const recorded = await recordedIn(quejas);
      const acted = runs.reduce((sum, run) => sum + run.acted, 0);
      // A server takes the same append of two programs for one that was sent again (ADR 0805): both count it as theirs.
      if (options.rows === undefined) expect(acted).toBe(recorded.length);
      else expect(acted).toBeGreaterThanOrEqual(recorded.length);
      const { events } = await quejas.events({
        limit: 1_000,
        types: ['SlaWarned', 'SlaBreached', 'Escalated'],
      });
      const keys = events.map(({ stream, type, data }) =>
        JSON.stringify([stream, type, data['clock'], data['run'], data['percent'], data['level']]),
      );
      expect(new Set(keys).size).toBe(keys.length);
      expect(await quejas.runDue()).toMatchObject({ due: 0, acted: 0 });
      expect((await other.runDue()).acted).toBe(0);
      await other.close();
      await quejas.close();
    });

    it('is known to a program that is started anew: nothing waits in a timer (mastra#24591)', async () => {
      const { time, quejas, file } = await opened();
      const folio = await file(1);
      const wakes = await quejas.nextWakeAt();
      await quejas.close();
      time.forward(hours(2));
      const next = await host(time, options.rows === undefined ? {} : { rows: 'memory:' });
      expect(await next.nextWakeAt()).toBe(wakes);
      expect((await next.runDue()).acted).toBe(2);
      expect(of(await recordedIn(next, folio), 'C-01')).toEqual([
        '2026-03-02T16:19:00.000Z SlaWarned C-01 80',
        '2026-03-02T16:25:00.000Z SlaBreached C-01',
      ]);
      await next.close();
    });

    it('is told by the health: what was due and is not recorded is degraded (wolverine#3954)', async () => {
      const { time, quejas, file } = await opened();
      await file(1);
      expect(quejas.health().deadlines).toEqual({
        ...{ state: 'unknown', reasons: [], nextWakeAt: null, oldestDue: null, oldestUntold: null },
      });
      await quejas.nextWakeAt();
      expect(quejas.health().deadlines).toMatchObject({ state: 'ok', reasons: [], oldestDue: null });
      time.forward(hours(2));
      expect(quejas.health().deadlines).toMatchObject({
        ...{ state: 'degraded', reasons: ['not-recorded'], oldestDue: '2026-03-02T16:19:00.000Z' },
        oldestUntold: null,
      });
      await quejas.runDue();
      expect(quejas.health().deadlines.state).toBe('ok');
      await quejas.close();
    });

    it('of an import is recorded under the import where it was due before it came', async () => {
      const { time, quejas } = await opened();
      const filed = await quejas.file({ ...report(id(1)), receivedAt: '2026-02-02T09:55:00-06:00' }, cs, {
        source: 'import:test',
      });
      if (!filed.ok) throw new Error(filed.code);
      await quejas.runDue();
      const { events } = await quejas.events({ limit: 100, folio: filed.folio, types: ['SlaBreached'] });
      expect(events.length).toBeGreaterThan(3);
      expect(new Set(events.map(({ metadata: { source } }) => source))).toEqual(new Set(['import:test']));
      time.forward(hours(24 * 30));
      await quejas.runDue();
      const later = (await quejas.events({ limit: 100, folio: filed.folio })).events.at(-1);
      expect(later).toMatchObject({ type: 'SlaBreached', data: { clock: 'C-24' } });
      expect(later?.metadata.source).toBeUndefined();
      await quejas.close();
    });

    const inquiry = { kind: 'inquiry', subject: 'service', receivedAt: undefined };
    const lapsesOf = async (quejas: Quejas, folio: string) =>
      (await quejas.events({ limit: 100, folio, types: ['Lapsed'] })).events;
    /** An inquiry whose user was told the folio, and is asked something on 2 March at 10:00. */
    const askedOn = async (
      quejas: Quejas,
      time: ReturnType<typeof steadyClock>,
      folio: string,
    ): Promise<void> => {
      const complaint = quejas.complaint(folio);
      const told = { commandId: id(902), channel: 'phone', communicatedAt: time.clock() } as const;
      for (const done of [
        await complaint.communicateFolio(told, cs),
        await complaint.requestInformation({ commandId: id(903), question: '¿Qué contrato?' }, cs),
      ])
        if (!done.ok) throw new Error(done.code);
    };

    it('is the end of a request whose user lets the whole term for an answer pass, once, when it is recorded', async () => {
      const { time, quejas, file } = await opened();
      const folio = await file(1, inquiry);
      await askedOn(quejas, time, folio);
      time.forward(Date.parse('2026-03-13T05:59:59.999Z') - Date.parse(time.clock()));
      await quejas.runDue();
      expect(await lapsesOf(quejas, folio)).toEqual([]);
      expect(await quejas.nextWakeAt()).toBe('2026-03-13T06:00:00.000Z');
      time.forward(hours(2));
      expect(await quejas.runDue({ dryRun: true })).toMatchObject({ due: 1, acted: 0 });
      const other = await host(time, options.rows === undefined ? {} : { rows: 'memory:' });
      await Promise.all([quejas.runDue(), other.runDue()]);
      expect(await lapsesOf(quejas, folio)).toMatchObject([
        {
          ...{ data: { reason: 'no-answer' }, occurredAt: time.clock() },
          metadata: { role: 'system', actor: 'deadlines' },
        },
      ]);
      expect(await quejas.runDue()).toMatchObject({ due: 0, acted: 0 });
      expect(await quejas.show(folio, cs)).toMatchObject({ status: 'cancelled' });
      await other.close();
      await quejas.close();
    });

    it('is no end of a request of whose user something was heard, and none of one that an import brought', async () => {
      const { time, quejas, file } = await opened();
      const folio = await file(1, inquiry);
      await askedOn(quejas, time, folio);
      const brought = await quejas.file({ ...report(id(5), inquiry) }, cs, { source: 'import:test' });
      if (!brought.ok) throw new Error(brought.code);
      await askedOn(quejas, time, brought.folio);
      time.forward(hours(24 * 5));
      const heard = { commandId: id(4), direction: 'from-user', channel: 'phone' } as const;
      await quejas.complaint(folio).recordContact({ ...heard, contactedAt: time.clock() }, cs);
      time.forward(hours(24 * 6));
      await quejas.runDue();
      expect(await lapsesOf(quejas, folio)).toEqual([]);
      time.forward(hours(24 * 5));
      await quejas.runDue();
      expect(await lapsesOf(quejas, folio)).toHaveLength(1);
      expect(await lapsesOf(quejas, brought.folio)).toEqual([]);
      expect((await quejas.runDue()).due).toBe(0);
      await quejas.close();
    });

    it('ends where it is told to, and goes on the next time', async () => {
      const { time, quejas, file } = await opened();
      for (let each = 1; each <= 40; each += 1) await file(each);
      time.forward(hours(48));
      const stop = new AbortController();
      const looked: number[] = [];
      const first = await quejas.runDue({
        signal: stop.signal,
        onProgress: (complaints) => {
          looked.push(complaints);
          stop.abort();
        },
      });
      expect(looked).toEqual([32]);
      const rest = await quejas.runDue();
      expect(rest.acted).toBeGreaterThan(0);
      expect(first.acted / 32).toBe(rest.acted / 8);
      await quejas.close();
    });

    it('is asked for in its right form', async () => {
      const { time, quejas } = await opened();
      await expect(quejas.runDue({ now: '2026-03-02T17:00:00.000Z' })).rejects.toMatchObject({
        code: 'query-invalid',
      });
      await expect(quejas.runDue({ now: 'tomorrow' })).rejects.toMatchObject({ code: 'query-invalid' });
      expect(await quejas.runDue({ now: time.clock() })).toMatchObject({ due: 0, nextWakeAt: null });
      await quejas.close();
    });
  });
};
