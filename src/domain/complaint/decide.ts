import { reject, type Decision } from '../kernel/decision.js';
import { takenAfterTheEnd } from './after-the-end.js';
import type { ComplaintCommand, ComplaintCommands, ComplaintCommandType } from './commands.js';
import type { ComplaintContext } from './context.js';
import type { ComplaintEvent, ComplaintEvents, ComplaintSealed } from './events.js';
import { life } from './life.js';
import type { RejectionCode } from './rejections.js';
import { roleMatrix } from './role-matrix.js';
import type { Deciders } from './stage.js';
import { isFiled, type ComplaintState, type FiledComplaint } from './state.js';

/** What follows from a command on a complaint: events, or one refusal. */
export type ComplaintDecision = Decision<ComplaintEvent, RejectionCode>;

type LaterCommands = Omit<ComplaintCommands, 'file'>;

const deciders: Deciders<ComplaintEvents, LaterCommands, ComplaintSealed, RejectionCode> = life.decide;

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
      ? life.decide.file(command.data, state, context)
      : reject('already-filed', { folio: state.folio });
  if (!isFiled(state)) return reject('not-filed');
  const { ending } = state.facets;
  if (ending !== 'open' && !takenAfterTheEnd.has(command.type))
    return reject('complaint-ended', { folio: state.folio, ending });
  return decideLater(command, state, context);
};
