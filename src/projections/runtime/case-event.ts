import { isComplaintEvent } from '../../domain/complaint/evolve.js';
import type { ComplaintEvents, ComplaintEventType } from '../../domain/complaint/events.js';
import type { StoredEvent } from '../../application/ports/event-store.js';

/** An event of a complaint, as its projections see it: its data typed by its name, in today's version. */
export type CaseEvent<Type extends ComplaintEventType = ComplaintEventType> = {
  [Each in Type]: Omit<StoredEvent, 'type' | 'data'> & {
    readonly type: Each;
    readonly data: ComplaintEvents[Each];
  };
}[Type];

/** The same as it was stored: its data are JSON as well. */
export type StoredCaseEvent = StoredEvent & CaseEvent;

/** True for an event of a complaint in today's version. What is inside was checked when it was read. */
export const isCaseEvent = (event: StoredEvent): event is StoredCaseEvent => isComplaintEvent(event);
