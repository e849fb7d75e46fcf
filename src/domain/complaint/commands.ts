import type { CommandOf } from '../kernel/message.js';
import type { FilingCommands } from './filing/messages.js';
import type { PartiesCommands } from './parties/messages.js';
import type { TriageCommands } from './triage/messages.js';
import type { FollowUpCommands } from './follow-up/messages.js';
import type { VisitCommands } from './visit/messages.js';
import type { DiagnosisCommands } from './diagnosis/messages.js';
import type { RepairCommands } from './repair/messages.js';
import type { RulingCommands } from './ruling/messages.js';
import type { CompensationCommands } from './compensation/messages.js';
import type { NoticeCommands } from './notice/messages.js';
import type { ServiceCommands } from './service/messages.js';
import type { PenaltyCommands } from './penalty/messages.js';
import type { EscalationCommands } from './escalation/messages.js';
import type { AuthorityCommands } from './authority/messages.js';
import type { DeadlinesCommands } from './deadlines/messages.js';
import type { ReportCommands } from './report/messages.js';
import type { EndingCommands } from './ending/messages.js';
import type { CorrectionCommands } from './correction/messages.js';

/**
 * Every command of a complaint and what it brings: those of the stages in `life.ts`, written out so that hosts can name
 * them. The key is the name by which hosts call it.
 */
export interface ComplaintCommands
  extends
    FilingCommands,
    PartiesCommands,
    TriageCommands,
    FollowUpCommands,
    VisitCommands,
    DiagnosisCommands,
    RepairCommands,
    RulingCommands,
    CompensationCommands,
    NoticeCommands,
    ServiceCommands,
    PenaltyCommands,
    EscalationCommands,
    AuthorityCommands,
    DeadlinesCommands,
    ReportCommands,
    EndingCommands,
    CorrectionCommands {}

/** Name of a command on a complaint. */
export type ComplaintCommandType = keyof ComplaintCommands;
/** What a caller wants to happen to one complaint. */
export type ComplaintCommand = CommandOf<ComplaintCommands>;
