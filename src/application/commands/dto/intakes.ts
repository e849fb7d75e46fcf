import { authorityIntakes } from './authority.dto.js';
import { compensationIntakes } from './compensation.dto.js';
import { deadlinesIntakes } from './deadlines.dto.js';
import { diagnosisIntakes } from './diagnosis.dto.js';
import { endingIntakes } from './ending.dto.js';
import { escalationIntakes } from './escalation.dto.js';
import { filingIntakes } from './filing.dto.js';
import { followUpIntakes } from './follow-up.dto.js';
import type { CommandInputs } from './inputs.js';
import type { Intakes } from './intake.js';
import { noticeIntakes } from './notice.dto.js';
import { repairIntakes } from './repair.dto.js';
import { rulingIntakes } from './ruling.dto.js';
import { serviceIntakes } from './service.dto.js';
import { triageIntakes } from './triage.dto.js';
import { visitIntakes } from './visit.dto.js';

/** How each command of a complaint is taken in. A command without a line does not compile. */
export const intakes = {
  ...filingIntakes,
  ...triageIntakes,
  ...followUpIntakes,
  ...visitIntakes,
  ...diagnosisIntakes,
  ...repairIntakes,
  ...rulingIntakes,
  ...compensationIntakes,
  ...noticeIntakes,
  ...serviceIntakes,
  ...escalationIntakes,
  ...authorityIntakes,
  ...deadlinesIntakes,
  ...endingIntakes,
} satisfies Intakes<CommandInputs>;
