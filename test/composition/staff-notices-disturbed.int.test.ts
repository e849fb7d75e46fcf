import { afterAll, describe, expect, it } from '@jest/globals';
import { readModelProjector } from '../../src/composition/open-parts.js';
import { systemTimers } from '../../src/infrastructure/shared/system/system-timers.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import type { Timers } from '../../src/application/ports/timers.js';
import { hours, later, removeScratch, storeKinds } from './opened.js';
import { inbox, told, withInbox } from './staff-inbox.js';

afterAll(removeScratch);

const minutes = (count: number): number => count * 60_000;

/** The time that a host has for a notice passes at once. */
const impatient: Timers = {
  now: systemTimers.now,
  after: (milliseconds, work) => systemTimers.after(milliseconds === 30_000 ? 5 : milliseconds, work),
};
/** It never does. */
const patient: Timers = {
  now: systemTimers.now,
  after: (milliseconds, work) =>
    milliseconds === 30_000 ? () => undefined : systemTimers.after(milliseconds, work),
};

const never = (): Promise<void> => new Promise<void>(() => undefined);

describe.each(storeKinds)('notices for staff that something happens beside, on a %s store', (kind) => {
  it('count nothing as told that was recorded while a digest was under way', async () => {
    const box = inbox({ atMost: 1 });
    const { quejas, time, file, recorded } = await withInbox(kind, box);
    const folios = [await file(1), await file(2)];
    time.forward(minutes(10));
    const late = await file(3);
    time.forward(minutes(20));
    box.meanwhile(async () => {
      time.forward(minutes(4));
      box.down(true);
      await quejas.runDue();
      box.down(false);
    });
    expect(await quejas.runDue()).toMatchObject({ notices: 1 });
    expect(told(box.given)).toEqual(['digest of 2: 0 2 0']);
    expect(box.given[0]).toMatchObject({ folios: expect.arrayContaining(folios) });
    expect(await recorded('StaffAlerted')).toHaveLength(2);
    expect(await quejas.runDue()).toMatchObject({ notices: 1 });
    expect(box.given[1]).toMatchObject({ folio: late, act: 'warning' });
    await quejas.close();
  });

  it('tell by the next run what climbed while a digest was under way', async () => {
    const box = inbox({ atMost: 1 });
    const { quejas, time, file, recorded } = await withInbox(kind, box);
    await file(1);
    await file(2);
    time.forward(minutes(25));
    box.meanwhile(async () => {
      time.forward(minutes(5));
      box.down(true);
      await quejas.runDue();
      box.down(false);
    });
    await quejas.runDue();
    expect(told(box.given)).toEqual(['digest of 2: 2 0 0']);
    expect(await recorded('StaffAlerted')).toEqual([]);
    await quejas.runDue();
    expect(told(box.given)[1]).toBe('digest of 2: 0 2 0');
    expect(await recorded('StaffAlerted')).toHaveLength(2);
    await quejas.close();
  });

  it('lose nothing lower that was recorded while a higher one was under way', async () => {
    const box = inbox();
    const { quejas, time, file, recorded } = await withInbox(kind, box);
    await file(1);
    time.forward(minutes(30));
    box.meanwhile(async () => {
      time.forward(hours(3));
      box.down(true);
      await quejas.runDue();
      box.down(false);
    });
    expect(await quejas.runDue()).toMatchObject({ notices: 1 });
    expect(told(box.given)).toEqual(['breach  C-01']);
    const warnings = (await recorded('SlaWarned')).map(({ data, revision }) => [data['clock'], revision]);
    const [alert] = await recorded('StaffAlerted');
    expect(warnings.at(-1)?.[1]).toBeGreaterThan(Number(alert?.data['upTo']));
    expect(await quejas.runDue()).toMatchObject({ notices: 1 });
    expect(told(box.given)[1]).toMatch(/^(warning|breach|escalation)/);
    expect(await quejas.runDue()).toMatchObject({ notices: 0 });
    await quejas.close();
  });

  it('tell of what was due before a late filing of a host, whatever source that names', async () => {
    const box = inbox();
    const { quejas, time, file } = await withInbox(kind, box);
    const receivedAt = later(time.clock(), -hours(6));
    await file(1, { receivedAt }, { source: 'mailbox-1' });
    expect(await quejas.runDue()).toMatchObject({ notices: 1 });
    await file(2, { receivedAt }, { source: 'import:log' });
    expect(await quejas.runDue()).toMatchObject({ notices: 0 });
    await quejas.close();
  });

  it('are not begun by a run that was ended before, so that no digest goes out that is not recorded', async () => {
    const box = inbox({ atMost: 1 });
    const { quejas, time, file, recorded } = await withInbox(kind, box);
    for (const each of [1, 2, 3]) await file(each);
    time.forward(hours(1));
    const run = new AbortController();
    await quejas.runDue({ signal: run.signal, onProgress: () => run.abort() });
    expect(box.tried).toEqual([]);
    expect(await quejas.runDue()).toMatchObject({ notices: 1 });
    expect(await recorded('StaffAlerted')).toHaveLength(3);
    await quejas.close();
  });

  it('that a host never answers are given up after their time, and told again', async () => {
    let isHanging = true;
    const box = inbox();
    const deliver = box.staffNotices.deliver;
    const staffNotices = {
      deliver: (notice: Parameters<typeof deliver>[0]) => (isHanging ? never() : deliver(notice)),
    };
    const { quejas, time, file, recorded } = await withInbox(kind, { staffNotices }, { timers: impatient });
    await file(1);
    time.forward(hours(1));
    expect(await quejas.runDue()).toMatchObject({ acted: 2, notices: 0, undelivered: 1 });
    expect(await recorded('StaffAlerted')).toEqual([]);
    isHanging = false;
    expect(await quejas.runDue()).toMatchObject({ notices: 1 });
    await quejas.close();
  });

  it.each(['the run is ended', 'the program closes'])(
    'that a host never answers hold up nothing once %s',
    async (ended) => {
      let isAsked = (): void => undefined;
      const asked = new Promise<void>((resolve) => (isAsked = resolve));
      const deliver = () => {
        isAsked();
        return never();
      };
      const box = inbox({ deliver });
      const { quejas, time, file } = await withInbox(kind, box, { timers: patient });
      await file(1);
      time.forward(hours(1));
      const run = new AbortController();
      const running = quejas.runDue({ signal: run.signal });
      await asked;
      const closing = ended === 'the program closes' ? quejas.close() : undefined;
      if (closing === undefined) run.abort();
      expect(await running).toMatchObject({ notices: 0, undelivered: 1 });
      await closing;
      await quejas.close();
    },
  );

  it('that a host fails to deliver at once are undelivered like others', async () => {
    const failing = {
      deliver: () => {
        throw new Error('no such address');
      },
    };
    const { quejas, time, file } = await withInbox(kind, { staffNotices: failing });
    await file(1);
    time.forward(hours(1));
    expect(await quejas.runDue()).toMatchObject({ acted: 2, undelivered: 1 });
    await quejas.close();
  });

  it('are given once by two runs at the same moment, as one digest that is recorded once', async () => {
    const box = inbox({ atMost: 1 });
    const { quejas, time, file, recorded } = await withInbox(kind, box);
    for (const each of [1, 2, 3]) await file(each);
    time.forward(hours(1));
    await Promise.all([quejas.runDue(), quejas.runDue()]);
    await quejas.runDue();
    const alerts = await recorded('StaffAlerted');
    expect(new Set(alerts.map(({ stream }) => stream)).size).toBe(3);
    expect(alerts).toHaveLength(3);
    await quejas.close();
  });

  it('go by the hours of the clock, whatever earlier instant the deadlines are looked at for', async () => {
    const week = { mon: ['08:00-20:00'] };
    const box = inbox({ hours: { id: 'awake', version: 1, zone: 'America/Mexico_City', week } });
    const { quejas, time, file } = await withInbox(kind, box);
    await file(1);
    // Tuesday, 00:00 in Mexico City; the instant given is on Monday, 11:00.
    time.forward(hours(14));
    expect(await quejas.runDue({ now: '2026-03-02T17:00:00.000Z' })).toMatchObject({ acted: 2, notices: 0 });
    expect(box.tried).toEqual([]);
    await quejas.close();
  });
});

