import { streamName } from '../application/identity/stream-name.js';
import type { EventStore, Position, StoredEvent } from '../application/ports/event-store.js';
import type { ReadModelStore } from '../application/ports/read-model-store.js';
import type { Lookups } from '../application/processes/define-process.js';
import { textIn } from '../projections/runtime/row-cells.js';
import { casesWithSymptom } from './rows/case-status.js';

interface LookupParts {
  readonly rows: ReadModelStore;
  readonly store: Pick<EventStore, 'read'>;
  /** Names the provider in rows. */
  readonly scope: string;
  readonly namespace: string;
  /** Ends when the rows have everything up to a position. */
  readonly reached: (position: Position) => Promise<void>;
}

/** What processes look up in rows: only once these have the trigger, and nothing that was stored after it. */
export const processLookups = ({ rows, store, scope, namespace, reached }: LookupParts) => {
  const isBefore = async (complaint: string, trigger: StoredEvent): Promise<boolean> => {
    const [filed] = await store.read(streamName(namespace, 'complaint', complaint), { to: 0 });
    return filed !== undefined && filed.position < trigger.position;
  };

  return (trigger: StoredEvent): Lookups => ({
    repeatOf: async (symptom, span) => {
      await reached(trigger.position);
      const cases = await casesWithSymptom(rows, scope, symptom, span);
      for (const row of cases) {
        const isEarlier = await isBefore(textIn(row, 'complaint'), trigger);
        if (isEarlier) return textIn(row, 'folio');
      }
      return undefined;
    },
  });
};
