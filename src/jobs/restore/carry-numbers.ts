import { folio as folioDecider } from '../../domain/folio/decider.js';
import { isFolioEvent } from '../../domain/folio/is-folio-event.js';
import { createExecutor } from '../../application/commands/execute-command.js';
import { voidNumbers, type VoidedNumbers } from '../../application/folio/void-numbers.js';
import type { Clock } from '../../application/ports/clock.js';
import type { EventStore, StoredEvent } from '../../application/ports/event-store.js';
import type { Ids } from '../../application/ports/ids.js';
import type { Codec } from '../../application/schema/codec.js';

/** How far one provider's folio numbers had been lent in a store that another one takes the place of. */
export interface LentNumbers {
  /** The last event of its numbers. */
  readonly last: StoredEvent;
  /** The first number never lent. */
  readonly next: number;
}

export interface CarryParts {
  readonly codec: Codec;
  readonly clock: Clock;
  readonly ids: Ids;
}

const pageSize = 1_000;

const executorOn = (store: EventStore, { codec }: CarryParts) =>
  createExecutor({ decider: folioDecider, isEvent: isFolioEvent }, { store, codec });

const lastOfEachStream = async (store: EventStore): Promise<readonly StoredEvent[]> => {
  const last = new Map<string, StoredEvent>();
  let after: string | undefined;
  for (;;) {
    const page = await store.readAll({
      limit: pageSize,
      types: ['FolioBlockReserved', 'FolioBlockReturned', 'FolioBlockVoided'],
      ...(after !== undefined && { after }),
    });
    for (const event of page.events) last.set(event.stream, event);
    if (page.caughtUp || page.next === undefined) return [...last.values()];
    after = page.next;
  }
};

/** How far the folio numbers of every provider and namespace in a store have been lent. */
export const lentNumbersIn = async (
  store: EventStore,
  parts: CarryParts,
): Promise<readonly LentNumbers[]> => {
  const { load } = executorOn(store, parts);
  const lent: LentNumbers[] = [];
  for (const last of await lastOfEachStream(store)) {
    const { state } = await load(last.stream);
    lent.push({ last, next: state.next });
  }
  return lent;
};

const knows = async (store: EventStore, { id, stream, revision }: StoredEvent): Promise<boolean> =>
  (await store.read(stream, { from: revision, to: revision })).some((event) => event.id === id);

/**
 * Voids in a store what the one in whose place it comes may have given since: a number that a subscriber was told is never
 * told to another. Numbers whose whole history this store knows stay as they are.
 */
export const voidLentNumbers = async (
  lent: readonly LentNumbers[],
  store: EventStore,
  parts: CarryParts,
): Promise<readonly VoidedNumbers[]> => {
  const holder = parts.ids();
  const voided: VoidedNumbers[] = [];
  for (const { last, next } of lent) {
    if (await knows(store, last)) continue;
    const { stream, zone, metadata } = last;
    const numbers = { stream, next, provider: metadata.provider, zone };
    voided.push(...(await voidNumbers(numbers, { ...parts, store, holder })));
  }
  return voided;
};
