import type { LogEvent } from '../../application/ports/event-log.js';
import type { ActivityRule, Mapping } from './mapping.js';

/** Finds the rule for an event: one for its very transition before one for any. */
export const ruleFinder = ({ activities }: Pick<Mapping, 'activities'>) => {
  const byActivity = Map.groupBy(activities, ({ activity }) => activity);
  return ({ activity, transition }: Pick<LogEvent, 'activity' | 'transition'>): ActivityRule | undefined => {
    const fitting = byActivity.get(activity) ?? [];
    return (
      fitting.find((rule) => rule.transition !== undefined && rule.transition === transition) ??
      fitting.find((rule) => rule.transition === undefined)
    );
  };
};
