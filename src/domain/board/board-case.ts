import type { CaseCard } from '../complaint/card.js';
import { pausesOf } from '../complaint/pauses.js';
import type { PauseReason } from '../complaint/pause-reasons.js';
import { publicStatus } from '../complaint/status.js';
import type { Channel, Kind, RulingOutcome, Status } from '../complaint/vocabulary.js';
import { laterOf, millisecondsOf, type Instant } from '../kernel/instant.js';
import type { RejectionText } from '../kernel/rejection-text.js';
import { factsOf, type ClockEvent } from '../sla/clocks/facts.js';
import { namedIn, type Published } from '../sla/clocks/read-clocks.js';
import type { ClockReading, CountedClock } from '../sla/clocks/reading.js';
import type { BusinessCalendar } from '../sla/compile-calendar.js';
import { utc, type ZoneTable } from '../sla/zone.js';
import { ageOf, type Age } from './ages.js';
import { movesOf, weekOf, type Move } from './flow.js';
import { lastFound } from './last-found.js';
import { tookOf, type Took } from './measures.js';
import { paidOf, type Paid } from './paid.js';
import { dueWindows, windowsOf, type DueWindow } from './windows.js';

/** A request that is open, as a person picks it from the board. */
export interface BoardItem {
  /** The number the user was given; `null` where it was not assigned yet. */
  readonly folio: string | null;
  /** What sort of request it is. */
  readonly kind: Kind | null;
  /** The channel it came in by. */
  readonly channel: Channel | null;
  /** The causes that were verified last. */
  readonly causes: readonly string[];
  /** The public status. */
  readonly status: Status;
  /** How long it has waited since its receipt. */
  readonly age: Age;
  /** When the provider received it. */
  readonly receivedAt: Instant;
  /** Id of the area it was routed to. */
  readonly area: string | null;
  /** Pseudonym of the technical lead it is assigned to. */
  readonly technician: string | null;
  /** Where the service is. */
  readonly municipality: string | null;
  /** How the first of its open deadlines stands; `null` where none of the provider's is open. */
  readonly deadline: 'breached' | 'running' | 'paused' | null;
  /** The clock of that deadline. */
  readonly clock: string | null;
  /** What it is called. */
  readonly name: RejectionText | null;
  /** When it is due; `null` where nothing is, and while it is paused. */
  readonly dueAt: Instant | null;
  /** Open time of its calendar that is left. */
  readonly remainingMs: number | null;
  /** Open time of its calendar since it was due. */
  readonly overdueMs: number | null;
  /** In which windows at least one of its deadlines falls due. */
  readonly due: readonly DueWindow[];
}

/** How long a complaint was paused for a reason. */
export interface PausedFor {
  /** Why. */
  readonly reason: PauseReason;
  /** From its beginning to its end, or to the instant of the answer. */
  readonly milliseconds: number;
  /** It had not ended by then. */
  readonly lasts: boolean;
}

/** What the board takes from one complaint: small, and nothing of a person's. */
export interface BoardCase {
  /** As a person picks it; `null` once it has ended. */
  readonly item: BoardItem | null;
  /** The public status. */
  readonly status: Status;
  /** The channel it came in by. */
  readonly channel: Channel | null;
  /** What sort of request it is. */
  readonly kind: Kind | null;
  /** Id of the area it was routed to. */
  readonly area: string | null;
  /** Pseudonym of the technical lead it is assigned to. */
  readonly technician: string | null;
  /** Where the service is. */
  readonly municipality: string | null;
  /** The causes that were verified last. */
  readonly causes: readonly string[];
  /** Its clocks. */
  readonly clocks: readonly ClockReading[];
  /** The windows that its open clocks fall due in, one entry a clock. */
  readonly due: readonly (readonly DueWindow[])[];
  /** Deadlines of the provider's that are over and open. */
  readonly openBreached: number;
  /** How long what was done took. */
  readonly took: readonly Took[];
  /** When it came in and went out. */
  readonly moves: readonly Move[];
  /** The Monday of the week of the answer. */
  readonly thisWeek: string;
  /** `id@version` of the calendar whose days and weeks it goes by; `null` where none is known, and those of UTC count. */
  readonly calendar: string | null;
  /** It was ruled on: how the last ruling that stands came out. */
  readonly ruling: RulingOutcome | null;
  /** It was taken to a higher level, at least once. */
  readonly isEscalated: boolean;
  /** Its pauses. */
  readonly pauses: readonly PausedFor[];
  /** What was granted and credited. */
  readonly paid: readonly Paid[];
}

