import { reject } from '../kernel/decision.js';
import type { ComplaintContext } from './context.js';
import type { FiledComplaint } from './state.js';

/** Stands in an event that one person may not give by the separation of duties, where the terms let it be recorded. */
export interface Excepted {
  /** What was not kept. */
  readonly exception?: 'separation-of-duties';
}

/** The same hands on both sides are refused, unless the terms of the filing have the exception recorded. */
export const separated = (
  sameHands: boolean,
  { filing, folio }: FiledComplaint,
  { actor }: ComplaintContext,
) =>
  sameHands && filing.terms.separationOfDuties !== 'recorded'
    ? reject('separation-of-duties', { actor, folio })
    : null;

/** What an event tells of the exception; nothing where there is none. */
export const exceptionIn = (sameHands: boolean): Excepted =>
  sameHands ? { exception: 'separation-of-duties' } : {};
