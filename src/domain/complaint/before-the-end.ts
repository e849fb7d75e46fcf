import { reject } from '../kernel/decision.js';
import type { Instant } from '../kernel/instant.js';
import type { ComplaintContext } from './context.js';
import { compensationOwed } from './compensation/affected-period.js';
import { undueChargeOwed } from './compensation/undue-charge.js';
import { firstOf } from './guards.js';
import { arcoUnanswered } from './arco.js';
import type { CaseCard } from './card.js';
import { toCarryOutOf } from './authority/proceedings.js';
import type { Owed, Tellable, Waivable } from './vocabulary.js';

/** What of a complaint tells what stands against its end: the card alone. */
export type EndGrounds = Pick<
  CaseCard,
  'facets' | 'affected' | 'receivedAt' | 'agreements' | 'proceedings' | 'arco'
> & { readonly folio: string };

/** What the user would be left without if the complaint ended at this instant (I-16). */
export const owedTo = (complaint: EndGrounds, at: Instant): readonly Owed[] => [
  ...(compensationOwed(complaint, at) ? (['compensation'] as const) : []),
  ...(undueChargeOwed(complaint) ? (['undue-charge'] as const) : []),
];

/** When it ends, and when that is said. */
export type EndContext = Pick<ComplaintContext, 'imported' | 'occurredAt' | 'now'>;

/** What is owed is looked at as of the clock: a date further back lets nothing be owed less. A log has its own times. */
const asOf = ({ imported, occurredAt, now }: EndContext): Instant => (imported === true ? occurredAt : now);

const proceedingOpen = ({ facets, folio }: EndGrounds) =>
  facets.proceedings > 0 ? reject('proceeding-open', { folio }) : null;

const notCarriedOut = ({ proceedings, folio }: EndGrounds) =>
  toCarryOutOf(proceedings).length > 0 ? reject('resolution-not-carried-out', { folio }) : null;

/** What an authority did not resolve, the user may do without. */
const notKept = ({ agreements, folio }: EndGrounds, waived: readonly Waivable[]) =>
  agreements.open.length > 0 && !waived.includes('agreement')
    ? reject('agreement-not-carried-out', { folio })
    : null;

const unsettled = (complaint: EndGrounds, at: Instant, waived: readonly Waivable[]) => {
  const left = owedTo(complaint, at).find((owed) => !waived.includes(owed));
  const { folio } = complaint;
  switch (left) {
    case undefined:
      return null;
    case 'compensation':
      return reject('compensation-not-granted', { folio });
    case 'undue-charge':
      return reject('undue-charge-not-refunded', { folio });
  }
};

/** Whether the user is right about what a cancellation charged is ruled on first. */
const penaltyDisputed = ({ facets, folio }: EndGrounds) =>
  facets.penalty === 'disputed' ? reject('penalty-not-ruled', { folio }) : null;

/** What the user appealed, and what a correction put in question, is ruled on again first (I-08). */
export const appealOpen = (
  { facets, folio }: EndGrounds,
  { imported }: Pick<ComplaintContext, 'imported'>,
) => (facets.rulingAgain && imported !== true ? reject('appeal-not-ruled', { folio }) : null);

/** Who does not accept an answer is answered once more. */
const answerContested = ({ facets, folio }: EndGrounds) =>
  facets.answerAgain ? reject('appeal-not-answered', { folio }) : null;

/** A ruling is told to the user (O-24): no other ending takes the place of that. */
const rulingUntold = ({ facets: { ruling, rulingAgain, final }, folio }: EndGrounds) =>
  ruling !== 'none' && !rulingAgain && final === 'none' ? reject('ruling-not-told', { folio }) : null;

/**
 * The user knows the folio (O-17) and all that came of the request; of an anonymous report there is no one to tell. A log
 * that was imported may not say so.
 */
export const untoldBefore = (
  { facets, folio }: EndGrounds,
  { imported }: Pick<ComplaintContext, 'imported'>,
) => {
  if (!facets.folioTold && facets.report !== 'anonymous') return reject('folio-not-told', { folio });
  return facets.untold.length > 0 && imported !== true ? reject('user-not-told', { folio }) : null;
};

/** A user who expects a visitor, or asked for one, is told that none comes before the complaint ends. */
const visitExpected = ({ facets, folio }: EndGrounds) => {
  const visit = Object.keys(facets.visits).at(0);
  return visit === undefined ? null : reject('visit-arranged', { folio, visit: Number(visit) });
};

/**
 * What stands against any ending: a proceeding before an authority (I-17), what it resolved for the user, and what was
 * agreed with the user and what is owed to them (I-16) as far as the user does not waive it. Every decision that ends a
 * complaint asks this.
 */
export const standsAgainstTheEnd = (
  complaint: EndGrounds,
  context: EndContext,
  waived: readonly Waivable[] = [],
) =>
  firstOf(
    proceedingOpen(complaint),
    notCarriedOut(complaint),
    notKept(complaint, waived),
    unsettled(complaint, asOf(context), waived),
  );

/**
 * What stands against an ending that is not the user's own word: a visit that the user expects, an appeal that is open, a
 * ruling that the user was not told, a request over personal data without an answer, and what stands against any ending. A
 * log that was imported may not tell what became of a visit, an appeal, a ruling or such a request.
 */
export const standsAgainstTheProvider = (complaint: EndGrounds, context: EndContext) =>
  firstOf(
    context.imported === true ? null : visitExpected(complaint),
    penaltyDisputed(complaint),
    appealOpen(complaint, context),
    standsAgainstTheEnd(complaint, context),
    context.imported === true
      ? null
      : firstOf(rulingUntold(complaint), answerContested(complaint), arcoUnanswered(complaint)),
  );

/** What is told before any ending of the provider's: an agreement, a resolution that was carried out, an answer over data. */
const toldBeforehand: readonly Tellable[] = ['resolution', 'agreement', 'arco'];

const fulfilmentUntold = ({ facets: { untold }, folio }: EndGrounds) =>
  untold.some((what) => toldBeforehand.includes(what)) ? reject('user-not-told', { folio }) : null;

/**
 * What stands against an ending without a final word: it lapses, is not accepted, or goes on in another one. A log that was
 * imported may not tell what the user was told.
 */
export const standsAgainstGivingUp = (complaint: EndGrounds, context: EndContext) =>
  firstOf(
    standsAgainstTheProvider(complaint, context),
    context.imported === true ? null : fulfilmentUntold(complaint),
  );
