import type { CommandOf } from '../kernel/message.js';
import type { FilingCommands } from './filing/commands.js';
import type { TriageCommands } from './triage/commands.js';
import type { FollowUpCommands } from './follow-up/commands.js';
import type { VisitCommands } from './visit/commands.js';
import type { DiagnosisCommands } from './diagnosis/commands.js';
import type { RepairCommands } from './repair/commands.js';
import type { RulingCommands } from './ruling/commands.js';
import type { CompensationCommands } from './compensation/commands.js';
import type { NoticeCommands } from './notice/commands.js';
import type { ServiceCommands } from './service/commands.js';
import type { EscalationCommands } from './escalation/commands.js';
import type { AuthorityCommands } from './authority/commands.js';
import type { DeadlinesCommands } from './deadlines/commands.js';
import type { EndingCommands } from './ending/commands.js';

/** Every command of a complaint. The key is the name by which hosts call it. */
export interface ComplaintCommands
  extends
    FilingCommands,
    TriageCommands,
    FollowUpCommands,
    VisitCommands,
    DiagnosisCommands,
    RepairCommands,
    RulingCommands,
    CompensationCommands,
    NoticeCommands,
    ServiceCommands,
    EscalationCommands,
    AuthorityCommands,
    DeadlinesCommands,
    EndingCommands {}

/** Name of a command on a complaint. */
export type ComplaintCommandType = keyof ComplaintCommands;
/** What somebody wants to happen to one complaint. */
export type ComplaintCommand = CommandOf<ComplaintCommands>;
