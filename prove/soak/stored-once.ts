import type { StoredEvent } from 'quejas';
import type { Told } from './journal.js';

/** What the soak asks of an event. */
export type Seen = Pick<StoredEvent, 'stream' | 'revision' | 'type' | 'data'> & {
  readonly metadata: Pick<StoredEvent['metadata'], 'commandId' | 'index' | 'commandSize'>;
};

interface Stored {
  /** How often the command's first event is there, and how many of its events in all. */
  firsts: number;
  events: number;
  readonly size: number;
  lastRevision: number;
}

/**
 * Compares what callers were told with what is stored: every accepted command is there exactly once, whole and where
 * its caller was told; none that was refused; no folio twice; no gap in a stream.
 */
export const storedOnce = (numberOf: (commandId: string) => number | undefined) => {
  const commands: (Stored | undefined)[] = [];
  const folios = new Set<string>();
  const ends = new Map<string, number>();
  const violations: string[] = [];
  let told = 0;

  const seeFolio = ({ type, data, stream }: Seen): void => {
    const folio = data['folio'];
    if (type !== 'FolioAssigned' || typeof folio !== 'string') return;
    if (folios.has(folio)) violations.push(`folio ${folio} given twice, again in ${stream}`);
    folios.add(folio);
  };

  const seePlace = ({ stream, revision }: Seen): void => {
    const expected = (ends.get(stream) ?? -1) + 1;
    if (revision !== expected) violations.push(`${stream}: revision ${revision} where ${expected} follows`);
    ends.set(stream, revision);
  };

  return {
    see: (event: Seen): void => {
      seePlace(event);
      const { commandId, index, commandSize } = event.metadata;
      const number = numberOf(commandId);
      if (number === undefined) return;
      seeFolio(event);
      const stored = (commands[number] ??= { firsts: 0, events: 0, size: commandSize, lastRevision: -1 });
      if (index === 0) stored.firsts += 1;
      stored.events += 1;
      stored.lastRevision = event.revision;
    },
    hear: (answer: Told): void => {
      told += 1;
      const stored = commands[answer.number];
      const name = `command ${answer.number}`;
      if (answer.kind === 'refused') {
        if (stored !== undefined) violations.push(`${name} was refused (${answer.code}) and is there`);
        return;
      }
      if (stored === undefined) {
        violations.push(`${name} was accepted and is lost`);
        return;
      }
      if (stored.firsts !== 1) violations.push(`${name} is there ${stored.firsts} times`);
      else if (stored.events !== stored.size)
        violations.push(`${name} has ${stored.events} of its ${stored.size} events`);
      else if (stored.lastRevision !== answer.revision)
        violations.push(`${name} ends at ${stored.lastRevision}, not at ${answer.revision} as was told`);
    },
    end: () => ({ violations, told, commands: commands.filter(Boolean).length, folios: folios.size }),
  };
};
