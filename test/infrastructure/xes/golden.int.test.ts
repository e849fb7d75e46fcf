import { expect } from '@jest/globals';
import type { LogCase } from '../../../src/application/ports/event-log.js';
import { xesFile } from '../../../src/infrastructure/xes/index.js';
import { describeWithShared, sharedFile } from '../../support/shared.js';
import { it } from '@jest/globals';

const countOf = async (name: string) => {
  const activities = new Map<string, number>();
  const names = new Set<string>();
  let events = 0;
  let last: LogCase | undefined;
  for await (const found of xesFile(sharedFile(name)).cases()) {
    names.add(found.id);
    events += found.events.length;
    for (const { activity } of found.events) activities.set(activity, (activities.get(activity) ?? 0) + 1);
    last = found;
  }
  return { cases: names.size, events, activities: Object.fromEntries(activities), last };
};

describeWithShared('data/helpdesk.xes.gz')('the log of the help desk', () => {
  it('has every case and every event of its golden counts', async () => {
    const { cases, events, activities } = await countOf('data/helpdesk.xes.gz');
    expect({ cases, events }).toEqual({ cases: 4580, events: 21_348 });
    expect(activities).toEqual({
      'Take in charge ticket': 5060,
      'Resolve ticket': 4983,
      'Assign seriousness': 4938,
      Closed: 4574,
      Wait: 1463,
      'Require upgrade': 119,
      'Insert ticket': 118,
      'Create SW anomaly': 67,
      'Resolve SW anomaly': 13,
      'Schedule intervention': 5,
      VERIFIED: 3,
      RESOLVED: 2,
      INVALID: 2,
      DUPLICATE: 1,
    });
  });
});

describeWithShared('data/repair-example.xes.gz')('the log of the telephone repairs', () => {
  it('keeps both ends of what lasts, and times with another offset', async () => {
    const { cases, events, last } = await countOf('data/repair-example.xes.gz');
    expect({ cases, events }).toEqual({ cases: 1104, events: 11_855 });
    expect(new Set(last?.events.map(({ transition }) => transition))).toEqual(new Set(['start', 'complete']));
    expect(last?.events[0]?.timestamp).toMatch(/^1970-.*:00\.000Z$/);
  });
});
