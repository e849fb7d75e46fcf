import type {
  AppendOutcome,
  EventStore,
  NewEvent,
  StoredEvent,
} from '../../application/ports/event-store.js';
import type { CommandEvents } from './command-reader.js';
import { migrateConflict } from './faults.js';

/** All that an append takes: stream, revision and position are given by the store. */
const asNew = ({
  stream: _stream,
  revision: _revision,
  position: _position,
  ...event
}: StoredEvent): NewEvent => event;

const isInItsPlace = (outcome: AppendOutcome, first: number, last: number): boolean => {
  if (outcome.kind === 'conflict') return false;
  if (outcome.kind === 'appended') return outcome.revision === last;
  return outcome.firstRevision === first && outcome.revision === last;
};

/**
 * Stores a command's events where they stand in the source, as they are. False where they were there already. Throws
 * `migrate-conflict` where something else is.
 */
export const copyCommand = async (
  { append }: Pick<EventStore, 'append'>,
  [first, ...rest]: CommandEvents,
): Promise<boolean> => {
  const { stream, revision, metadata } = first;
  const outcome = await append({
    stream,
    expect: revision === 0 ? 'none' : revision - 1,
    commandId: metadata.commandId,
    events: [asNew(first), ...rest.map(asNew)],
  });
  if (!isInItsPlace(outcome, revision, revision + rest.length))
    throw migrateConflict(stream, revision, outcome.kind === 'conflict' ? outcome.actual : outcome.revision);
  return outcome.kind === 'appended';
};
