import { laterOf, millisecondsOf, type Instant } from '../../kernel/instant.js';
import type { CaseCard } from '../card.js';
import type { Facets } from '../facets.js';

const hour = 3_600_000;

/** A time without what the user pays for; open (`to` is `null`) while nothing was restored. */
export interface AffectedPeriod {
  /** UTC instant at which the service was first affected, or to which it was compensated before. */
  readonly from: Instant;
  /** UTC instant at which the service was back. */
  readonly to: Instant | null;
}

/** What of a complaint tells whether its user is owed a compensation: the card alone, so that queues know it. */
export type CompensationGrounds = Pick<CaseCard, 'facets' | 'affected' | 'receivedAt'>;

/**
 * From when to when the user was affected: from the verified start to the restoration, or to the report that there will
 * be none. `null` where nothing was affected, or all of it has been compensated before.
 */
export const affectedPeriod = ({
  affected: { from: begun, to, compensatedUntil },
}: Pick<CaseCard, 'affected'>): AffectedPeriod | null => {
  if (begun === null) return null;
  const from = laterOf(begun, compensatedUntil ?? begun);
  return to !== null && to <= from ? null : { from, to };
};

/**
 * Force majeure counts only where the outage outlasted, after the user's report, what the recorded terms allow. One that
 * is never repaired does so without waiting for it: the card alone tells it, so that billing has it in its queue.
 */
const outlasted = (
  { affected: { from, to, forceMajeureHours }, facets, receivedAt }: CompensationGrounds,
  at: Instant | null,
): boolean => {
  if (facets.repair === 'impossible') return true;
  const end = facets.repair === 'done' ? to : at;
  if (receivedAt === null || end === null) return false;
  const reported = laterOf(receivedAt, from ?? receivedAt);
  return millisecondsOf(end) - millisecondsOf(reported) > forceMajeureHours * hour;
};

/** True where the provider answers to its user for the cause: its own, or a third party's by the recorded terms. */
export const answersForTheCause = ({
  facets: { attribution, answersForThirdParties },
}: {
  readonly facets: Facets;
}): boolean => attribution === 'provider' || (attribution === 'third-party' && answersForThirdParties);

/** The affected period for which the user is compensated without having to claim it (I-16); `null` for none. */
export const periodDue = (known: CompensationGrounds, at: Instant | null): AffectedPeriod | null => {
  if (known.facets.report !== 'none') return null;
  const due =
    answersForTheCause(known) || (known.facets.attribution === 'force-majeure' && outlasted(known, at));
  return due ? affectedPeriod(known) : null;
};

export const wasGranted = ({ facets: { compensation } }: { readonly facets: Facets }): boolean =>
  compensation === 'granted' || compensation === 'credited';

/**
 * True while something that is due is neither granted nor said, with reasons, not to be due. What was granted while the
 * outage lasted is enough until the restoration, or the report that there will be none, shows that it lasted longer.
 * Without an instant, force majeure counts once it is over.
 */
export const compensationOwed = (known: CompensationGrounds, at: Instant | null): boolean => {
  const due = periodDue(known, at);
  return due !== null && known.facets.compensation !== 'not-due' && !(wasGranted(known) && due.to === null);
};
