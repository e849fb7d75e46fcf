import { instantOf, laterOf, millisecondsOf, type Instant } from '../../kernel/instant.js';
import type { CaseCard } from '../card.js';
import type { Facets } from '../facets.js';
import { isRepairable } from '../tracks.js';
import type { AffectedTime } from './affected-time.js';
import { andAlso, joined, without, type AffectedPeriod } from './periods.js';

const hour = 3_600_000;
const day = 24 * hour;

/** What of a complaint tells whether its user is owed a compensation: the card alone, so that queues know it. */
export type CompensationGrounds = Pick<CaseCard, 'facets' | 'affected' | 'receivedAt'>;

/** True while an outage goes on that only a repair ends: until then it is not known when it was over. */
const lasts = ({ affected: { from, to }, facets }: CompensationGrounds): boolean =>
  from !== null && to === null && facets.faultFound === true && isRepairable(facets);

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

const lastMoment = 1;

/**
 * Service that was back before the request came in had failed before that, though no one said since when: its last moment
 * without service stands for all of it, so that no such time is left out without a reason (I-16).
 */
const since = (from: Instant, to: Instant | null): Instant =>
  to !== null && to < from ? instantOf(millisecondsOf(to) - lastMoment) : from;

/** True for what stands for a time of which only the end is on record. */
export const isSinceUnknown = ({ from, to }: AffectedPeriod): boolean =>
  to !== null && millisecondsOf(to) - millisecondsOf(from) === lastMoment;

/** From when to when the user was affected by the cause of this cycle, if the provider answers for it. */
const periodOfTheCause = (known: CompensationGrounds, at: Instant | null): readonly AffectedPeriod[] => {
  const { from, to } = known.affected;
  if (known.facets.report !== 'none') return [];
  const due =
    answersForTheCause(known) || (known.facets.attribution === 'force-majeure' && outlasted(known, at));
  return due && from !== null ? [{ from: since(from, to), to }] : [];
};

/** What earlier work left owed, as far as it was not compensated since. */
export const leftOwed = ({ affected: { owedBefore, compensated } }: Pick<CaseCard, 'affected'>) =>
  without(owedBefore, compensated);

/**
 * The affected periods for which the user is compensated without having to claim it (I-16), in order, but for what was
 * compensated before. None where none.
 */
export const periodsDue = (known: CompensationGrounds, at: Instant | null): readonly AffectedPeriod[] => {
  const { owedBefore, compensated } = known.affected;
  return without([...owedBefore, ...periodOfTheCause(known, at)], compensated);
};

export const wasGranted = ({ facets: { compensation } }: { readonly facets: Facets }): boolean =>
  compensation === 'granted' || compensation === 'credited';

/** True while an hour that is due has not been compensated; of an outage that lasts, until an instant. */
export const moreIsDue = (known: CompensationGrounds, at: Instant): boolean =>
  periodsDue(known, at).some(({ from, to }) => to !== null || !lasts(known) || from < at);

/** What of the cause's own time is owed. What was granted while the outage lasts is enough for a day. */
const owedForTheCause = (known: CompensationGrounds, at: Instant | null): readonly AffectedPeriod[] =>
  known.facets.compensation === 'not-due'
    ? []
    : without(periodOfTheCause(known, at), known.affected.compensated).filter(({ from, to }) => {
        if (to !== null || !lasts(known)) return true;
        if (at === null) return false;
        return from === known.affected.from || millisecondsOf(at) - millisecondsOf(from) > day;
      });

/**
 * True while something that is due is neither granted nor said, with reasons, not to be due. Without an instant, an
 * outage that lasts, and force majeure, count once they are over: the restoration shows how much is due.
 */
export const compensationOwed = (known: CompensationGrounds, at: Instant | null): boolean =>
  leftOwed(known).length > 0 || owedForTheCause(known, at).length > 0;

/**
 * Force majeure that no repair ends goes on until an assessment says when it was over: it comes to be owed by time alone, of
 * which the card knows nothing.
 */
export const forceMajeureGoesOn = (known: CompensationGrounds): boolean => {
  const { affected, facets } = known;
  return (
    facets.attribution === 'force-majeure' &&
    facets.report === 'none' &&
    facets.compensation !== 'not-due' &&
    affected.from !== null &&
    affected.to === null &&
    !lasts(known)
  );
};

/** What is owed now stays owed, whatever is found from now on. An outage that lasts is owed until then. */
export const keptOwed = (known: CompensationGrounds, at: Instant): readonly AffectedPeriod[] => {
  const until = lasts(known) ? at : null;
  const owed = owedForTheCause(known, at).map(({ from, to }) => ({ from, to: to ?? until }));
  return joined([...leftOwed(known), ...owed]);
};

/** The work begins anew: what was compensated before stays that, and what is owed stays owed. */
export const affectedAnew = (known: CompensationGrounds, at: Instant): Pick<CaseCard, 'affected'> => ({
  affected: { ...known.affected, from: null, to: null, assessed: null, owedBefore: keptOwed(known, at) },
});

/** Where nothing is repaired, the assessment that is granted says when the open period was over. */
const closedBy = <P extends { readonly from: Instant | null; readonly to: Instant | null }>(
  period: P,
  { assessed, compensated }: AffectedTime,
): P => {
  if (assessed === null || period.from === null || period.to !== null) return period;
  const [open] = without([{ from: period.from, to: null }], compensated).toReversed();
  return open !== undefined && assessed.from <= open.from && open.from < assessed.to
    ? { ...period, to: assessed.to }
    : period;
};

/** What was assessed is granted. */
export const affectedOnceGranted = (known: CompensationGrounds): AffectedTime => {
  const { affected } = known;
  const { assessed, compensated, owedBefore } = affected;
  if (assessed === null) return affected;
  return {
    ...(lasts(known) ? affected : closedBy(affected, affected)),
    assessed: null,
    compensated: andAlso(compensated, assessed),
    owedBefore: owedBefore.map((period) => closedBy(period, affected)),
  };
};
