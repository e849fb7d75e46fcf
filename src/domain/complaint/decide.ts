import { reject } from '../kernel/decision.js';
import { takenAfterTheEnd } from './after-the-end.js';
import { authorityDeciders } from './authority/decide.js';
import type { ComplaintCommand, ComplaintCommands, ComplaintCommandType } from './commands.js';
import { compensationDeciders } from './compensation/decide.js';
import type { ComplaintContext, ComplaintDecision, Deciders } from './context.js';
import { deadlinesDeciders } from './deadlines/decide.js';
import { diagnosisDeciders } from './diagnosis/decide.js';
import { endingDeciders } from './ending/decide.js';
import { escalationDeciders } from './escalation/decide.js';
import { decideFiling, filingDeciders } from './filing/decide.js';
import { followUpDeciders } from './follow-up/decide.js';
import { noticeDeciders } from './notice/decide.js';
import { repairDeciders } from './repair/decide.js';
import { roleMatrix } from './role-matrix.js';
import { rulingDeciders } from './ruling/decide.js';
import { serviceDeciders } from './service/decide.js';
import { isFiled, type ComplaintState, type FiledComplaint } from './state.js';
import { triageDeciders } from './triage/decide.js';
import { visitDeciders } from './visit/decide.js';

type LaterCommands = Omit<ComplaintCommands, 'file'>;

const deciders: Deciders<LaterCommands> = {
  ...filingDeciders,
  ...triageDeciders,
  ...followUpDeciders,
  ...visitDeciders,
  ...diagnosisDeciders,
  ...repairDeciders,
  ...rulingDeciders,
  ...compensationDeciders,
  ...noticeDeciders,
  ...serviceDeciders,
  ...escalationDeciders,
  ...authorityDeciders,
  ...deadlinesDeciders,
  ...endingDeciders,
};

const decideLater = <C extends keyof LaterCommands>(
  command: { [K in C]: { readonly type: K; readonly data: LaterCommands[K] } }[C],
  complaint: FiledComplaint,
  context: ComplaintContext,
): ComplaintDecision => deciders[command.type](command.data, complaint, context);

const maySay = (
  type: ComplaintCommandType,
  { role, occurredAt, now }: ComplaintContext,
): ComplaintDecision | null => {
  const allowed = roleMatrix[type];
  if (!allowed.includes(role)) return reject('role-not-allowed', { role, allowed });
  return occurredAt > now ? reject('occurred-in-future', { occurredAt, now }) : null;
};

/**
 * What a command makes of a complaint: at least one event, or a refusal. Who may ask comes first, then whether the
 * complaint still takes it, then the command's own rules.
 */
export const decide = (
  command: ComplaintCommand,
  state: ComplaintState,
  context: ComplaintContext,
): ComplaintDecision => {
  const refusal = maySay(command.type, context);
  if (refusal !== null) return refusal;
  if (command.type === 'file')
    return state.filing === null
      ? decideFiling(command.data, context)
      : reject('already-filed', { folio: state.folio });
  if (!isFiled(state)) return reject('not-filed');
  const { ending } = state.facets;
  if (ending !== 'open' && !takenAfterTheEnd.has(command.type))
    return reject('complaint-ended', { folio: state.folio, ending });
  return decideLater(command, state, context);
};
