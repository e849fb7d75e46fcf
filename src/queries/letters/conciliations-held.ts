import type { Opened } from '../../domain/texts/index.js';
import type { OpenedEvent } from '../opened-events.js';

/** What came of a conciliation, as it is known after its corrections. */
export interface ConciliationHeld {
  /** Revisions of the events that tell of it. */
  readonly recordedBy: readonly number[];
  readonly isAgreed: boolean;
  /** True where any of them tells of an agreement. */
  readonly wasAgreed: boolean;
  /** What was agreed, in the words that were recorded of it last. */
  readonly agreement: Opened;
}

type Telling = OpenedEvent<'ConciliationRecorded' | 'ConciliationCorrected'>;

const isTelling = (event: OpenedEvent): event is Telling =>
  event.type === 'ConciliationRecorded' || event.type === 'ConciliationCorrected';

const afterOneMore = (known: ConciliationHeld, { data, revision, said }: Telling): ConciliationHeld => {
  const isAgreed = data.outcome === 'agreed';
  return {
    recordedBy: [...known.recordedBy, revision],
    isAgreed,
    wasAgreed: known.wasAgreed || isAgreed,
    agreement: said('agreement') ?? known.agreement,
  };
};

const unknown: ConciliationHeld = { recordedBy: [], isAgreed: false, wasAgreed: false, agreement: null };

/** The conciliations that events tell of, in the order in which they were recorded, each as its last correction says. */
export const conciliationsHeld = (events: readonly OpenedEvent[]): readonly ConciliationHeld[] => {
  const held: ConciliationHeld[] = [];
  for (const event of events.filter(isTelling)) {
    const { data } = event;
    const place =
      'corrects' in data ? held.findIndex(({ recordedBy }) => recordedBy.includes(data.corrects)) : -1;
    const known = held[place];
    if (known === undefined) held.push(afterOneMore(unknown, event));
    else held[place] = afterOneMore(known, event);
  }
  return held;
};
