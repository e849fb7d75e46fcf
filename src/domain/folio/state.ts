import type { Instant } from '../kernel/instant.js';
import type { FolioRange } from './range.js';

/** A block that its holder may still give numbers from. */
export interface LiveBlock extends FolioRange {
  /** Ordinal of the block, from 1. */
  readonly block: number;
  /** The process that may give its numbers. */
  readonly holder: string;
  /** UTC instant after which no number of it is given any more. */
  readonly expiresAt: Instant;
}

/**
 * A provider's folio numbers. Every number below `next` is in exactly one place: in a live block, free, or in a closed
 * block, where a request has it or it is void (design: Folio).
 */
export interface FolioState {
  /** The high-water mark: the first number never reserved. */
  readonly next: number;
  /** How many blocks there have been. */
  readonly blocks: number;
  /** Blocks that are lent now. */
  readonly live: readonly LiveBlock[];
  /** Returned numbers, in order: they are reserved before any new one. */
  readonly free: readonly FolioRange[];
}

/** Before any number was reserved: the first one is 1. */
export const initialFolioState: FolioState = { next: 1, blocks: 0, live: [], free: [] };
