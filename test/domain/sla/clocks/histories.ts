import type { ComplaintEvents, ComplaintEventType } from '../../../../src/domain/complaint/events.js';
import { isComplaintEventType } from '../../../../src/domain/complaint/evolve.js';
import type { Terms } from '../../../../src/domain/complaint/shapes.js';
import type { ClockEvent } from '../../../../src/domain/sla/clocks/facts.js';
import { readClocks, type Published } from '../../../../src/domain/sla/clocks/read-clocks.js';
import type { CountedClock, ClockReading } from '../../../../src/domain/sla/clocks/reading.js';
import type { BusinessCalendar } from '../../../../src/domain/sla/compile-calendar.js';
import { refOf, type SlaPolicy } from '../../../../src/domain/sla/policy/policy.js';
import { usualTerms } from '../../../../src/testing/builders-terms.js';
import { always, local, office } from '../calendars.js';
import { withoutTheMachine } from '../without-the-machine.js';

const isClockEvent = (made: {
  readonly type: string;
  readonly data: unknown;
  readonly recorded: ClockEvent['recorded'];
}): made is ClockEvent => isComplaintEventType(made.type);

/** An event that happened at a local time of Mexico City, by its type and its data; its revision comes later. */
export const event =
  <T extends ComplaintEventType>(type: T, at: string, data: ComplaintEvents[T]) =>
  (revision: number): ClockEvent => {
    const recorded = { revision, occurredAt: local(at), actor: 'cs-1', role: 'customer-service' };
    const made = { type, data, recorded };
    if (!isClockEvent(made)) throw new Error(`no event: ${type}`);
    return made;
  };

export type Planned = ReturnType<typeof event>;

export const history = (...planned: readonly Planned[]): readonly ClockEvent[] =>
  planned.map((make, index) => make(index));

export const tested: Terms = usualTerms({
  policy: 'tested',
  version: 1,
  calendars: ['always@1', 'office@1'],
});

type Filed = ComplaintEvents['Filed'];

export const filed = (at: string, more: Partial<Filed> = {}): Planned =>
  event('Filed', at, {
    kind: 'fault',
    subject: 'service',
    defect: 'failure',
    channel: 'phone',
    receivedAt: local(at),
    registeredAt: local(at),
    outOfHours: false,
    subscriber: 's-1',
    severity: 'normal',
    language: 'es',
    terms: tested,
    ...more,
  });

export const repaired = (at: string, restoredAt = at): Planned =>
  event('Repaired', at, { action: 'spliced', atHome: false, restoredAt: local(restoredAt) });
export const closed = (at: string): Planned => event('Closed', at, { reason: 'notified' });
export const held = (at: string, reason: 'authority-extension' | 'crew' = 'authority-extension'): Planned =>
  event('PutOnHold', at, { reason });
export const resumed = (at: string): Planned => event('Resumed', at, { reason: 'authority-extension' });
export const contact = (at: string, direction: 'to-user' | 'from-user'): Planned =>
  event('ContactMade', at, { direction, channel: 'phone', contactedAt: local(at) });
export const reopened = (
  at: string,
  cycle: number,
  reason: ComplaintEvents['Reopened']['reason'] = 'fault-persists',
): Planned => event('Reopened', at, { cycle, reason });
export const recomputed = (
  at: string,
  policyVersion: number,
  calendars: readonly string[] = tested.calendars,
  reason: ComplaintEvents['ClocksRecomputed']['reason'] = 'policy-change',
): Planned => event('ClocksRecomputed', at, { policy: 'tested', policyVersion, calendars, reason });
export const classified = (at: string, severity: Filed['severity']): Planned =>
  event('Classified', at, { severity });
export const ruled = (at: string, outcome: 'upheld' | 'dismissed' = 'upheld'): Planned =>
  event('Ruled', at, { outcome, basis: 'clause 7', cause: 1, policy: 'tested', policyVersion: 1 });

let offices: BusinessCalendar | undefined;
let natural: BusinessCalendar | undefined;

/** What the histories name: two calendars, and the policies that a test brings. */
export const publishedWith = (
  policies: readonly SlaPolicy[],
  calendars: Readonly<Record<string, BusinessCalendar>> = {},
): Published => {
  offices ??= office();
  natural ??= always();
  const known: Readonly<Record<string, BusinessCalendar>> = {
    'always@1': natural,
    'office@1': offices,
    ...calendars,
  };
  return {
    policyOf: (ref) => policies.find((policy) => refOf(policy) === ref),
    calendarOf: (ref) => known[ref],
  };
};

/** The readings at a local time, taken with `Intl` replaced by a thrower (I-18). */
export const readingsAt = (
  events: readonly ClockEvent[],
  published: Published,
  at: string,
): readonly ClockReading[] => {
  const instant = local(at);
  return withoutTheMachine(() => readClocks(events, published, instant).clocks);
};

export const isCounted = (reading: ClockReading | undefined): reading is CountedClock =>
  reading !== undefined && 'dueAt' in reading;

/** The reading of one clock: the last of its runs, or the one of a cycle. */
export const countedAt = (
  events: readonly ClockEvent[],
  published: Published,
  at: string,
  clock = 'tested-clock',
  cycle?: number,
): CountedClock => {
  const found = readingsAt(events, published, at)
    .filter((each) => each.clock === clock)
    .filter(isCounted)
    .findLast((each) => cycle === undefined || each.cycle === cycle);
  if (found === undefined) throw new Error(`no clock ${clock} has started`);
  return found;
};
