import type { ZoneTransition } from './zone.js';
import type { Week } from './week.js';

/** What a statement of a calendar or a policy rests on. */
export const sourceBases = ['official', 'contract', 'press', 'design'] as const;
/** An official text, a registered contract, the press, or a decision of the design. */
export type SourceBasis = (typeof sourceBases)[number];

/** Where a number or a date comes from, and when that was last looked at. */
export interface Provenance {
  /** The date, term or field that is meant. */
  readonly of: string;
  /** What kind of source it is. */
  readonly basis: SourceBasis;
  /** Where it is said. */
  readonly source: string;
  /** Local date of the last look, `2026-11-26`. */
  readonly lookedAt: string;
}

/** The same of one number, beside which it stands. */
export type TermSource = Omit<Provenance, 'of'>;

/**
 * A calendar as a person writes it (interface, section 3). Times are those on the walls of its zone; an interval
 * belongs to the local date on which it starts.
 */
export interface CalendarSource {
  /** Lower-case name, `conectared-phone`. */
  readonly id: string;
  /** Whole number from 1, raised with every change. */
  readonly version: number;
  /** IANA time zone. */
  readonly zone: string;
  /** Open intervals of each day of the week; a day that is absent is closed. */
  readonly week: Week;
  /** Local dates on which nothing starts. */
  readonly holidays: readonly string[];
  /** Intervals of single local dates, instead of the week's; wins over a holiday. An empty list closes the date. */
  readonly overrides: Readonly<Record<string, readonly string[]>>;
  /** Last local date that the calendar answers for. Later instants give `beyond-calendar`. */
  readonly until?: string;
  /** Where its dates and hours come from. */
  readonly provenance: readonly Provenance[];
}

/**
 * A calendar that answers for ever the same: its source, and the transitions of its zone up to `until` as they were
 * known when it was published. Evaluation uses nothing else.
 */
export interface PublishedCalendar extends CalendarSource {
  /** The last local date that it answers for. */
  readonly until: string;
  /** In order. The first lies before 2000-01-01 and tells the offset that holds from there. */
  readonly transitions: readonly ZoneTransition[];
}

/** The first local date that calendars answer for. */
export const firstDate = '2000-01-01';
/** The last local date that a calendar may answer for. */
export const lastDate = '2200-12-31';
