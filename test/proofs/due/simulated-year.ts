import { expect } from '@jest/globals';
import fc from 'fast-check';
import { openQuejas, type OpenQuejasOptions } from '../../../src/composition/open-quejas.js';
import type { Quejas } from '../../../src/composition/quejas.js';
import { isComplaintEvent } from '../../../src/domain/complaint/evolve.js';
import { slaPolicyOf } from '../../../src/domain/provider/deadlines.js';
import { instantOf, millisecondsOf, type Instant } from '../../../src/domain/kernel/instant.js';
import type { ClockEvent } from '../../../src/domain/sla/clocks/facts.js';
import {
  asCustomerService,
  asTechnicalLead,
  asUser,
  type ProviderProfile,
  type StoredEvent,
} from '../../../src/index.js';
import { memoryKeyVault } from '../../../src/infrastructure/crypto/memory-key-vault.js';
import { report, sequentialIds } from '../../composition/opened.js';
import { recordedBy, type Recorded } from './minute-oracle.js';

const minute = 60_000;
const day = 24 * 60 * minute;
const year = Date.UTC(2026, 0, 5, 16);
const cs = asCustomerService('cs-1');
const user = asUser('s-1', { verified: true });

interface Step {
  readonly at: number;
  readonly complaint: number;
  readonly act: number;
}

const filings = [
  { kind: 'fault', channel: 'phone' },
  { kind: 'fault', channel: 'email' },
  { kind: 'inquiry', subject: 'service', channel: 'web' },
  { kind: 'suggestion', subject: 'service', channel: 'web' },
  { kind: 'complaint', subject: 'billing', channel: 'phone' },
] as const;

const idOf = (number: number): string => `0198c000-0000-7000-8000-${String(number).padStart(12, '0')}`;

type Act = (quejas: Quejas, folio: string, commandId: string, at: string) => Promise<unknown>;

const acts: readonly Act[] = [
  (q, folio, commandId, communicatedAt) =>
    q.complaint(folio).communicateFolio({ commandId, channel: 'phone', communicatedAt }, cs),
  (q, folio, commandId) => q.complaint(folio).putOnHold({ commandId, reason: 'authority-extension' }, cs),
  (q, folio, commandId) => q.complaint(folio).resume({ commandId }, cs),
  (q, folio, commandId) => q.complaint(folio).requestInformation({ commandId, question: '¿?' }, cs),
  (q, folio, commandId) => q.complaint(folio).receiveInformation({ commandId, answer: 'Sí' }, cs),
  (q, folio, commandId) => q.complaint(folio).assignTechnician({ commandId, technician: 'rt-1' }, cs),
  (q, folio, commandId) =>
    q
      .complaint(folio)
      .verifyCause(
        { commandId, causes: ['cut-fibre'], faultFound: true, attribution: 'provider' },
        asTechnicalLead('rt-1'),
      ),
  (q, folio, commandId) =>
    q
      .complaint(folio)
      .repair(
        { commandId, action: 'spliced', atHome: false, restoredAt: undefined },
        asTechnicalLead('rt-1'),
      ),
  (q, folio, commandId) => q.complaint(folio).withdraw({ commandId, reason: 'solved-by-itself' }, user),
  (q, folio, commandId) => q.complaint(folio).reopen({ commandId, reason: 'closed-by-mistake' }, cs),
  (q, folio, commandId) => q.complaint(folio).reopen({ commandId, reason: 'fault-persists' }, cs),
  (q, folio, commandId) => q.complaint(folio).classify({ commandId, severity: 'critical' }, cs),
];

/** Drawn more often than the others: what fell due before a pause is recorded during it, or after. */
const hold = 1;

