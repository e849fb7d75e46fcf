import { keepsTheWork } from '../../complaint/ending/keeps-the-work.js';
import { endings } from '../../complaint/rests-on.js';
import { refOf, type Clock } from '../policy/policy.js';
import { appliesTo } from './attributes.js';
import { triggeredAt, type Fact } from './facts.js';
import { mapped } from './mapped.js';
import { isOverturned, overturned, rulingAfter, withoutItsRuns } from './rulings.js';
import { calendarIn, choiceFor, countedIn, ended, goneOn, withNext, type Era, type Run } from './run.js';
import { clocksOf, isOpen, started, type Standing } from './starts-and-ends.js';

/** The clocks that a fact of this type may start. */
export const clocksStartedBy = (era: Era | undefined, type: Fact['type']): readonly Clock[] =>
  clocksOf(era).filter(({ starts }) => starts.some(({ event }) => event === type));

/** A term that holds once something has happened. */
export const withTerms = (standing: Standing): readonly Run[] =>
  mapped(standing.runs, (run) => {
    if (!isOpen(run) || run.clock.terms.every(({ once }) => once === undefined)) return run;
    const choice = choiceFor(run, run.clock, run.attributes, standing.seen) ?? run.choice;
    return choice === run.choice ? run : { ...run, choice };
  });

/**
 * Where the ending alone was wrong, what it cancelled goes on, whatever the clock would do otherwise. What had been done
 * by then is forgotten with a mistake, as with any new work, and begins anew.
 */
const goesOn = (reason: unknown): boolean => reason === 'closed-by-mistake' || keepsTheWork(reason);

/** What a reopening leaves alone goes on then too, where it is owed from the receipt: work may have to be done anew. */
const isOwedAnyway = ({ onReopening }: Clock, { type }: Fact): boolean =>
  onReopening !== 'keep' || type === 'Filed';

const endingTypes: ReadonlySet<string> = new Set(endings);

/** True where the complaint has ended in this cycle. */
export const isOver = ({ seen }: Standing): boolean => seen.some(({ type }) => endingTypes.has(type));

/**
 * True where a reopening takes back what ended a run: an ending always, also where the run waited for it; where the work
 * begins anew, a ruling, or that there is nothing to repair, where that made the run pointless. What a change of the
 * request, of the policy or of an appointment put an end to, no reopening brings back.
 */
const isTakenBack = (
  { clock: { stops, cancels }, end }: Run,
  { seen }: Standing,
  { data: { reason } }: Fact,
): boolean => {
  const place = seen.findIndex(({ revision }) => revision === end?.revision);
  const by = seen[place];
  if (end === undefined || by === undefined) return false;
  const how = end.how === 'done' ? stops : cancels;
  if (triggeredAt(how, by, seen.slice(0, place)) === undefined) return false;
  return endingTypes.has(by.type) || (end.how === 'cancelled' && !keepsTheWork(reason));
};

/** A new cycle: clocks begin anew, or go on where the ending left them. */
export const reopened = (standing: Standing, fact: Fact): Standing => {
  const { cycle: next, reason } = fact.data;
  const cycle = typeof next === 'number' ? next : standing.cycle + 1;
  const resumesAll = goesOn(reason);
  const lived = standing.runs.map((run) => ({ ...run, lived: [...run.lived, ...standing.seen] }));
  const again = lived.flatMap((run): readonly Run[] => {
    const { clock, startedBy } = run;
    const isOwed = clock.onReopening === 'resume' || (resumesAll && isOwedAnyway(clock, startedBy));
    return isOwed && isTakenBack(run, standing, fact) ? goneOn(run, cycle, fact) : [];
  });
  const ruling = rulingAfter(standing.ruling, fact);
  const moved = { ...standing, cycle, seen: [fact], ruling };
  const goingOn = new Set([...again, ...lived.filter(isOpen)].map(({ clock }) => clock.id));
  const restarted = clocksOf(standing.era).flatMap((clock) => {
    const ran = standing.runs.some(({ clock: { id } }) => id === clock.id);
    if (clock.onReopening !== 'restart' || !ran || keepsTheWork(reason)) return [];
    if (!appliesTo(clock, standing.attributes) || (resumesAll && goingOn.has(clock.id))) return [];
    return started(moved, clock, fact, fact.occurredAt, moved.seen) ?? [];
  });
  const ids = new Set(restarted.map(({ clock: { id } }) => id));
  const left = ruling === undefined ? withoutItsRuns(lived, standing.ruling, fact) : lived;
  const runs = left.map((run) =>
    isOpen(run) && ids.has(run.clock.id) ? ended(run, 'cancelled', fact.occurredAt, fact) : run,
  );
  const taken = { ...moved, runs: [...again, ...restarted].reduce(withNext, runs) };
  return ruling !== undefined && isOverturned(standing) ? overturned(taken, fact) : taken;
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
