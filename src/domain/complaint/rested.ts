import type { ComplaintEvents, ComplaintEventType } from './events.js';
import { life } from './life.js';

/** A fact without its line, and a name that is no fact's, do not compile. */
type RestsOn = { readonly [T in ComplaintEventType]: readonly ComplaintEventType[] };

/**
 * What each fact rests on: it never lies before the last of these, nor before the receipt. No folio is told, acknowledged
 * or certified before it was assigned, also where a paper form was received days before it was registered: until then it
 * had no number.
 */
export const restsOn: RestsOn = life.restsOn;

type Conditions = { readonly [T in ComplaintEventType]?: (data: ComplaintEvents[T]) => boolean };

/** Where it depends on what a fact tells whether it rests on anything: what is said against a ruling comes after it. */
export const restsOnlyWhere: Conditions = { Escalated: ({ trigger }) => trigger === 'deadlock' };

/** The facts that others rest on: what is known of times keeps these alone. */
export const rested: ReadonlySet<ComplaintEventType> = new Set(Object.values(restsOn).flat());

/** What counts from the time at which the service was back, wherever it rests on a repair. */
export const ofRestoredService: ReadonlySet<ComplaintEventType> = new Set<ComplaintEventType>([
  'RestorationConfirmationRequested',
  'RestorationConfirmed',
  'RestorationDisputed',
]);
