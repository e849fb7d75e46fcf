import type { StoredEvent } from '../../application/ports/event-store.js';
import { importSource } from '../../application/schema/import-source.js';
import type { PlannedCommand } from './case-plan.js';

/** What an import does with a command of its plan. */
export type Standing =
  /** It was never taken, and comes after all that was: it is sent. */
  | 'new'
  /** It was taken as it is now. */
  | 'known'
  /** Something else stands in its place, or later ones were taken without it: it is told, never sent. */
  | 'different';

const isTheSame = (
  { input, fingerprint, by }: PlannedCommand,
  { occurredAt, metadata }: StoredEvent,
): boolean =>
  occurredAt === input.occurredAt &&
  metadata.actor === by.actor &&
  (metadata.fingerprint === undefined || metadata.fingerprint === fingerprint);

/** How each command of a plan stands to what is stored of its case. */
export const standingsOf = (
  commands: readonly PlannedCommand[],
  stored: readonly StoredEvent[],
): readonly Standing[] => {
  const taken = new Map<string, StoredEvent>();
  for (const event of stored) if (event.metadata.index === 0) taken.set(event.metadata.commandId, event);
  const last = commands.findLastIndex(({ input }) => taken.has(input.commandId));
  return commands.map((command, index) => {
    const event = taken.get(command.input.commandId);
    if (event === undefined) return index < last ? 'different' : 'new';
    return isTheSame(command, event) ? 'known' : 'different';
  });
};

/** True for the first event of a command that an import by this mapping gave: nothing in the store caused it. */
const isOfTheLog = ({ metadata }: StoredEvent, mapping: string): boolean =>
  metadata.index === 0 &&
  metadata.causationId === metadata.commandId &&
  metadata.source?.startsWith(`${importSource}${mapping}@`) === true;

/** What is stored of a case and its log has no longer: the first event of each such command. */
export const goneFrom = (
  commands: readonly PlannedCommand[],
  stored: readonly StoredEvent[],
  mapping: string,
): readonly StoredEvent[] => {
  const planned = new Set(commands.map(({ input }) => input.commandId));
  return stored.filter((event) => isOfTheLog(event, mapping) && !planned.has(event.metadata.commandId));
};
