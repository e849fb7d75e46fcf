import type { CommandOf } from '../kernel/message.js';
import type { VoidReason } from './events.js';

/** What may be asked of a provider's folio numbers; they are taken in blocks lent to processes. */
export interface FolioCommands {
  /** Take a block of `size` numbers that have a folio, or fewer where a returned rest is shorter. */
  readonly reserveBlock: {
    readonly holder: string;
    /** 1 to 1,000. */
    readonly size: number;
    /** How long the holder may give the numbers, in milliseconds; at most 24 hours. */
    readonly lease: number;
    /** What the holder leaves of its block before: from the first number not given (included). All given: its end. */
    readonly rest?: { readonly block: number; readonly from: number };
  };
  /** Give back what is left at the end of a block: from the first number not given (included) to its end. */
  readonly returnBlock: { readonly holder: string; readonly block: number; readonly from: number };
  /** Close the block of a holder that is gone, once its lease is over. */
  readonly voidBlock: { readonly block: number; readonly reason: VoidReason };
  /**
   * Void what another history of these numbers may have given: every free number, and those from the high-water mark
   * to `upTo` (excluded), the other history's mark.
   */
  readonly skipNumbers: { readonly holder: string; readonly upTo: number };
}

/** What a process wants of a provider's folio numbers. */
export type FolioCommand = CommandOf<FolioCommands>;
