import type { FolioIndex } from '../application/commands/folio-index.js';
import { idInStream, streamName } from '../application/identity/stream-name.js';
import type { EventStore, Position, StoredEvent } from '../application/ports/event-store.js';
import type { ReadModelStore } from '../application/ports/read-model-store.js';
import type { Lookups } from '../application/processes/define-process.js';
import { stateOf } from './case-from-events.js';
import { textIn } from '../projections/runtime/row-cells.js';
import { casesWithSymptom } from './rows/case-status.js';

interface Marking {
  readonly of: string;
  readonly position: Position;
}

interface LookupParts {
  readonly index: Pick<FolioIndex, 'find'>;
  readonly rows: ReadModelStore;
  readonly store: Pick<EventStore, 'read'>;
  /** Names the provider in rows. */
  readonly scope: string;
  readonly namespace: string;
  /** Ends when the rows have everything up to a position. */
  readonly reached: (position: Position) => Promise<void>;
}

/** What processes look up in rows: only once these have the trigger, and nothing that was stored after it. */
export const processLookups = ({ rows, store, index, scope, namespace, reached }: LookupParts) => {
  const isBefore = async (complaint: string, trigger: StoredEvent): Promise<boolean> => {
    const [filed] = await store.read(streamName(namespace, 'complaint', complaint), { to: 0 });
    return filed !== undefined && filed.position < trigger.position;
  };

  /** The last marking that still stands in a complaint's stream, and the folio it names. */
  const marking = async (complaint: string): Promise<Marking | undefined> => {
    const events = await store.read(streamName(namespace, 'complaint', complaint));
    const { duplicate } = stateOf(events);
    const position = events.find(({ revision }) => revision === duplicate?.revision)?.position;
    return duplicate === null || position === undefined ? undefined : { of: duplicate.of, position };
  };

  const endsACycle = async (trigger: StoredEvent): Promise<boolean> => {
    const own = idInStream(trigger.stream);
    const seen = new Set<string>();
    for (let complaint = own; !seen.has(complaint);) {
      seen.add(complaint);
      const marked = await marking(complaint);
      if (marked === undefined || marked.position > trigger.position) return false;
      const found = await index.find(marked.of);
      if (!found.ok) return false;
      if (found.complaint === own) return true;
      complaint = found.complaint;
    }
    return false;
  };

  return (trigger: StoredEvent): Lookups => ({
    endsACycle,
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
