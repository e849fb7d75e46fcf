import type { LogEvent } from '../../application/ports/event-log.js';
import { derivedUuid } from '../../application/identity/uuid.js';

/** Where a command of an import comes from: what makes it the same command in every export of the log. */
export interface CommandPlace {
  readonly mapping: string;
  /** The case's id in the log. */
  readonly found: string;
  /** Place of its event in the case; of a filing nothing, since a case is filed once. */
  readonly place: string;
  readonly rule: string;
}

/**
 * The id of an imported command: a function of mapping, case, place and rule (design: Identity), never of the run, the
 * file's bytes or a time, so that a second import meets what the first one did though a time was corrected.
 */
export const importedCommandId = ({ mapping, found, place, rule }: CommandPlace): string =>
  derivedUuid(undefined, 'import', mapping, found, place, rule);

/**
 * The places of a case's events, one call for each event in order: the event's own id, where the mapping names the
 * attribute that holds it and the log has it; else its number among its equals, so that another event in the middle
 * moves none of the others.
 */
export const placesOf = (eventId: string | undefined): ((event: LogEvent) => string) => {
  const counts = new Map<string, number>();
  return ({ activity, transition, attributes }) => {
    const own = eventId === undefined ? undefined : attributes.get(eventId);
    const equals = own === undefined ? ['nth', activity, transition ?? ''] : ['id', own];
    const key = JSON.stringify(equals);
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    return JSON.stringify([...equals, number]);
  };
};
