import { keepsTheWork } from '../../complaint/ending/keeps-the-work.js';
import { endings } from '../../complaint/rests-on.js';
import { laterOf, type Instant } from '../../kernel/instant.js';
import { refOf, type Clock } from '../policy/policy.js';
import { event } from '../policy/triggers.js';
import { appliesTo, type Attributes } from './attributes.js';
import { isMeant, triggeredAt, type Fact } from './facts.js';
import { mapped } from './mapped.js';
import { calendarIn, choiceFor, countedIn, ended, withNext, type Era, type Run } from './run.js';
import { isOpen, started, startedAt, type Standing } from './starts-and-ends.js';

export const clocksOf = (era: Era | undefined): readonly Clock[] =>
  (era?.policy.clocks ?? []).filter(({ inactive }) => inactive === undefined);

/** The clocks that a fact of this type may start. */
export const clocksStartedBy = (era: Era | undefined, type: Fact['type']): readonly Clock[] =>
  clocksOf(era).filter(({ starts }) => starts.some(({ event }) => event === type));

/** Starts clocks by all that was seen in this cycle: they apply only now. */
const startedLate = (standing: Standing, clocks: readonly Clock[], since?: Instant): Standing =>
  clocks.reduce<Standing>(
    (next, clock) => next.seen.reduce<Standing>((one, fact) => startedAt(one, clock, fact, since), next),
    standing,
  );

const otherTerm = (run: Run, seen: readonly Fact[], attributes: Attributes, fact: Fact): Run => {
  const choice = choiceFor(run, run.clock, attributes, seen);
  if (choice === undefined) return ended(run, 'cancelled', fact.occurredAt, fact);
  const restarts = choice !== run.choice && run.clock.onReclassification === 'restart';
  return { ...run, attributes, choice, ...(restarts && { startedAt: fact.occurredAt }) };
};

/** The complaint is another kind, or graver than it was thought: its clocks go by what it is now. */
export const reclassified = (standing: Standing, before: Attributes, fact: Fact): Standing => {
  const { attributes, seen } = standing;
  const runs = standing.runs.map((run) => {
    if (!isOpen(run) || run.clock.onReclassification === 'keep') return run;
    return appliesTo(run.clock, attributes)
      ? otherTerm(run, seen, attributes, fact)
      : ended(run, 'cancelled', fact.occurredAt, fact);
  });
  const begins = clocksOf(standing.era).filter(
    (clock) => !appliesTo(clock, before) && appliesTo(clock, attributes),
  );
  const from = { ...standing, runs };
  return startedLate(
    startedLate(
      from,
      begins.filter(({ onReclassification }) => onReclassification === 'retroactive'),
    ),
    begins.filter(({ onReclassification }) => onReclassification === 'restart'),
    fact.occurredAt,
  );
};

/** A term that holds once something has happened. */
export const withTerms = (standing: Standing): readonly Run[] =>
  mapped(standing.runs, (run) => {
    if (!isOpen(run) || run.clock.terms.every(({ once }) => once === undefined)) return run;
    const choice = choiceFor(run, run.clock, run.attributes, standing.seen) ?? run.choice;
    return choice === run.choice ? run : { ...run, choice };
  });

/** Where the ending alone was wrong, no new work begins: what it cancelled goes on, whatever the clock would do otherwise. */
const goesOn = (reason: unknown): boolean => reason === 'closed-by-mistake' || keepsTheWork(reason);

/** What a reopening leaves alone goes on then too, where it is owed from the receipt: work may have to be done anew. */
const isOwedAnyway = ({ onReopening }: Clock, { type }: Fact): boolean =>
  onReopening !== 'keep' || type === 'Filed';

const endingTypes: ReadonlySet<string> = new Set(endings);

/** An authority resolved for the user: a dismissal stands no more. */
const overturning = event('AuthorityResolved', { outcome: ['for-user'] });

/**
 * True where a reopening takes back what made a run pointless: an ending always; a ruling, or that there is nothing to
 * repair, where the work begins anew; a dismissal also where an authority overturned it. What a change of the request,
 * of the policy or of an appointment put an end to, no reopening brings back.
 */
const isTakenBack = ({ clock, end }: Run, { seen }: Standing, { data: { reason } }: Fact): boolean => {
  const place = seen.findIndex(({ revision }) => revision === end?.revision);
  const by = seen[place];
  if (end?.how !== 'cancelled' || by === undefined) return false;
  if (triggeredAt(clock.cancels, by, seen.slice(0, place)) === undefined) return false;
  if (endingTypes.has(by.type) || !keepsTheWork(reason)) return true;
  return by.type === 'Ruled' && seen.some((fact) => isMeant(overturning, fact));
};

/** A new cycle: clocks begin anew, or go on where the ending left them. */
export const reopened = (standing: Standing, fact: Fact): Standing => {
  const { cycle: next, reason } = fact.data;
  const cycle = typeof next === 'number' ? next : standing.cycle + 1;
  const resumesAll = goesOn(reason);
  const lived = standing.runs.map((run) => ({ ...run, lived: [...run.lived, ...standing.seen] }));
  const again = lived.flatMap((run): readonly Run[] => {
    const { clock, end, startedBy } = run;
    const isOwed = clock.onReopening === 'resume' || (resumesAll && isOwedAnyway(clock, startedBy));
    if (end === undefined || !isOwed || !isTakenBack(run, standing, fact)) return [];
    const pause = { from: end.at, to: laterOf(end.at, fact.occurredAt) };
    return [{ ...run, cycle, end: undefined, apart: [...run.apart, pause] }];
  });
  const moved = { ...standing, cycle, seen: [fact] };
  const restarted = clocksOf(standing.era).flatMap((clock) => {
    const ran = standing.runs.some(({ clock: { id } }) => id === clock.id);
    if (clock.onReopening !== 'restart' || resumesAll || !ran) return [];
    if (!appliesTo(clock, standing.attributes)) return [];
    return started(moved, clock, fact, fact.occurredAt, moved.seen) ?? [];
  });
  const ids = new Set(restarted.map(({ clock: { id } }) => id));
  const runs = lived.map((run) =>
    isOpen(run) && ids.has(run.clock.id) ? ended(run, 'cancelled', fact.occurredAt, fact) : run,
  );
  return { ...moved, runs: [...again, ...restarted].reduce(withNext, runs) };
};

const isCountedIn = (run: Run, era: Era): boolean =>
  run.policy === refOf(era.policy) && run.calendar === calendarIn(era, run.clock);

/** An open run counted by another policy or by other calendars; the same ones change nothing. */
export const adopted = (run: Run, era: Era, { attributes, seen }: Standing, fact: Fact): Run => {
  if (!isOpen(run) || isCountedIn(run, era)) return run;
  const clock = clocksOf(era).find(({ id }) => id === run.clock.id);
  if (clock === undefined) return ended(run, 'cancelled', fact.occurredAt, fact);
  if (clock.onPolicyChange === 'keep') return run;
  const next = appliesTo(clock, attributes) ? countedIn({ ...run, attributes }, era, clock, seen) : undefined;
  if (next === undefined) return ended(run, 'cancelled', fact.occurredAt, fact);
  return clock.onPolicyChange === 'restart' ? { ...next, startedAt: fact.occurredAt } : next;
};
