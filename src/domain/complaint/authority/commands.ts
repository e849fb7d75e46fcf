import type { AuthorityEvents } from './events.js';

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
