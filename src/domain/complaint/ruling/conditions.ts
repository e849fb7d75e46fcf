import { reject } from '../../kernel/decision.js';
import { isBlank } from '../../kernel/is-blank.js';
import type { ComplaintContext } from '../context.js';
import type { FiledComplaint } from '../state.js';

/** No actor rules on their own repair. The technical lead in charge is a party. */
export const sameHands = ({ hands, technician, folio }: FiledComplaint, { actor }: ComplaintContext) =>
  hands.repaired.includes(actor) || technician === actor
    ? reject('separation-of-duties', { actor, folio })
    : null;

/** Nor on an appeal from their own ruling. What a correction asks for anew is no appeal. */
export const ownRuling = ({ facets, hands, folio }: FiledComplaint, { actor }: ComplaintContext) =>
  facets.escalation > 0 && hands.ruled.includes(actor)
    ? reject('separation-of-duties', { actor, folio })
    : null;

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
