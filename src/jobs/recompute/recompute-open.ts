import type { By } from '../../application/commands/actors.js';
import type { RefusalCode } from '../../application/commands/refusals.js';
import { idWithinOrder } from '../../application/identity/uuid.js';
import { isReference } from '../../application/identity/reference.js';
import type { Position } from '../../application/ports/event-store.js';
import {
  copyOfOption,
  mustBeFunction,
  mustBeSignal,
  mustBeWhole,
  mustKnow,
  namesOf,
  unsupported,
} from '../../application/errors/option-faults.js';
import type { Quejas } from '../../composition/quejas.js';
import type { RecomputeReason } from '../../domain/complaint/deadlines/messages.js';
import { caseStatus } from '../../projections/case-status/projection.js';
import { inParallel, workersRange } from '../in-parallel.js';

/** By what the deadlines of all open requests are counted anew, and why. */
export interface RecomputeOrder {
  /**
   * Names the order, a UUID or a reference: given again, it goes on from where it was interrupted, and counts nothing anew twice. The ids of its
   * commands follow from it and the folio.
   */
  readonly commandId: string;
  /** Recorded with each request. */
  readonly reason: RecomputeReason;
  /** Id of the policy (default: that of today's filings). */
  readonly policy?: string;
  /** Its version (default: that of today's filings). */
  readonly policyVersion?: number;
  /** `id@version` of the calendars (each that is not named: that of today's filings). */
  readonly calendars?: readonly string[];
}

/** How an order is carried out. */
export interface RecomputeOptions {
  /** Requests at a time, from 1 to 1,024 (default: 64). */
  readonly concurrency?: number;
  /** Told after each request. */
  readonly onProgress?: (looked: number) => void;
  /** Ends the work after what is under way; the same order goes on from there later. */
  readonly signal?: AbortSignal;
}

/** What came of an order. */
export interface RecomputeResult {
  /** Requests that were looked at. */
  readonly looked: number;
  /** Those whose deadlines are counted anew since this run. */
  readonly recomputed: number;
  /** Those that an earlier run of the same order had counted anew. */
  readonly duplicates: number;
  /** Those that counted by these versions already. */
  readonly unchanged: number;
  /** Those that had ended: their deadlines stay as they were. */
  readonly ended: number;
  /** How many were refused, by the code. */
  readonly refused: Readonly<Partial<Record<RefusalCode, number>>>;
  /** False where it was interrupted before the last request. */
  readonly complete: boolean;
}

const orderNames = namesOf<RecomputeOrder>({
  ...{ commandId: true, reason: true, policy: true, policyVersion: true, calendars: true },
});
const optionNames = namesOf<RecomputeOptions>({ concurrency: true, onProgress: true, signal: true });

const pageSize = 500;

/** A request that may have to be counted anew. */
interface Looked {
  readonly folio: string;
  readonly hasEnded: boolean;
}

const hasToStop = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

/** All requests in the order of their filings, page by page; what is filed meanwhile counts by today's versions already. */
async function* requestsOf(
  quejas: Quejas,
  signal: AbortSignal | undefined,
  onEnd: () => void,
): AsyncGenerator<Looked> {
  const status = quejas.rows(caseStatus);
  let after: Position | undefined;
  while (!hasToStop(signal)) {
    const page = await quejas.events({
      ...{ limit: pageSize, types: ['FolioAssigned'] },
      ...(after !== undefined && { after }),
    });
    const folios = page.events.flatMap(({ data: { folio } }) => (typeof folio === 'string' ? [folio] : []));
    const { items } = await status.page({ where: { folio: { in: folios } }, limit: pageSize });
    const ended = new Set(items.filter(({ ended_at }) => ended_at !== null).map(({ folio }) => folio));
    for (const folio of folios) {
      if (hasToStop(signal)) return;
      yield { folio, hasEnded: ended.has(folio) };
    }
    if (page.caughtUp || page.next === undefined) {
      onEnd();
      return;
    }
    after = page.next;
  }
}

/**
 * Counts the deadlines of all open requests anew, after a policy or a calendar was published (I-18): a recorded command
 * for each, so that old and new can be told. It holds a page of folios at a time. A request that decides otherwise is
 * counted and left as it is. Throws `option-invalid`, and what the store and the rows throw.
 */
export const recomputeOpen = async (
  quejas: Quejas,
  order: RecomputeOrder,
  by: By,
  options: RecomputeOptions = {},
): Promise<RecomputeResult> => {
  const { concurrency = 64, onProgress, signal } = mustKnow('recomputeOpen', options, optionNames);
  mustBeWhole('concurrency', concurrency, workersRange);
  mustBeFunction('onProgress', onProgress);
  mustBeSignal(signal);
  const { commandId: id, ...asked } = mustKnow('recomputeOpen', copyOfOption('order', order), orderNames);
  if (typeof id !== 'string' || !isReference(id)) throw unsupported('commandId', id, 'UUID / reference');
  let [looked, recomputed, duplicates, unchanged, ended] = [0, 0, 0, 0, 0];
  const refused: Partial<Record<RefusalCode, number>> = {};

  const recompute = async (folio: string): Promise<void> => {
    const commandId = idWithinOrder(id, 'recompute', folio);
    const result = await quejas.complaint(folio).recomputeClocks({ commandId, ...asked }, by);
    if (result.ok) {
      if (result.duplicate) duplicates += 1;
      else recomputed += 1;
    } else if (result.code === 'no-new-fact') unchanged += 1;
    else refused[result.code] = (refused[result.code] ?? 0) + 1;
  };

  let complete = false;
  const requests = requestsOf(quejas, signal, () => (complete = true));
  await inParallel(requests, concurrency, async ({ folio, hasEnded }) => {
    if (hasEnded) ended += 1;
    else await recompute(folio);
    looked += 1;
    onProgress?.(looked);
  });
  return { looked, recomputed, duplicates, unchanged, ended, refused, complete };
};
