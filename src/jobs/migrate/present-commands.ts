import type { EventStore, StoredEvent } from '../../application/ports/event-store.js';
import { canonicalEvent } from '../../application/schema/canonical-event.js';
import type { CommandEvents } from './command-reader.js';
import { prefixesBeside } from './copied-streams.js';
import { eventCursor } from './event-cursor.js';

/** Reads the target page by page beside the source, so that what is there already is not appended once more. */
export interface PresentCommands {
  /**
   * Whether the target has the very events of a command; commands are asked for in the order of the source. False also
   * where that is not known: the target's own answer to an append tells then.
   */
  readonly has: (command: CommandEvents) => Promise<boolean>;
}

const isInPlaceOf = (found: StoredEvent, { stream, revision }: StoredEvent): boolean =>
  found.stream === stream && found.revision === revision;

/**
 * `prefixes`: of the streams that are copied (default: all in the namespace of the first of them). Only these are read:
 * what else the target holds need not be ours.
 */
export const presentCommands = (
  to: Pick<EventStore, 'readAll'>,
  prefixes: readonly string[] | undefined,
): PresentCommands => {
  let read = prefixes;
  const target = eventCursor(to, () => read);
  let isOver = false;

  /** Reads on to the place of an event; false if the target has something else there, or ends before. */
  const passes = async (event: StoredEvent): Promise<boolean> => {
    for (;;) {
      const found = await target.next();
      if (found === undefined) return false;
      if (isInPlaceOf(found, event)) return canonicalEvent(found) === canonicalEvent(event);
    }
  };

  return {
    has: async (command) => {
      const { stream } = command[0];
      read ??= prefixesBeside(stream);
      if (!read.some((prefix) => stream.startsWith(prefix))) return false;
      for (const event of command) {
        if (!isOver && (await passes(event))) continue;
        isOver = true;
        return false;
      }
      return true;
    },
  };
};
