import type { TermSource } from '../calendar.js';

/** The terms that a registered contract sets for itself: a profile says them, nothing takes them for granted. */
export interface ContractTerms {
  /** Hours from the report to the repair (C-07). */
  readonly repairHours: number;
  /** Where the repair takes physical work, for the municipalities that the contract names (C-08); none: nowhere. */
  readonly physicalRepair: { readonly hours: number; readonly municipalities: readonly string[] };
  /** Hours from the cure of a suspension to the connection, and where it takes a visit (C-20). */
  readonly reconnection: { readonly hours: number; readonly physicalHours: number };
  /** What these rest on: the contract, or what is assumed without it. */
  readonly from: TermSource;
}
