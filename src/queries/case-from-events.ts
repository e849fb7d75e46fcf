import { evolve, isComplaintEvent } from '../domain/complaint/evolve.js';
import { initialState, type ComplaintState } from '../domain/complaint/state.js';
import type { CaseFile, HistoryItem } from './case-file.js';
import { recordedOf } from '../application/commands/recorded.js';
import type { StoredEvent } from '../application/ports/event-store.js';

export const historyItem = (event: StoredEvent): HistoryItem => ({
  revision: event.revision,
  type: event.type,
  occurredAt: event.occurredAt,
  recordedAt: event.recordedAt,
  actor: event.metadata.actor,
  role: event.metadata.role,
  backdated: event.metadata.backdated === true,
  ...(event.metadata.source !== undefined && { source: event.metadata.source }),
  data: event.data,
});

/** The state that these events of one complaint leave, whichever they are. */
export const stateOf = (events: readonly StoredEvent[]): ComplaintState =>
  events.reduce(
    (state, event) => (isComplaintEvent(event) ? evolve(state, event, recordedOf(event)) : state),
    initialState,
  );

/**
 * A case folded from its events; `undefined` where none of them filed it. A request that is registered later than it was
 * received has no number between the two: it goes by the one that it was asked for by.
 */
export const caseFromEvents = (
  complaint: string,
  events: readonly StoredEvent[],
  askedFor: string | null = null,
): CaseFile | undefined => {
  const state = stateOf(events);
  const folio = state.folio ?? askedFor;
  if (state.filing === null || folio === null) return undefined;
  return {
    complaint,
    folio,
    facets: state.facets,
    subscriber: state.subscriber,
    reporter: state.filing.reporter ?? null,
    technician: state.technician,
    contract: state.filing.contract ?? null,
    channel: state.filing.channel,
    severity: state.severity,
    area: state.area,
    owner: state.owner,
    receivedAt: state.filing.receivedAt,
    history: events.map(historyItem),
  };
};
