import type { LogCase, LogEvent } from '../../../src/application/ports/event-log.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';

/** `activity` or `activity@resource`, one hour after the other from 2012 on. */
export const eventsOf = (...lines: readonly string[]): readonly LogEvent[] =>
  lines.map((line, index) => {
    const [activity = '', resource = 'Value 1'] = line.split('@');
    const timestamp = instantOf(Date.UTC(2012, 0, 2, 9 + index));
    const attributes = new Map([
      ['concept:name', activity],
      ['customer', 'Value 7'],
      ['product', 'Value 3'],
    ]);
    return { activity, timestamp, resource, attributes };
  });

export const caseNamed = (id: string, ...lines: readonly string[]): LogCase => ({
  id,
  attributes: new Map([['concept:name', id]]),
  events: eventsOf(...lines),
});

export const stream = async function* <Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item);
};

export const helpdeskActivities = [
  'Insert ticket',
  'Assign seriousness',
  'Take in charge ticket',
  'Wait',
  'Require upgrade',
  'Create SW anomaly',
  'Resolve SW anomaly',
  'Schedule intervention',
  'Resolve ticket',
  'Closed',
  'VERIFIED',
  'RESOLVED',
  'INVALID',
  'DUPLICATE',
] as const;
