import type { EventOf } from '../kernel/message.js';
import type { FilingEvents } from './filing/events.js';
import type { TriageEvents } from './triage/events.js';
import type { FollowUpEvents } from './follow-up/events.js';
import type { VisitEvents } from './visit/events.js';
import type { DiagnosisEvents } from './diagnosis/events.js';
import type { RepairEvents } from './repair/events.js';
import type { RulingEvents } from './ruling/events.js';
import type { CompensationEvents } from './compensation/events.js';
import type { NoticeEvents } from './notice/events.js';
import type { ServiceEvents } from './service/events.js';
import type { EscalationEvents } from './escalation/events.js';
import type { AuthorityEvents } from './authority/events.js';
import type { DeadlinesEvents } from './deadlines/events.js';
import type { EndingEvents } from './ending/events.js';

/** Every event of a complaint, in the order in which a complaint is lived. */
export interface ComplaintEvents
  extends
    FilingEvents,
    TriageEvents,
    FollowUpEvents,
    VisitEvents,
    DiagnosisEvents,
    RepairEvents,
    RulingEvents,
    CompensationEvents,
    NoticeEvents,
    ServiceEvents,
    EscalationEvents,
    AuthorityEvents,
    DeadlinesEvents,
    EndingEvents {}

/** Name of an event of a complaint. */
export type ComplaintEventType = keyof ComplaintEvents;
/** A fact about one complaint; what is personal in it is sealed when it is stored. */
export type ComplaintEvent = EventOf<ComplaintEvents>;
