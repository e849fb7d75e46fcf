import { logFault } from '../../application/errors/log-faults.js';
import type { EventLog } from '../../application/ports/event-log.js';

/** What a log holds, as far as an import has to know before it begins. */
export interface LogSurvey {
  readonly cases: number;
  readonly events: number;
  /** Each activity with each transition that the log has it with. */
  readonly activities: readonly { readonly activity: string; readonly transition?: string }[];
}

/**
 * Reads a log from beginning to end without changing anything, so that an import only begins on a log that can be read
 * whole. Throws a coded error `log-…` where it cannot.
 */
export const surveyLog = async (log: EventLog): Promise<LogSurvey> => {
  const ids = new Set<string>();
  const activities = new Map<string, { activity: string; transition?: string }>();
  let events = 0;
  for await (const found of log.cases()) {
    if (ids.has(found.id)) throw logFault('log-case-repeated', { case: found.id });
    ids.add(found.id);
    events += found.events.length;
    for (const { activity, transition } of found.events)
      activities.set(JSON.stringify([activity, transition]), {
        activity,
        ...(transition === undefined ? {} : { transition }),
      });
  }
  if (ids.size === 0) throw logFault('log-empty');
  return { cases: ids.size, events, activities: [...activities.values()] };
};
