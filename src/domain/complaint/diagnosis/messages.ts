import type { Instant } from '../../kernel/instant.js';
import type { WordsOfStaff } from '../shapes.js';
import type { Attribution } from '../vocabulary.js';

/**
 * A cause as a short code (`cut-fibre`), so that causes can be counted and named in both languages. What a person
 * would add in their own words is sealed beside it.
 */
export type CauseCode = string;

/** What was recorded about the causes. */
export interface DiagnosisEvents {
  /** What caused the failure, or that there was none (O-19). */
  readonly CauseVerified: {
    readonly causes: readonly CauseCode[];
    readonly faultFound: boolean;
    readonly attribution: Attribution;
    /** When the service began to be affected. Of a fault that was found it is taken to be the receipt, unless said. */
    readonly affectedFrom?: Instant;
    /** Content hashes of the evidence. */
    readonly evidence?: readonly string[];
  };
}

/** What may be asked about the causes. */
export interface DiagnosisCommands {
  /** Says what caused the failure, or that there was none; what is told in words is sealed (O-19). */
  readonly verifyCause: DiagnosisEvents['CauseVerified'] & WordsOfStaff;
}
