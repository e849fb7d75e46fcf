import { reject, type Rejection } from '../kernel/decision.js';
import type { Instant } from '../kernel/instant.js';
import type { ComplaintContext } from './context.js';
import type { RejectionCode } from './rejections.js';
import type { FiledComplaint } from './state.js';

export type Refusal = ({ readonly ok: false } & Rejection<RejectionCode>) | null;

/** No fact lies after the clock, whichever field of a command it stands in (I-19). */
export const afterTheClock = (at: Instant | undefined, { now }: ComplaintContext): Refusal =>
  at !== undefined && at > now ? reject('occurred-in-future', { occurredAt: at, now }) : null;

/** Once the user has the final word, the work behind it stands until the complaint is reopened. */
export const afterTheFinalWord = ({ facets, folio }: FiledComplaint): Refusal =>
  facets.final === 'none' ? null : reject('final-word-sent', { folio });

/** The first refusal of a list, or `null`. */
export const firstOf = (...refusals: readonly Refusal[]): Refusal =>
  refusals.find((refusal) => refusal !== null) ?? null;
