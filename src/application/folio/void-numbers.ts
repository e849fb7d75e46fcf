import { folio as folioDecider } from '../../domain/folio/decider.js';
import { isFolioEvent } from '../../domain/folio/is-folio-event.js';
import { createExecutor } from '../commands/execute-command.js';
import type { Clock } from '../ports/clock.js';
import type { EventStore } from '../ports/event-store.js';
import type { Ids } from '../ports/ids.js';
import type { MarkedNumbers } from '../ports/store-marks.js';
import type { Codec } from '../schema/codec.js';

/** Folio numbers that will not be given: `from` (included) to `to` (excluded). */
export interface VoidedNumbers {
  /** Name of the provider whose numbers they are. */
  readonly provider: string;
  /** First number that is void. */
  readonly from: number;
  /** The number after the last. */
  readonly to: number;
}

/**
 * Voids what another history of these numbers may have given: every free number, and those up to the first that it had
 * not lent. Nothing is voided twice.
 */
export const voidNumbers = async (
  { stream, next, provider, zone }: MarkedNumbers,
  { store, codec, clock, ids, holder }: VoidParts,
): Promise<readonly VoidedNumbers[]> => {
  const { execute } = createExecutor({ decider: folioDecider, isEvent: isFolioEvent }, { store, codec });
  const now = clock();
  const done = await execute({
    stream,
    now,
    meta: { commandId: ids(), actor: holder, role: 'system', provider, zone },
    command: () => ({ type: 'skipNumbers', data: { holder, upTo: next } }),
    context: () => ({ now, prefix: '' }),
  });
  if (!done.ok) return [];
  const events = await store.read(stream, { from: done.firstRevision, to: done.revision });
  return events.flatMap((event) =>
    isFolioEvent(event) && event.type === 'FolioBlockReserved'
      ? [{ provider, from: event.data.from, to: event.data.to }]
      : [],
  );
};

/** What voiding works with. */
export interface VoidParts {
  readonly store: EventStore;
  readonly codec: Codec;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Under which name the blocks are taken that are void at once. */
  readonly holder: string;
}
