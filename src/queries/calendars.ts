import {
  zoneLawOf,
  type ZoneLaw,
  type ZoneTransitionsOf,
} from '../application/calendars/publish-calendar.js';
import { calendarIn } from '../application/calendars/published-versions.js';
import { prefixOf } from '../application/identity/stream-name.js';
import type { EventStore, Position } from '../application/ports/event-store.js';
import type { PublishedCalendar } from '../domain/sla/calendar.js';

/** A calendar as it was published, and whether the law of its zone is still the one that it was published with. */
export interface CalendarCheck extends ZoneLaw {
  /** As it was published: its newest version. */
  readonly calendar: PublishedCalendar;
}

const pageSize = 1_000;

/** The newest version of each calendar that was published, by id, beside what this machine knows of its zone. */
export const createCalendarChecks =
  ({
    store,
    namespace,
    transitionsOf,
  }: {
    readonly store: Pick<EventStore, 'readAll'>;
    readonly namespace: string;
    readonly transitionsOf: ZoneTransitionsOf;
  }) =>
  async (): Promise<readonly CalendarCheck[]> => {
    const newest = new Map<string, PublishedCalendar>();
    let after: Position | undefined;
    for (;;) {
      const page = await store.readAll({
        ...(after !== undefined && { after }),
        limit: pageSize,
        types: ['CalendarPublished'],
        prefixes: [prefixOf(namespace, 'calendar')],
      });
      for (const event of page.events) {
        const calendar = calendarIn(event);
        if ((newest.get(calendar.id)?.version ?? 0) < calendar.version) newest.set(calendar.id, calendar);
      }
      if (page.caughtUp || page.next === undefined) break;
      after = page.next;
    }
    return [...newest.values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((calendar) => ({ calendar, ...zoneLawOf(calendar, transitionsOf) }));
  };
