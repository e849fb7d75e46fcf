import { reject } from '../../kernel/decision.js';
import { isBlank } from '../../kernel/is-blank.js';
import { isRelated } from '../relations.js';
import type { ComplaintContext } from '../context.js';
import type { FiledComplaint } from '../state.js';

/**
 * True where an actor would rule on their own repair, or on an appeal from their own ruling. The technical lead in charge
 * is a party. What a correction asks for anew is no appeal.
 */
export const sameHands = (complaint: FiledComplaint, context: ComplaintContext): boolean =>
  complaint.hands.repaired.includes(context.actor) ||
  isRelated(['in-charge', 'ruled-before'], complaint, context);

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
