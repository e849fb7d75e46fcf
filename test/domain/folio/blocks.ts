import {
  folio,
  type FolioCommand,
  type FolioEvent,
  type FolioState,
} from '../../../src/domain/folio/index.js';
import { instantOf, type Instant } from '../../../src/domain/kernel/instant.js';

/** Noon of a day, and minutes after it. */
export const at = (minutes: number): Instant => instantOf(Date.UTC(2026, 10, 24, 18) + minutes * 60_000);

export const hour = 60 * 60 * 1000;

export const stateAfter = (events: readonly FolioEvent[]): FolioState =>
  events.reduce<FolioState>((state, event, revision) => {
    const recorded = { revision, occurredAt: at(0), actor: 'system', role: 'system' };
    return folio.evolve(state, event, recorded);
  }, folio.initial);

export const decided = (
  given: readonly FolioEvent[],
  command: FolioCommand,
  now: Instant = at(0),
  prefix = 'CR',
) => folio.decide(command, stateAfter(given), { now, prefix });

export const reserve = (
  holder: string,
  size: number,
  rest?: { readonly block: number; readonly from: number },
): FolioCommand => ({
  type: 'reserveBlock',
  data: { holder, size, lease: hour, ...(rest === undefined ? {} : { rest }) },
});

export const returnBlock = (holder: string, block: number, from: number): FolioCommand => ({
  type: 'returnBlock',
  data: { holder, block, from },
});

export const reserved = (
  block: number,
  holder: string,
  from: number,
  to: number,
  expires = 60,
): FolioEvent => ({
  type: 'FolioBlockReserved',
  data: { block, holder, from, to, expiresAt: at(expires) },
});

export const returned = (block: number, from: number, to: number): FolioEvent => ({
  type: 'FolioBlockReturned',
  data: { block, from, to },
});

export const voided = (block: number): FolioEvent => ({
  type: 'FolioBlockVoided',
  data: { block, reason: 'lease-expired' },
});
