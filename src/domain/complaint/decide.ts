import { reject, type Decision, type Refused } from '../kernel/decision.js';
import { isTakenAfterTheEnd } from './after-the-end.js';
import type { ComplaintCommand, ComplaintCommands, ComplaintCommandType } from './commands.js';
import type { ComplaintContext } from './context.js';
import type { ComplaintEvent, ComplaintEvents, ComplaintSealed } from './events.js';
import { goesOnElsewhere } from './duplicates.js';
import { afterTheClock } from './guards.js';
import { life } from './life.js';
import type { RejectionCode } from './rejections.js';
import { filedForAnother, relationTable, unrelated } from './relation-table.js';
import { notForAReport } from './report/not-for-a-report.js';
import { roleMatrix } from './role-matrix.js';
import type { Deciders } from './stage.js';
import { isFiled, type ComplaintState, type FiledComplaint } from './state.js';
import { beforeReceipt, untimely } from './times.js';
import { notThisAreasMatter } from './triage/purposes.js';

/** What follows from a command on a complaint: events, or one refusal. */
export type ComplaintDecision = Decision<ComplaintEvent, RejectionCode>;

type LaterCommands = Omit<ComplaintCommands, 'file'>;

const deciders: Deciders<ComplaintEvents, LaterCommands, ComplaintSealed, RejectionCode> = life.decide;

const decideLater = <C extends keyof LaterCommands>(
  command: { [K in C]: { readonly type: K; readonly data: LaterCommands[K] } }[C],
  complaint: FiledComplaint,
  context: ComplaintContext,
): ComplaintDecision => deciders[command.type](command.data, complaint, context);

/** What follows, unless one of it cannot have been when it is said to have been. What an import brings was judged there. */
const timely = (
  decision: ComplaintDecision,
  state: ComplaintState,
  context: ComplaintContext,
): ComplaintDecision => {
  if (!decision.ok || context.imported === true) return decision;
  for (const event of decision.events) {
    const refusal = untimely(event, state, context);
    if (refusal !== null) return refusal;
  }
  return decision;
};

/**
 * Why the caller may not give a command, or `null`: by their role, then by how they stand to the complaint. It is asked
 * before anything else is looked at, what became of an earlier command with the same id included.
 */
export const mayGive = (
  command: ComplaintCommand,
  complaint: ComplaintState,
  context: ComplaintContext,
): Refused<RejectionCode> | null => {
  const { role } = context;
  const allowed = roleMatrix[command.type];
  if (!allowed.includes(role)) return reject('role-not-allowed', { role, allowed });
  if (command.type === 'file') return filedForAnother(command.data, context);
  return isFiled(complaint) ? unrelated(command.type, complaint, context) : null;
};

/**
 * True for that by which an area decides a request: what it found, what it rules and what it grants. An area's clerk gives
 * these for what lies in no area as well, where their area is there for it; routing brings a request into one.
 */
const isDecidedByAreas = (type: ComplaintCommandType): boolean =>
  type !== 'routeToArea' &&
  type !== 'rerouteToArea' &&
  relationTable[type]['competent-area']?.includes('in-no-area') === true;

const againstItsPurpose = (
  { type }: ComplaintCommand,
  complaint: FiledComplaint,
  context: ComplaintContext,
): Refused<RejectionCode> | null => (isDecidedByAreas(type) ? notThisAreasMatter(complaint, context) : null);

/** What a complaint that has ended takes no more (I-23); of a duplicate, where it goes on. */
const afterTheEnd = (
  { type }: ComplaintCommand,
  complaint: FiledComplaint,
  context: ComplaintContext,
): Refused<RejectionCode> | null => {
  const { facets, folio } = complaint;
  return facets.ending === 'open' || isTakenAfterTheEnd(type, facets)
    ? null
    : (goesOnElsewhere(complaint, context) ?? reject('complaint-ended', { folio, ending: facets.ending }));
};

/** What a command makes of a complaint that was filed, once its giver was found to be one who may. */
const later = (
  command: Exclude<ComplaintCommand, { type: 'file' }>,
  state: FiledComplaint,
  context: ComplaintContext,
): ComplaintDecision =>
  (context.imported === true ? null : beforeReceipt(context.occurredAt, state.filing.receivedAt)) ??
  againstItsPurpose(command, state, context) ??
  afterTheEnd(command, state, context) ??
  notForAReport(command.type, state) ??
  timely(decideLater(command, state, context), state, context);

/**
 * What a command makes of a complaint: at least one event, or a refusal. Who may ask comes first, then when it happened
 * and whether the complaint still takes it, then the command's own rules, and what each fact rests on.
 */
export const decide = (
  command: ComplaintCommand,
  state: ComplaintState,
  context: ComplaintContext,
): ComplaintDecision => {
  const refusal = mayGive(command, state, context) ?? afterTheClock(context.occurredAt, context);
  if (refusal !== null) return refusal;
  if (command.type === 'file')
    return state.filing === null
      ? timely(life.decide.file(command.data, state, context), state, context)
      : reject('already-filed', { folio: state.folio });
  if (!isFiled(state)) return reject('not-filed');
  return later(command, state, context);
};
