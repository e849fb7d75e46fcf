import type { EventStore } from '../../application/ports/event-store.js';
import {
  mustBeFunction,
  mustBeSignal,
  mustHave,
  mustKnow,
  namesOf,
} from '../../application/errors/option-faults.js';
import { nextCommand } from './command-reader.js';
import { comparison } from './comparison.js';
import { copiedStreams } from './copied-streams.js';
import { markCopier } from './copy-marks.js';
import { copyCommand } from './copy-command.js';
import { eventCursor } from './event-cursor.js';
import { presentCommands } from './present-commands.js';

/** How far a copy is. */
export interface CopyStoreProgress {
  /** First everything is copied, then both are read and compared; again where more has come meanwhile. */
  readonly stage: 'copy' | 'comparison';
  /** Events of the source that this stage is done with. */
  readonly events: number;
}

/** What to copy, and where to. Both stores stay the caller's to close. */
export interface CopyStoreOptions {
  /** Only read. */
  readonly from: Pick<EventStore, 'readAll' | 'head'> & Partial<Pick<EventStore, 'read' | 'vaultMarks'>>;
  /** Gets what it lacks. Nothing else may write to these streams there. */
  readonly to: Pick<EventStore, 'append' | 'readAll'> & Partial<Pick<EventStore, 'read' | 'vaultMarks'>>;
  /** Only streams of the source that begin with one of these (default: all). */
  readonly prefixes?: readonly string[];
  /** Told after every command that was copied, and every event that was compared. */
  readonly onProgress?: (progress: CopyStoreProgress) => void;
  /** Stops before the next command or comparison; what was copied stays. */
  readonly signal?: AbortSignal;
}

const optionNames = namesOf<CopyStoreOptions>({
  from: true,
  to: true,
  prefixes: true,
  onProgress: true,
  signal: true,
});

/** What was copied, and proven to be the same. */
export interface CopiedStore {
  /** Streams of the source that were copied. */
  readonly streams: number;
  /** Events of the source, all of which are in the target. */
  readonly events: number;
  /** How many of them were there before. */
  readonly skipped: number;
  /** How many came to the source while it was copied. */
  readonly appendedMeanwhile: number;
  /** SHA-256 (hexadecimal) of the canonical events in global order, one after the other. */
  readonly sha256: string;
}

/**
 * Copies a store into another one: every event as it is, each command's at once, at their revisions and in the source's
 * order. What is there already is found by reading both sides page by page, so a copy that was interrupted is
 * taken up by beginning anew, and a repeat with nothing new appends nothing. Afterwards
 * both are read and compared; what came to the source meanwhile is copied too, until nothing more has come. Throws
 * `option-invalid`, `migrate-conflict`, `migrate-differs`, whatever the stores throw, and the signal's reason.
 */
export const copyStore = async (options: CopyStoreOptions): Promise<CopiedStore> => {
  const asked = mustKnow('copyStore', options, optionNames);
  mustHave('copyStore', asked, { from: 'object', to: 'object' });
  mustHave('from', asked.from, { readAll: 'function', head: 'function' });
  mustHave('to', asked.to, { readAll: 'function', append: 'function' });
  const { from, to, prefixes, onProgress = () => undefined, signal } = asked;
  mustBeFunction('onProgress', onProgress);
  mustBeSignal(signal);
  const ofSource = () => eventCursor(from, () => prefixes);
  const streams = copiedStreams();
  const marks = markCopier();
  const commands = ofSource();
  const present = presentCommands(to, prefixes);
  const compared = comparison(ofSource(), to, streams);
  const before = (await from.head()) ?? '';
  let events = 0;
  let skipped = 0;
  let appendedMeanwhile = 0;
  let looked = 0;

  const copy = async (): Promise<void> => {
    for (;;) {
      signal?.throwIfAborted();
      const command = await nextCommand(commands);
      if (command === undefined) return;
      const isThere = (await present.has(command)) || !(await copyCommand(to, command));
      if (isThere) skipped += command.length;
      streams.add(command[0].stream);
      marks.see(command[0]);
      events += command.length;
      if (command[0].position > before) appendedMeanwhile += command.length;
      onProgress({ stage: 'copy', events });
    }
  };

  const compare = async (): Promise<void> => {
    for (; looked < events; looked += 1) {
      signal?.throwIfAborted();
      await compared.one();
      onProgress({ stage: 'comparison', events: looked + 1 });
    }
    await compared.end();
  };

  for (let known = -1; known < events;) {
    known = events;
    await copy();
    if (events > known) await compare();
  }
  await marks.copy(from, to);
  return { streams: streams.count(), events, skipped, appendedMeanwhile, sha256: compared.sha256() };
};