/** A complaint of some day of the year, and what becomes of it within three weeks, to the minute. */
export const lives = fc
  .record({
    day: fc.integer({ min: 0, max: 330 }),
    minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
    filing: fc.nat(filings.length - 1),
    acts: fc.array(
      fc.tuple(
        fc.oneof(fc.integer({ min: 1, max: 2 * 24 * 60 }), fc.integer({ min: 1, max: 21 * 24 * 60 })),
        fc.oneof(
          { weight: 3, arbitrary: fc.nat(acts.length - 1) },
          { weight: 1, arbitrary: fc.constant(hold) },
        ),
      ),
      { maxLength: 9 },
    ),
  })
  .map((drawn) => ({ ...drawn, at: year + drawn.day * day + drawn.minute * minute }));

/**
 * Hours of the year in which every program sleeps: what falls due then is recorded afterwards. Nearly a quarter of the
 * year, so that clocks are held up or end after something of them had fallen due.
 */
export const sleeps = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 364 * 24 }), fc.integer({ min: 1, max: 24 * 14 }))
    .map(([from, hours]) => ({ from: year + from * 60 * minute, to: year + (from + hours) * 60 * minute })),
  { maxLength: 24 },
);

const types = ['SlaWarned', 'SlaBreached', 'Escalated'];

const wordIn = ({ data }: StoredEvent, field: string): string => {
  const value = data[field];
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '1';
};

const keyOf = (event: StoredEvent, cycle: number): string => {
  const run = `${wordIn(event, 'clock')}#${wordIn(event, 'cycle')}.${wordIn(event, 'run')}`;
  if (event.type === 'SlaWarned') return `${run} warning ${wordIn(event, 'percent')}`;
  if (event.type === 'SlaBreached') return `${run} breach`;
  return `cycle ${cycle} level ${wordIn(event, 'level')}`;
};

const minuteOf = (instant: Instant): number => Math.round(millisecondsOf(instant) / minute);

/** What was recorded of a complaint; a key that comes twice stands twice. */
const recordedIn = (events: readonly StoredEvent[]): readonly Recorded[] => {
  let cycle = 1;
  return events
    .flatMap((event) => {
      if (event.type === 'Reopened') cycle += 1;
      if (!types.includes(event.type)) return [];
      const [at, recordedAt] = [minuteOf(event.occurredAt), minuteOf(event.recordedAt)];
      return [{ key: keyOf(event, cycle), at, recordedAt }];
    })
    .sort((one, other) => (one.key < other.key ? -1 : 1));
};

const clockEvents = (events: readonly StoredEvent[]): readonly ClockEvent[] =>
  events.flatMap((event) => {
    if (!isComplaintEvent(event)) return [];
    const { revision, occurredAt, metadata } = event;
    return [{ ...event, recorded: { revision, occurredAt, actor: metadata.actor, role: metadata.role } }];
  });

/** Where a year is lived. */
export interface Place {
  /** The store that both hosts open, and the rows of each. */
  readonly options: Pick<OpenQuejasOptions, 'store' | 'rows' | 'namespace' | 'rowsTimeout'>;
  /** Lets something go wrong before a wake-up or a command; absent: nothing does. */
  readonly disturb?: () => Promise<void>;
}

interface Year {
  readonly profile: ProviderProfile;
  readonly place: Place;
  readonly complaints: readonly {
    readonly at: number;
    readonly filing: number;
    readonly acts: readonly (readonly [number, number])[];
  }[];
  readonly asleep: readonly { readonly from: number; readonly to: number }[];
}

