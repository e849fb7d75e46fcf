import type { Instant } from '../kernel/instant.js';
import type { EventOf } from '../kernel/message.js';

/**
 * Why a block ended without its holder giving it back: its lease was over, its holder is known to be
 * gone, or a back-up was put back, and the store that stood there may have given its numbers.
 */
export const voidReasons = ['lease-expired', 'holder-gone', 'back-up-restored'] as const;
/** Why the rest of a block is void. */
export type VoidReason = (typeof voidReasons)[number];

/** What is recorded of a provider's folio numbers: blocks of them, lent, given back or void. */
export interface FolioEvents {
  /** A running process took a block of numbers to give to requests; no other process gives those until `expiresAt`. */
  readonly FolioBlockReserved: {
    /** Ordinal of the block, from 1. */
    readonly block: number;
    /** The process, by a name that is never used again. */
    readonly holder: string;
    /** First number. */
    readonly from: number;
    /** The number after the last. */
    readonly to: number;
    readonly expiresAt: Instant;
  };
  /** The holder gave back the end of its block: those numbers are free. The block is closed; an empty rest is legal. */
  readonly FolioBlockReturned: { readonly block: number; readonly from: number; readonly to: number };
  /** The holder is gone: every number of the block that no request got is void, and never given again. */
  readonly FolioBlockVoided: { readonly block: number; readonly reason: VoidReason };
}

/** A fact about a provider's folio numbers. */
export type FolioEvent = EventOf<FolioEvents>;
