import type { ComplaintEventType } from '../../complaint/events.js';
import type { PausedClock } from '../../complaint/pause-reasons.js';
import type { EscalationLevel } from '../../complaint/vocabulary.js';
import type { RejectionText } from '../../kernel/rejection-text.js';
import type { Provenance, TermSource } from '../calendar.js';

/** What of a complaint decides whether a clock applies to it, and by which of its terms: as it stands at the moment. */
export const attributeNames = [
  'kind',
  'track',
  'subject',
  'subkind',
  'channel',
  'severity',
  'municipality',
] as const;
/** One of these facts about a complaint. */
export type Attribute = (typeof attributeNames)[number];

/** Holds where every attribute that is named has one of its values. */
export type Matching = { readonly [A in Attribute]?: readonly string[] };

/** A value that a trigger compares. */
export type FieldValue = string | number | boolean;

/** Which events are meant: of a type, and with one of the values in, or among those listed in, every field named. */
export interface EventMatch {
  /** Type of the event, as the catalogue has it. */
  readonly event: ComplaintEventType;
  /** Values of its fields, any of which will do. */
  readonly where?: Readonly<Record<string, readonly FieldValue[]>>;
}

/** An event that starts, stops or cancels a clock, and the instant at which it does. */
export interface Trigger extends EventMatch {
  /** The field of the event that tells the instant (`window.from` for one inside another); absent: when it happened. */
  readonly at?: string;
  /** Only where such an event came before in the same cycle. */
  readonly after?: EventMatch;
  /** It starts the clock anew though it runs already. */
  readonly again?: true;
}

/** How long a clock runs. */
export type ClockTerm =
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'business-days'; readonly days: number }
  /** The instant that the event sets, such as an authority's: neither hours nor pauses move it. */
  | { readonly kind: 'fixed'; readonly field: string }
  /** So many minutes before an instant of the event. */
  | { readonly kind: 'before'; readonly field: string; readonly minutes: number }
  /** The billing cut-off that the event tells; where it tells none, so many times 24 hours later. */
  | { readonly kind: 'next-cut-off'; readonly field: string; readonly otherwiseDays: number };

/** A term, for whom it holds, and where its number comes from. The first that fits is the clock's. */
export interface TermChoice {
  /** Only for such complaints. */
  readonly only?: Matching;
  /** Only once such an event came in the same cycle. */
  readonly once?: EventMatch;
  /** How long. */
  readonly term: ClockTerm;
  /** What the number rests on. */
  readonly from: TermSource;
}

/**
 * What a running clock does when the request becomes another one, or when it is counted by another policy: it goes on
 * by the term that it began with; it counts by the new one from its own start, with every pause so far; or it starts
 * anew.
 */
export const onChanges = ['keep', 'retroactive', 'restart'] as const;
/** What a running clock does on a change. */
export type OnChange = (typeof onChanges)[number];

/**
 * What reopening does: nothing; a new start at the reopening; or what the ending had cancelled goes on, the time
 * between not counting.
 */
export const onReopenings = ['keep', 'restart', 'resume'] as const;
/** What reopening does to a clock. */
export type OnReopening = (typeof onReopenings)[number];

/** Who has to act before a clock is due: what a user lets pass is no breach of the provider's. */
export const owners = ['provider', 'user'] as const;
/** Who has to act before a clock is due. */
export type Owner = (typeof owners)[number];

/** A clock of a policy, whole: everything that its readings depend on, besides the complaint's events. */
export interface Clock {
  /** Name in the table of clocks (`C-07`), or of the provider's own. */
  readonly id: string;
  /** What a person reads. */
  readonly name: RejectionText;
  /** Who has to act before it is due. */
  readonly owedBy: Owner;
  /** Role of the calendar that it counts on: a name in the policy's `calendars`. */
  readonly calendar: string;
  /** Only for such complaints. */
  readonly only?: Matching;
  /** Not for such complaints. */
  readonly unless?: Matching;
  /** What starts it. */
  readonly starts: readonly Trigger[];
  /** What it waits for: done at or before its due instant, it is met. */
  readonly stops: readonly Trigger[];
  /** What makes it pointless. */
  readonly cancels: readonly Trigger[];
  /** The fields that tell one of several at once from another, such as `visit`; an event without one of them concerns all. */
  readonly per?: readonly string[];
  /** Which pauses hold it up (I-15). */
  readonly pausedAs: PausedClock | 'never';
  /** How long it runs. */
  readonly terms: readonly TermChoice[];
  /** Shares of the term at which it is warned of, in percent. */
  readonly warnings: readonly number[];
  /** When the request is classified or becomes another kind. */
  readonly onReclassification: OnChange;
  /** When it is counted by another policy or calendar. */
  readonly onPolicyChange: OnChange;
  /** When the request is reopened. */
  readonly onReopening: OnReopening;
  /** Why it stands in the table and does not run. */
  readonly inactive?: RejectionText;
}

/** At which share of a clock's term a complaint goes up to which level (C-23). */
export interface EscalationRule {
  /** The clocks that govern it. */
  readonly clocks: readonly string[];
  /** In order of their percentage. */
  readonly levels: readonly { readonly percent: number; readonly level: Exclude<EscalationLevel, 0 | 4> }[];
}

/** The clocks that complaints are under: a version never changes, so that what was due can always be told again. */
export interface SlaPolicy {
  /** Lower-case name, recorded with every filing. */
  readonly id: string;
  /** Whole number from 1, raised with every change. */
  readonly version: number;
  /** The calendar of each role: its id. Which version of it holds, the complaint records. */
  readonly calendars: Readonly<Record<string, string>>;
  /** In the order of the table. */
  readonly clocks: readonly Clock[];
  /** When complaints go up by themselves. */
  readonly escalation: EscalationRule;
  /**
   * Where the numbers come from that are no terms (`warnings`, `escalation`), and why a term that law or press name has
   * no clock (`late-interest`, `retention`).
   */
  readonly provenance: readonly Provenance[];
}

/** The clocks whose terms every registered contract sets for itself: a policy without one of them is refused. */
export const contractClocks = ['C-07', 'C-08', 'C-20'] as const;

/** `id@version`, as complaints name a policy or a calendar. */
export const refOf = ({ id, version }: { readonly id: string; readonly version: number }): string =>
  `${id}@${version}`;
