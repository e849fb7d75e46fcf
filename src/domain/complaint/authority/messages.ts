import type { Instant } from '../../kernel/instant.js';

/** Proceedings before an authority (PROFECO, CRT), known by the authority's own reference. */
export interface AuthorityEvents {
  /** While it is open the complaint cannot be closed nor the service cut off for non-payment (I-17). */
  readonly AuthorityProceedingOpened: {
    readonly authority: string;
    readonly reference: string;
    readonly hearingAt?: Instant;
  };
  readonly AuthorityRequirementReceived: { readonly reference: string; readonly dueAt: Instant };
  readonly AuthorityResolved: {
    readonly reference: string;
    readonly outcome: 'agreement' | 'for-user' | 'for-provider' | 'withdrawn' | 'no-jurisdiction';
  };
  /** Nothing of this complaint may be erased while a hold stands. */
  readonly LegalHoldPlaced: { readonly hold: string; readonly basis: string };
  readonly LegalHoldLifted: { readonly hold: string };
  /** The user exercises a right over their data (access, rectification, cancellation, opposition). */
  readonly ArcoRequested: { readonly right: 'access' | 'rectification' | 'cancellation' | 'opposition' };
}

export interface AuthorityCommands {
  readonly openAuthorityProceeding: AuthorityEvents['AuthorityProceedingOpened'];
  readonly receiveAuthorityRequirement: AuthorityEvents['AuthorityRequirementReceived'] & {
    readonly requirement?: string;
  };
  readonly resolveAuthorityProceeding: AuthorityEvents['AuthorityResolved'] & { readonly agreement?: string };
  readonly placeLegalHold: AuthorityEvents['LegalHoldPlaced'];
  readonly liftLegalHold: AuthorityEvents['LegalHoldLifted'];
  readonly requestArco: AuthorityEvents['ArcoRequested'] & { readonly request?: string };
}
