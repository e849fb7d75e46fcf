import { dayMs } from '../kernel/durations.js';
import { accept, reject, type Decision } from '../kernel/decision.js';
import { instantOf, millisecondsOf, type Instant } from '../kernel/instant.js';
import type { FolioCommand, FolioCommands } from './commands.js';
import type { FolioEvent, FolioEvents } from './events.js';
import { evolve } from './evolve.js';
import { highestNumber } from './format.js';
import { headOf, holdsFolio, withRange, type FolioRange } from './range.js';
import type { FolioBlockRejectionCode } from './rejections.js';
import type { FolioState, LiveBlock } from './state.js';

/** What a decision about folio numbers is told besides the command and the state. */
export interface FolioContext {
  /** The clock: leases end by it. */
  readonly now: Instant;
  /** The provider's folio prefix: which numbers have a folio depends on it. */
  readonly prefix: string;
}

/** What follows from a command on folio numbers: events, or one refusal. */
export type FolioDecision = Decision<FolioEvent, FolioBlockRejectionCode>;

const largestBlock = 1000;
const longestLease = dayMs;

const isWholeUpTo = (value: number, most: number): boolean =>
  Number.isInteger(value) && value >= 1 && value <= most;

const isOver = ({ expiresAt }: LiveBlock, now: Instant): boolean => expiresAt <= now;

/** Where the next block comes from: what was returned first, then the numbers never reserved. */
const sourceOf = ({ free, next }: FolioState, prefix: string): FolioRange =>
  free.find((range) => holdsFolio(prefix, range)) ?? { from: next, to: highestNumber + 1 };

const voided = ({ block }: LiveBlock, reason: FolioEvents['FolioBlockVoided']['reason']): FolioEvent => ({
  type: 'FolioBlockVoided',
  data: { block, reason },
});

const returned = (block: number, from: number, to: number): FolioEvent => ({
  type: 'FolioBlockReturned',
  data: { block, from, to },
});

const startsIn = ({ from, to }: LiveBlock, rest: number): boolean =>
  Number.isInteger(rest) && rest >= from && rest <= to;

/** What a holder leaves of the block before; nothing where that block has been voided in the meantime. */
const leftOf = ({ holder, rest }: FolioCommands['reserveBlock'], { live }: FolioState): FolioEvent[] => {
  const before = live.find(({ block }) => block === rest?.block);
  return rest !== undefined && before?.holder === holder && startsIn(before, rest.from)
    ? [returned(before.block, rest.from, before.to)]
    : [];
};

const reserve = (
  command: FolioCommands['reserveBlock'],
  state: FolioState,
  { now, prefix }: FolioContext,
): FolioDecision => {
  const { holder, size, lease } = command;
  if (!isWholeUpTo(size, largestBlock))
    return reject('folio-block-size-invalid', { size, most: largestBlock });
  if (!isWholeUpTo(lease, longestLease)) return reject('folio-lease-invalid', { lease, most: longestLease });
  const gone = state.live.filter((block) => block.holder !== holder && isOver(block, now));
  const closing = [...gone.map((block) => voided(block, 'lease-expired')), ...leftOf(command, state)];
  const source = sourceOf(closing.reduce(evolve, state), prefix);
  if (!holdsFolio(prefix, source)) return reject('folio-numbers-exhausted', { next: state.next });
  const { from, to } = headOf(prefix, source, size);
  const expiresAt = instantOf(millisecondsOf(now) + lease);
  const reserved: FolioEvent = {
    type: 'FolioBlockReserved',
    data: { block: state.blocks + 1, holder, from, to, expiresAt },
  };
  const [first, ...rest] = [...closing, reserved];
  return accept(first, ...rest);
};

const giveBack = (
  { holder, block, from }: FolioCommands['returnBlock'],
  state: FolioState,
): FolioDecision => {
  const live = state.live.find((each) => each.block === block);
  if (live === undefined) return reject('folio-block-not-live', { block });
  if (live.holder !== holder) return reject('folio-block-of-another-holder', { block });
  if (!startsIn(live, from))
    return reject('folio-rest-invalid', { block, from: live.from, to: live.to, rest: from });
  return accept(returned(block, from, live.to));
};

const close = (
  { block, reason }: FolioCommands['voidBlock'],
  state: FolioState,
  { now }: FolioContext,
): FolioDecision => {
  const live = state.live.find((each) => each.block === block);
  if (live === undefined) return reject('folio-block-not-live', { block });
  if (!isOver(live, now)) return reject('folio-lease-running', { block, expiresAt: live.expiresAt });
  return accept(voided(live, reason));
};

const skip = (
  { holder, upTo }: FolioCommands['skipNumbers'],
  { free, next, blocks }: FolioState,
  { now }: FolioContext,
): FolioDecision => {
  const ahead = Number.isInteger(upTo) && upTo > next && upTo <= highestNumber + 1;
  const ranges = ahead ? withRange(free, { from: next, to: upTo }) : free;
  const events = ranges.flatMap((range, index): FolioEvent[] => {
    const block = blocks + 1 + index;
    const reserved = { block, holder, ...range, expiresAt: now };
    return [{ type: 'FolioBlockReserved', data: reserved }, voided(reserved, 'back-up-restored')];
  });
  const [first, ...rest] = events;
  return first === undefined ? reject('folio-numbers-not-ahead', { upTo }) : accept(first, ...rest);
};

/** What a command makes of a provider's folio numbers: at least one event, or a refusal. */
export const decide = (command: FolioCommand, state: FolioState, context: FolioContext): FolioDecision => {
  switch (command.type) {
    case 'reserveBlock':
      return reserve(command.data, state, context);
    case 'returnBlock':
      return giveBack(command.data, state);
    case 'voidBlock':
      return close(command.data, state, context);
    case 'skipNumbers':
      return skip(command.data, state, context);
  }
};
