import type { EventOf } from '../kernel/message.js';
import type { FilingEvents } from './filing/messages.js';
import type { PartiesEvents } from './parties/messages.js';
import type { TriageEvents } from './triage/messages.js';
import type { FollowUpEvents } from './follow-up/messages.js';
import type { VisitEvents } from './visit/messages.js';
import type { DiagnosisEvents } from './diagnosis/messages.js';
import type { RepairEvents } from './repair/messages.js';
import type { RulingEvents } from './ruling/messages.js';
import type { CompensationEvents } from './compensation/messages.js';
import type { NoticeEvents } from './notice/messages.js';
import type { ServiceEvents } from './service/messages.js';
import type { PenaltyEvents } from './penalty/messages.js';
import type { EscalationEvents } from './escalation/messages.js';
import type { AuthorityEvents } from './authority/messages.js';
import type { DeadlinesEvents } from './deadlines/messages.js';
import type { ReportEvents } from './report/messages.js';
import type { EndingEvents } from './ending/messages.js';
import type { CorrectionEvents } from './correction/messages.js';
import type { personalFields } from './personal-fields.js';

/**
 * Every event of a complaint and what it tells, in the order in which a complaint is lived: those of the stages in
 * `life.ts`, written out so that hosts can name them.
 */
export interface ComplaintEvents
  extends
    FilingEvents,
    PartiesEvents,
    TriageEvents,
    FollowUpEvents,
    VisitEvents,
    DiagnosisEvents,
    RepairEvents,
    RulingEvents,
    CompensationEvents,
    NoticeEvents,
    ServiceEvents,
    PenaltyEvents,
    EscalationEvents,
    AuthorityEvents,
    DeadlinesEvents,
    ReportEvents,
    EndingEvents,
    CorrectionEvents {}

/** For every event the personal values sealed beside it, and whose they are. */
export type ComplaintSealed = typeof personalFields;

/** Name of an event of a complaint. */
export type ComplaintEventType = keyof ComplaintEvents;

/** A fact about one complaint; what is personal in it is sealed when it is stored. */
export type ComplaintEvent<T extends ComplaintEventType = ComplaintEventType> = EventOf<
  ComplaintEvents,
  T,
  ComplaintSealed
>;

/** Name of a personal value that is sealed beside an event of this type; one that is misspelt does not compile. */
export type PersonalField<T extends ComplaintEventType = ComplaintEventType> = {
  [K in T]: keyof ComplaintSealed[K] & string;
}[T];
