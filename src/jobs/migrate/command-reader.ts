import type { StoredEvent } from '../../application/ports/event-store.js';
import { storeErrorSaying } from '../../application/errors/store-error.js';
import type { EventCursor } from './event-cursor.js';

/** The events that one command gave: they were stored at once, and are stored at once again. */
export type CommandEvents = readonly [StoredEvent, ...StoredEvent[]];

const isNextOf = (first: StoredEvent, index: number, event: StoredEvent | undefined): event is StoredEvent =>
  event !== undefined &&
  event.stream === first.stream &&
  event.revision === first.revision + index &&
  event.metadata.commandId === first.metadata.commandId &&
  event.metadata.index === index;

/**
 * The next command of a store in its order; `undefined` where there is none yet. Throws `store-corrupt` where the
 * events of one do not stand together, as every store puts them.
 */
export const nextCommand = async ({ next }: EventCursor): Promise<CommandEvents | undefined> => {
  const first = await next();
  if (first === undefined) return undefined;
  const { commandSize, commandId } = first.metadata;
  const rest: StoredEvent[] = [];
  for (let event: StoredEvent | undefined = first, index = 0; ;) {
    if (!isNextOf(first, index, event))
      throw storeErrorSaying(
        'store-corrupt',
        {},
        {
          es: `los eventos del comando ${commandId} en ${first.stream} no están juntos`,
          en: `the events of command ${commandId} in ${first.stream} are not together`,
        },
      );
    if (index > 0) rest.push(event);
    index += 1;
    if (index >= commandSize) return [first, ...rest];
    event = await next();
  }
};
