import type { ComplaintCommand } from '../../domain/complaint/commands.js';
import type { ComplaintContext } from '../../domain/complaint/context.js';
import { complaint } from '../../domain/complaint/decider.js';
import type { RejectionCode } from '../../domain/complaint/rejections.js';
import type { ComplaintState } from '../../domain/complaint/state.js';
import type { Rejection } from '../../domain/kernel/decision.js';
import type { ParsedCommand } from '../../application/commands/parse-command.js';

/** A complaint that exists only while something is planned: the same decider, no store. */
export interface Simulated {
  readonly state: ComplaintState;
  /** Revision of its last event; -1 before it is filed. */
  readonly revision: number;
}

export const notFiledYet: Simulated = { state: complaint.initial, revision: -1 };

/** A command that was checked; a filing gets a stand-in for the folio it has not got yet. */
const asPlanned = (
  command: ParsedCommand['command'],
  { occurredAt }: Pick<ComplaintContext, 'occurredAt'>,
): ComplaintCommand =>
  command.type === 'file'
    ? { type: 'file', data: { receivedAt: occurredAt, ...command.data, folio: 'PLANNED' } }
    : command;

/** What a command would make of a complaint: the next state, or the refusal. */
export const simulate = (
  simulated: Simulated,
  command: ParsedCommand['command'],
  context: ComplaintContext,
): ({ readonly ok: true } & Simulated) | ({ readonly ok: false } & Rejection<RejectionCode>) => {
  const decision = complaint.decide(asPlanned(command, context), simulated.state, context);
  if (!decision.ok) return decision;
  const { actor, role, occurredAt } = context;
  let { state, revision } = simulated;
  for (const event of decision.events) {
    revision += 1;
    const at = complaint.timeOf?.(event, context) ?? occurredAt;
    state = complaint.evolve(state, event, { revision, occurredAt: at, actor, role });
  }
  return { ok: true, state, revision };
};