/** What the board looks at of a complaint. */
export interface BoardGrounds {
  /** Its card, after these events. */
  readonly card: CaseCard;
  /** Its events, in the order of their revisions. */
  readonly events: readonly ClockEvent[];
  /** Its clocks at that instant. */
  readonly clocks: readonly ClockReading[];
  /** Policies and calendars. */
  readonly published: Published;
  /** The instant of the answer. */
  readonly at: Instant;
}

interface OwnCalendar {
  readonly ref: string | null;
  readonly calendar: BusinessCalendar | undefined;
}

/** The calendar of business days that a complaint goes by. */
const businessCalendarOf = (
  events: readonly ClockEvent[],
  { policyOf, calendarOf }: Published,
): OwnCalendar => {
  const { policies, calendars } = namedIn(events);
  const id = policies.flatMap((each) => policyOf(each)?.calendars['business'] ?? []).at(-1);
  const ref = id === undefined ? undefined : calendars.findLast((each) => each.startsWith(`${id}@`));
  const calendar = ref === undefined ? undefined : calendarOf(ref);
  return { ref: calendar === undefined ? null : (ref ?? null), calendar };
};

/** The Monday of the week of an instant, by a calendar's local dates. */
export const weekBy = (calendar: BusinessCalendar | undefined, at: Instant): string =>
  weekOf(calendar?.zone ?? utc, at);

type OpenClock = CountedClock & { readonly state: 'running' | 'paused' | 'breached' };

const isOpenClock = (reading: ClockReading): reading is OpenClock =>
  reading.owedBy === 'provider' &&
  (reading.state === 'running' || reading.state === 'paused' || reading.state === 'breached') &&
  reading.endedAt === null;

/** What is due first comes first; what is paused has no due instant, and comes last. */
const firstDue = (clocks: readonly OpenClock[]): OpenClock | undefined => {
  const dueAt = (clock: OpenClock): string => clock.dueAt ?? '~';
  return clocks.reduce<OpenClock | undefined>(
    (first, each) => (first === undefined || dueAt(each) < dueAt(first) ? each : first),
    undefined,
  );
};

const windowsIn = ({ state, dueAt }: OpenClock, at: Instant, zone: ZoneTable): readonly DueWindow[] =>
  state === 'running' && dueAt !== null ? windowsOf(dueAt, at, zone) : [];

const pausedOf = (events: readonly ClockEvent[], at: Instant): readonly PausedFor[] =>
  pausesOf(events)
    .filter(({ from }) => from < at)
    .map(({ reason, from, to }) => {
      const until = to === undefined || at < to ? at : to;
      return {
        reason,
        milliseconds: millisecondsOf(until) - millisecondsOf(from),
        lasts: to === undefined || to > at,
      };
    });

const noDeadline = {
  ...{ deadline: null, clock: null, name: null, dueAt: null },
  ...{ remainingMs: null, overdueMs: null },
} as const;

/** How the first of its open deadlines stands. */
const deadlineOf = (first: OpenClock | undefined) => {
  if (first === undefined) return noDeadline;
  const { state, clock, name, dueAt, remainingMs, overdueMs } = first;
  return { deadline: state, clock, name, dueAt, remainingMs, overdueMs };
};

/** What the board takes from a complaint; `undefined` where none of the events filed it. */
export const boardCase = ({ card, events, clocks, published, at }: BoardGrounds): BoardCase | undefined => {
  const { facets, folio, receivedAt, area, technician, municipality, channel, about } = card;
  if (receivedAt === null) return undefined;
  const { ref, calendar } = businessCalendarOf(events, published);
  const zone = calendar?.zone ?? utc;
  const facts = factsOf(events);
  const { causes, ruling } = lastFound(facts);
  const isOpen = facets.ending === 'open';
  const open = isOpen ? clocks.filter(isOpenClock) : [];
  const due = open.map((clock) => windowsIn(clock, at, zone));
  const common = {
    ...{ status: publicStatus(facets), kind: about?.kind ?? null },
    ...{ area, technician, municipality, channel },
    causes,
  };
  const item = (): BoardItem => ({
    ...common,
    ...{ folio, receivedAt },
    age: ageOf(receivedAt, laterOf(receivedAt, at), calendar),
    ...deadlineOf(firstDue(open)),
    due: dueWindows.filter((window) => due.some((windows) => windows.includes(window))),
  });
  return {
    item: isOpen ? item() : null,
    ...common,
    ...{ clocks, due },
    openBreached: open.filter(({ state }) => state === 'breached').length,
    took: tookOf(facts, receivedAt, calendar),
    moves: movesOf(facts, receivedAt, zone),
    ...{ thisWeek: weekBy(calendar, at), calendar: ref },
    ruling,
    isEscalated: facts.some(({ type }) => type === 'Escalated'),
    pauses: pausedOf(events, at),
    paid: paidOf(events),
  };
};
