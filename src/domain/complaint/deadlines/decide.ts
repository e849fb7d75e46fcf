import { accept, reject } from '../../kernel/decision.js';
import type { Deciders } from '../context.js';
import type { FiledComplaint } from '../state.js';
import type { DeadlinesCommands } from './commands.js';
import { breachKey, warningKey } from './keys.js';

/** What deadlines count by now: the terms of the filing, or what replaced them. */
const inForce = ({ recomputed, filing: { terms } }: FiledComplaint) =>
  recomputed ?? { policy: terms.policy, policyVersion: terms.version, calendars: terms.calendars };

const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((item) => b.includes(item));

/** What is learned late is recorded like the rest: also of an earlier cycle, also after the end (I-23). */
export const deadlinesDeciders: Deciders<DeadlinesCommands> = {
  warnOfDeadline: (data, { warnings, facets, folio }) => {
    if (data.cycle > facets.cycle)
      return reject('no-such-cycle', { cycle: data.cycle, current: facets.cycle });
    return warnings.includes(warningKey(data))
      ? reject('no-new-fact', { folio })
      : accept({ type: 'SlaWarned', data });
  },

  recordBreach: (data, { breaches, facets, folio }, { now }) => {
    const { clock, cycle, dueAt } = data;
    if (cycle > facets.cycle) return reject('no-such-cycle', { cycle, current: facets.cycle });
    if (now < dueAt) return reject('not-yet-due', { clock, dueAt, now });
    return breaches.includes(breachKey(data))
      ? reject('no-new-fact', { folio })
      : accept({ type: 'SlaBreached', data });
  },

  /** Unchanged versions give unchanged deadlines, unless a fact was learned late. */
  recomputeClocks: (data, complaint) => {
    const before = inForce(complaint);
    const unchanged =
      data.policy === before.policy &&
      data.policyVersion === before.policyVersion &&
      sameList(data.calendars, before.calendars);
    return unchanged && data.reason !== 'late-fact'
      ? reject('no-new-fact', { folio: complaint.folio })
      : accept({ type: 'ClocksRecomputed', data });
  },
};
