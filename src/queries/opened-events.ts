import type { By } from '../application/commands/actors.js';
import type { ComplaintEvent, ComplaintEvents, ComplaintEventType } from '../domain/complaint/events.js';
import { isComplaintEvent } from '../domain/complaint/evolve.js';
import type { Opened } from '../domain/texts/letters/setting.js';
import type { Parties } from './case-file.js';
import type { StoredEvent } from '../application/ports/event-store.js';
import type { Codec } from '../application/schema/codec.js';
import { mayOpen } from './viewer.js';

/** An event of a complaint with what this viewer may read of it. */
export type OpenedEvent = ComplaintEvent & {
  readonly revision: number;
  readonly occurredAt: StoredEvent['occurredAt'];
  /** A personal value: `undefined` where none was given, `null` where it cannot be read any more or by this viewer. */
  readonly said: (field: string) => Opened | undefined;
};

export const openEvents = async (
  events: readonly StoredEvent[],
  viewer: By,
  parties: Parties,
  codec: Codec,
): Promise<readonly OpenedEvent[]> => {
  const opened: OpenedEvent[] = [];
  for (const event of events) {
    if (!isComplaintEvent(event)) continue;
    const all = event.sealed === undefined ? {} : await codec.open(event);
    const fields = Object.fromEntries(
      Object.entries(all).flatMap(([person, values]) =>
        mayOpen(viewer, parties, person) ? Object.entries(values) : [],
      ),
    );
    const unreadable = Object.keys(event.sealed ?? {}).some(
      (person) => all[person] === undefined || !mayOpen(viewer, parties, person),
    );
    const said = (field: string): Opened | undefined => {
      const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
      if (typeof value === 'string') return value;
      return unreadable ? null : undefined;
    };
    opened.push({ ...event, said });
  }
  return opened;
};

/** The last event of a type, up to a revision where one is given. */
export const lastOf = <T extends ComplaintEventType>(
  events: readonly OpenedEvent[],
  type: T,
  upTo = Number.MAX_SAFE_INTEGER,
): (OpenedEvent & { readonly type: T; readonly data: ComplaintEvents[T] }) | undefined => {
  const isOne = (
    event: OpenedEvent,
  ): event is OpenedEvent & { readonly type: T; readonly data: ComplaintEvents[T] } =>
    event.type === type && event.revision <= upTo;
  return events.filter(isOne).at(-1);
};
