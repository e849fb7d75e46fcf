import { firstMomentOfLogs, parseInstant } from '../../domain/kernel/instant.js';
import { logFault } from '../../application/errors/log-faults.js';
import type { LogCase, LogEvent } from '../../application/ports/event-log.js';

type Attributes = Map<string, string>;

const eventOf = (attributes: Attributes, caseName: string, number: number): LogEvent => {
  const where = { case: caseName, event: number };
  const activity = attributes.get('concept:name');
  if (activity === undefined || activity === '') throw logFault('log-activity-missing', where);
  const time = attributes.get('time:timestamp');
  if (time === undefined || time === '') throw logFault('log-timestamp-missing', where);
  const timestamp = parseInstant(time, firstMomentOfLogs);
  if (timestamp === undefined) throw logFault('log-timestamp-invalid', { ...where, timestamp: time });
  const resource = attributes.get('org:resource');
  const transition = attributes.get('lifecycle:transition');
  return {
    activity,
    timestamp,
    ...(resource === undefined ? {} : { resource }),
    ...(transition === undefined ? {} : { transition }),
    attributes,
  };
};

/** A case from what its elements say. `number` counts the cases of the log, from 1. */
export const caseOf = (attributes: Attributes, events: readonly Attributes[], number: number): LogCase => {
  const id = attributes.get('concept:name');
  if (id === undefined || id === '') throw logFault('log-case-unnamed', { case: number });
  return { id, attributes, events: events.map((event, index) => eventOf(event, id, index + 1)) };
};