/** Lives a year with two hosts under a frozen clock: every wake-up runs, by one host, the other, or both at once. */
const live = async ({ profile, place, complaints, asleep }: Year) => {
  let now = year;
  const keys = memoryKeyVault();
  const open = () =>
    openQuejas({
      ...place.options,
      keys,
      provider: profile,
      clock: () => instantOf(now),
      ids: sequentialIds(),
    });
  const [one, other] = [await open(), await open()];
  const folios = new Map<number, string>();
  const wakes: { at: number; commands: number }[] = [];
  let turn = 0;
  let commands = 0;

  const wake = async (): Promise<void> => {
    wakes.push({ at: now, commands });
    turn += 1;
    await place.disturb?.();
    if (turn % 3 === 0) await Promise.all([one.runDue(), other.runDue()]);
    else await (turn % 3 === 1 ? one : other).runDue();
  };
  /** Wakes whenever something is due until then; a program that sleeps wakes when it may again. */
  const until = async (at: number): Promise<void> => {
    for (;;) {
      const next = await one.nextWakeAt();
      if (next === null) return;
      const due = Math.max(now, millisecondsOf(next));
      const sleep = asleep.find(({ from, to }) => from <= due && due < to);
      if ((sleep?.to ?? due) > at) return;
      const before = wakes.at(-1);
      if (before?.at === due && before.commands === commands)
        throw new Error('what was due is due again after a run');
      now = sleep?.to ?? due;
      await wake();
    }
  };

  const steps: readonly Step[] = complaints
    .flatMap(({ at, acts: drawn }, complaint) => [
      { at, complaint, act: -1 },
      ...drawn.map(([after, act]) => ({ at: at + after * minute, complaint, act })),
    ])
    .sort((a, b) => a.at - b.at || a.complaint - b.complaint);
  for (const [index, { at, complaint, act }] of steps.entries()) {
    await until(at);
    now = Math.max(now, at);
    commands += 1;
    await place.disturb?.();
    const host = index % 2 === 0 ? one : other;
    const folio = folios.get(complaint);
    if (act === -1) {
      const filing = { ...report(idOf(index)), ...filings[complaints[complaint]?.filing ?? 0] };
      const filed = await host.file({ ...filing, receivedAt: undefined, contract: `c-${complaint}` }, cs);
      if (!filed.ok) throw new Error(filed.code);
      folios.set(complaint, filed.folio);
    } else if (folio !== undefined) await acts[act]?.(host, folio, idOf(index), instantOf(now));
  }
  await until(year + 400 * day);
  now = year + 400 * day;
  const last = await one.runDue();

  const streams: (readonly StoredEvent[])[] = [];
  for (const folio of folios.values()) streams.push((await one.events({ limit: 1_000, folio })).events);
  await other.close();
  await one.close();
  return { streams, wakes, last };
};

/** A request that ended by itself: its clocks know of it from the next wake-up on. */
const isLapse = ({ type, metadata }: StoredEvent): boolean =>
  type === 'Lapsed' && metadata.actor === 'deadlines';

const commandOf = ({ metadata }: StoredEvent): number => Number(metadata.commandId.slice(-12)) + 1;

/**
 * Lives a year and holds what it recorded to the oracle; tells how many clocks had something to record, and how many
 * requests ended by themselves.
 */
export const simulated = async (
  drawn: Year,
): Promise<{ readonly clocks: number; readonly lapses: number }> => {
  const { streams, wakes, last } = await live(drawn);
  const policy = slaPolicyOf(drawn.profile);
  let clocks = 0;
  let lapses = 0;
  for (const events of streams) {
    const own = events.filter((event) => event.metadata.actor !== 'deadlines' || isLapse(event));
    const told = clockEvents(own);
    const byCount = new Map<number, readonly ClockEvent[]>();
    lapses += own.filter(isLapse).length;
    const known = (at: number, commands: number): readonly ClockEvent[] => {
      const isKnown = (event: StoredEvent): boolean =>
        isLapse(event) ? millisecondsOf(event.recordedAt) < at : commandOf(event) <= commands;
      const count = own.findLastIndex(isKnown) + 1;
      const found = byCount.get(count) ?? told.slice(0, count);
      byCount.set(count, found);
      return found;
    };
    const expected = recordedBy(
      policy,
      drawn.profile.businessCalendar,
      wakes.map(({ at, commands }) => ({ at, events: known(at, commands) })),
    );
    expect(recordedIn(events)).toEqual(expected);
    clocks += new Set(expected.map(({ key }) => key.split(' ', 1).join(''))).size;
  }
  expect(last).toMatchObject({ due: 0, acted: 0 });
  return { clocks, lapses };
};
