import { keepsTheWork } from '../../complaint/ending/keeps-the-work.js';
import { event } from '../policy/triggers.js';
import { appliesTo } from './attributes.js';
import { isMeant, triggeredAt, type Fact } from './facts.js';
import { ended, goneOn, withNext, type Run } from './run.js';
import { clocksOf, isOpen, started, type Standing } from './starts-and-ends.js';

/** An authority resolved for the user: a dismissal stands no more. */
const overturning = event('AuthorityResolved', { outcome: ['for-user'] });

/** The ruling that stands after one more fact: none where the work began anew. */
export const rulingAfter = (before: Fact | undefined, fact: Fact): Fact | undefined => {
  if (fact.type === 'Ruled') return fact;
  return fact.type === 'Reopened' && !keepsTheWork(fact.data['reason']) ? undefined : before;
};

/** True where an authority resolved for the user in this cycle, after a dismissal that stood. */
export const isOverturned = ({ ruling, seen }: Standing): boolean =>
  ruling?.data['outcome'] === 'dismissed' &&
  seen.some((fact) => fact.revision > ruling.revision && isMeant(overturning, fact));

/** What a ruling started is pointless once it does not stand: there is nothing to tell of it any more. */
export const withoutItsRuns = (runs: readonly Run[], ruling: Fact | undefined, fact: Fact): readonly Run[] =>
  runs.map((run) =>
    isOpen(run) && run.startedBy.revision === ruling?.revision
      ? ended(run, 'cancelled', fact.occurredAt, fact)
      : run,
  );

/** The clock begins anew with what overturned the ruling, where a request of this kind still has it. */
const begunAnew = (standing: Standing, { clock: { id } }: Run, fact: Fact): readonly Run[] => {
  const clock = clocksOf(standing.era).find((each) => each.id === id);
  if (clock?.onReopening !== 'restart' || !appliesTo(clock, standing.attributes)) return [];
  const begun = started(standing, clock, fact, fact.occurredAt, standing.seen);
  return begun === undefined ? [] : [begun];
};

const isMadePointless = (
  { clock: { cancels, onReopening }, lived }: Run,
  { seen }: Standing,
  by: Fact,
): boolean => onReopening !== 'keep' && triggeredAt(cancels, by, [...lived, ...seen]) !== undefined;

/** What a ruling ended that does not stand: another ruling is owed, in a term of its own; what it made pointless goes on. */
const owedAgain = (standing: Standing, run: Run, fact: Fact): readonly Run[] => {
  const { ruling, cycle } = standing;
  if (ruling === undefined || run.end?.revision !== ruling.revision) return [];
  if (run.end.how === 'done') return begunAnew(standing, run, fact);
  return isMadePointless(run, standing, ruling) ? goneOn(run, cycle, fact) : [];
};

/** An authority overturned the dismissal that stood: what it had ended is owed again, and what it started is not. */
export const overturned = (standing: Standing, fact: Fact): Standing => {
  const again = standing.runs.flatMap((run) => owedAgain(standing, run, fact));
  const runs = withoutItsRuns(standing.runs, standing.ruling, fact);
  return { ...standing, ruling: undefined, runs: again.reduce(withNext, runs) };
};
