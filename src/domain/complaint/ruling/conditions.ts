import { reject } from '../../kernel/decision.js';
import { isBlank } from '../../kernel/is-blank.js';
import type { ComplaintContext } from '../context.js';
import type { FiledComplaint } from '../state.js';

/**
 * True where an actor would rule on their own repair, or on an appeal from their own ruling. The technical lead in charge
 * is a party. What a correction asks for anew is no appeal.
 */
export const sameHands = (
  { facets, hands, technician }: FiledComplaint,
  { actor }: ComplaintContext,
): boolean =>
  hands.repaired.includes(actor) ||
  technician === actor ||
  (facets.escalation > 0 && facets.rulingAgain && hands.ruled.includes(actor));

/** A ruling gives its reasons (I-08), and a next instance that is named has a name (I-10). */
export const reasonsMissing = (
  reasons: string,
  nextInstance: string | undefined,
  { folio }: FiledComplaint,
) => {
  if (isBlank(reasons)) return reject('reasons-missing', { folio });
  return nextInstance !== undefined && isBlank(nextInstance)
    ? reject('next-instance-missing', { folio })
    : null;
};
