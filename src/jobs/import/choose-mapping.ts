import { logFault } from '../../application/errors/log-faults.js';
import type { Mapping } from './mapping.js';
import { ruleFinder } from './rule-finder.js';
import type { LogSurvey } from './survey-log.js';

const named = 10;

const covers = (mapping: Mapping, { activities }: LogSurvey): boolean => {
  const ruleFor = ruleFinder(mapping);
  return activities.every((activity) => ruleFor(activity) !== undefined);
};

/** The first mapping with a rule for every activity of the log. Throws `no-mapping` where none has. */
export const mappingFor = (survey: LogSurvey, mappings: readonly Mapping[]): Mapping => {
  const chosen = mappings.find((mapping) => covers(mapping, survey));
  if (chosen !== undefined) return chosen;
  const all = [...new Set(survey.activities.map(({ activity }) => activity))];
  const activities = all.slice(0, named).join(', ') + (all.length > named ? ', …' : '');
  throw logFault('no-mapping', { activities });
};

/** A mapping by its name. Throws `mapping-unknown`. */
export const mappingNamed = (id: string, mappings: readonly Mapping[]): Mapping => {
  const chosen = mappings.find((mapping) => mapping.id === id);
  if (chosen !== undefined) return chosen;
  throw logFault('mapping-unknown', { mapping: id, known: mappings.map((mapping) => mapping.id).join(', ') });
};