describe('the hours in which staff may be told', () => {
  const awake = { id: 'awake', version: 1 };
  /** When a host that wakes as it is told gives the first notice of a request filed at an instant. */
  const firstNotice = async (start: string, calendar: Record<string, unknown>) => {
    const zone = 'America/Mexico_City';
    const box = inbox({ hours: { ...awake, zone, week: {}, ...calendar } });
    const { quejas, time, file } = await withInbox('memory', box);
    const waitUntil = (instant: string) => time.forward(Date.parse(instant) - Date.parse(time.clock()));
    waitUntil(start);
    await file(1);
    for (let wakes = 0; wakes < 50 && box.given.length === 0; wakes += 1) {
      const { nextWakeAt, notices } = await quejas.runDue();
      if (nextWakeAt !== null && notices === 0) waitUntil(nextWakeAt);
    }
    await quejas.close();
    return time.clock();
  };
  const daily = (...hoursOfDay: string[]) =>
    Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, hoursOfDay]));

  it('begin at the wall time of their zone on both sides of a change of the clock', async () => {
    const calendar = { zone: 'America/Tijuana', week: daily('08:00-20:00') };
    // In the night of 8 March 2026 the clocks go forward: 08:00 is 16:00Z before, 15:00Z from then on.
    expect(await firstNotice('2026-03-07T08:00:00.000Z', calendar)).toBe('2026-03-07T16:00:00.000Z');
    expect(await firstNotice('2026-03-08T08:00:00.000Z', calendar)).toBe('2026-03-08T15:00:00.000Z');
  });

  it('may go on past midnight', async () => {
    const calendar = { week: daily('00:00-06:00', '22:00-24:00') };
    // Filed at 23:35 in Mexico City: the warning is due at 23:59.
    expect(await firstNotice('2026-03-03T05:35:00.000Z', calendar)).toBe('2026-03-03T05:59:00.000Z');
    // Filed at 06:10: told at 22:00.
    expect(await firstNotice('2026-03-03T12:10:00.000Z', calendar)).toBe('2026-03-04T04:00:00.000Z');
  });

  it('hold nothing up beyond the end of their calendar', async () => {
    const calendar = { week: { mon: ['08:00-20:00'] }, until: '2026-03-10' };
    expect(await firstNotice('2026-03-12T08:00:00.000Z', calendar)).toBe('2026-03-12T08:24:00.000Z');
  });
});

it('a read model of notices that is paused stops no breach, and nothing where no notices are taken', async () => {
  const paused = () =>
    readModelProjector().map((projection) =>
      projection.name === 'alerts'
        ? {
            ...projection,
            changes: () => {
              throw new Error('cannot');
            },
          }
        : projection,
    );
  const box = inbox();
  const told = await withInbox('memory', box, { store: memoryEventStore({ inline: paused() }) });
  await told.file(1);
  told.time.forward(hours(1));
  await expect(told.quejas.runDue()).rejects.toMatchObject({ code: 'rows-paused' });
  expect(await told.recorded('SlaBreached')).toHaveLength(1);
  await told.quejas.close();

  const silent = await withInbox('memory', box, {
    store: memoryEventStore({ inline: paused() }),
    staffNotices: undefined,
  });
  await silent.file(1);
  silent.time.forward(hours(1));
  expect(await silent.quejas.runDue()).toMatchObject({ acted: 2 });
  expect(await silent.quejas.nextWakeAt()).not.toBeNull();
  await silent.quejas.close();
});
