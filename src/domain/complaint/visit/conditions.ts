import { reject } from '../../kernel/decision.js';
import { millisecondsOf, type Instant } from '../../kernel/instant.js';
import type { ComplaintContext } from '../context.js';
import type { VisitWindow } from '../shapes.js';
import type { ArrangedVisit, FiledComplaint, Visit } from '../state.js';
import { notTheUsersWord, saidByNoParty } from '../users-word.js';
import type { VisitCommands } from './messages.js';

/** Who speaks for a visit: the visitor named, or the technical lead in charge. */
export const notTheVisitor = (
  visit: number,
  { visitor }: Visit,
  { technician }: FiledComplaint,
  { actor, role }: ComplaintContext,
) => {
  if (actor === visitor || actor === technician) return null;
  return visitor === undefined
    ? reject('not-in-charge', { actor, role })
    : reject('not-the-visitor', { visit, visitor });
};

/** A technician has a say in their own visits, and in all those of a request in their charge. */
export const ofAnotherVisitor = (
  number: number,
  visit: Visit,
  complaint: FiledComplaint,
  context: ComplaintContext,
) => (context.role === 'technical-lead' ? notTheVisitor(number, visit, complaint, context) : null);

/** No visit is unannounced: the user knew of this very window before a technician went (I-14). */
export const notNotified = (visit: number, { notifiedAt }: ArrangedVisit, at: Instant) =>
  notifiedAt === undefined || at < notifiedAt ? reject('visit-not-notified', { visit }) : null;

const hour = 3_600_000;
/** What terms that say nothing let a window last. */
const usualHours = 12;
/** A visit further ahead is a year that was typed wrongly: the books are silent, and no user waits so long. */
const furthestDays = 180;

/** A window lies ahead within half a year, ends after it begins, and is no longer than the recorded terms have a user wait. */
export const windowInvalid = (
  { from, to }: VisitWindow,
  { filing: { terms } }: FiledComplaint,
  { occurredAt, imported }: ComplaintContext,
) => {
  if (to <= from) return reject('window-invalid', { from, to });
  if (imported === true) return null;
  if (to <= occurredAt) return reject('visit-window-past', { from, to });
  if (millisecondsOf(from) - millisecondsOf(occurredAt) > furthestDays * 24 * hour)
    return reject('visit-window-too-far', { from, to, days: furthestDays });
  const hours = terms.visitWindowHours ?? usualHours;
  return millisecondsOf(to) - millisecondsOf(from) > hours * hour
    ? reject('visit-window-too-long', { from, to, hours })
    : null;
};

export const sameWindow = (a: VisitWindow, b: VisitWindow) => a.from === b.from && a.to === b.to;

/**
 * The user moves or cancels at their own wish alone, and sends no other visitor: who is named as one reads how the
 * user is reached. Staff move a visit at the user's wish only where they name who said so: such a move pauses the repair
 * (I-15).
 */
export const notTheirWish = (
  number: number,
  { by, visitor, ...said }: Pick<VisitCommands['rescheduleVisit'], 'by' | 'saidBy' | 'visitor'>,
  visit: Visit,
  complaint: FiledComplaint,
  context: ComplaintContext,
) => {
  if (context.role === 'user' && (by !== 'user' || (visitor !== undefined && visitor !== visit.visitor)))
    return reject('not-by-the-user', { visit: number });
  return (by === 'user' ? notTheUsersWord : saidByNoParty)(said, complaint, context);
};
