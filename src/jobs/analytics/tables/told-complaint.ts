import { recordedOf } from '../../../application/commands/recorded.js';
import type { StoredEvent } from '../../../application/ports/event-store.js';
import { clockRecordedOf } from '../../../application/schema/clock-events.js';
import type { ComplaintEvent } from '../../../domain/complaint/events.js';
import { evolve, isComplaintEvent } from '../../../domain/complaint/evolve.js';
import { lastFound, type LastFound } from '../../../domain/board/last-found.js';
import type { Filed } from '../../../domain/complaint/filing/messages.js';
import { pausesOf, type Pause } from '../../../domain/complaint/pauses.js';
import { initialState, type ComplaintState } from '../../../domain/complaint/state.js';
import { publicStatus } from '../../../domain/complaint/status.js';
import type { Status } from '../../../domain/complaint/vocabulary.js';
import type { Instant } from '../../../domain/kernel/instant.js';
import { factsOf } from '../../../domain/sla/clocks/facts.js';
import type { ComplaintHistory, HistoryClock } from '../../../queries/histories.js';
import type { Pseudonyms } from './pseudonyms.js';

/** An event of a complaint, as it is stored. */
export type ToldEvent = StoredEvent & ComplaintEvent;

/** An event, and how the complaint stood after it. */
export interface Step {
  readonly event: ToldEvent;
  readonly status: Status;
  readonly cycle: number;
  readonly area: string | null;
  readonly technician: string | null;
}

/** Which events are asked for, by when they happened: from the first instant on, before the second. */
export interface Span {
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

/** One complaint, as every table is made from it. */
export interface ToldComplaint {
  /** Its pseudonym. */
  readonly complaint: string;
  readonly pseudonym: Pseudonyms;
  /** The instant that clocks were read at. */
  readonly asOf: Instant;
  readonly filing: Filed;
  readonly state: ComplaintState;
  /** What was verified and ruled last, as the board counts it. */
  readonly found: LastFound;
  /** All of its events. */
  readonly steps: readonly Step[];
  /** Those that happened within the span. */
  readonly chosen: readonly Step[];
  readonly clocks: readonly HistoryClock[];
  readonly pauses: readonly Pause[];
  /** Whether its folio may be told. */
  readonly folios: boolean;
}

/** How complaints are told. */
export interface Telling {
  readonly pseudonym: Pseudonyms;
  readonly asOf: Instant;
  readonly span: Span;
  readonly folios: boolean;
}

const isWithin = ({ occurredAt }: StoredEvent, { from, to }: Span): boolean =>
  (from === undefined || occurredAt >= from) && (to === undefined || occurredAt < to);

/** A complaint as tables are made from it; `undefined` where none of its events was asked for, or it was not filed yet. */
export const toldComplaint = (
  { complaint, folio, events, clocks }: ComplaintHistory,
  { pseudonym, asOf, span, folios }: Telling,
): ToldComplaint | undefined => {
  if (!events.some((event) => isWithin(event, span))) return undefined;
  let state = initialState;
  const steps: Step[] = [];
  for (const event of events) {
    if (!isComplaintEvent(event)) continue;
    state = evolve(state, event, recordedOf(event));
    const { facets, area, technician } = state;
    steps.push({ event, status: publicStatus(facets), cycle: facets.cycle, area, technician });
  }
  if (state.filing === null) return undefined;
  const clockEvents = steps.map(({ event }) => ({ ...event, recorded: clockRecordedOf(event) }));
  return {
    complaint: pseudonym('complaint', folio ?? complaint),
    ...{ pseudonym, asOf, folios, state, steps, clocks },
    filing: state.filing,
    found: lastFound(factsOf(clockEvents)),
    chosen: steps.filter(({ event }) => isWithin(event, span)),
    pauses: pausesOf(clockEvents),
  };
};

/** The pseudonym of a person of the complaint; `null` where there is none. */
export const personOf = (
  { pseudonym }: Pick<ToldComplaint, 'pseudonym'>,
  person: string | null | undefined,
): string | null => (person === null || person === undefined ? null : pseudonym('person', person));
