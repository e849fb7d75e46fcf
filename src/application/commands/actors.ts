import type { Role } from '../../domain/complaint/vocabulary.js';

/** Who asks for something: a pseudonym, in a role. Which person that is, the host knows. */
export interface By {
  /** Pseudonym that the host gives; stored with every event, so never a name or an address. */
  readonly actor: string;
  /** What the command is allowed for: a role that may not ask for it is refused with `role-not-allowed`. */
  readonly role: Role;
}

const as =
  (role: Role) =>
  (actor: string): By => ({ actor, role });

/** The subscriber, or whoever reports for them. */
export const asUser = as('user');
/** The provider's desk: registers requests, talks to the user and notifies them. */
export const asCustomerService = as('customer-service');
/** Diagnoses, visits, repairs and tells the cause (O-22..O-24). */
export const asTechnicalLead = as('technical-lead');
/** The area that a request is routed to because technicians cannot resolve it (O-31). */
export const asCompetentArea = as('competent-area');
/** Decides whether a request is upheld, and answers it. */
export const asRulingOfficer = as('ruling-officer');
/** Assesses, grants and credits compensation. */
export const asBilling = as('billing');
/** Handles proceedings before the authority and legal holds. */
export const asLegal = as('legal');
/** Attends to the rights over personal data (ARCO). */
export const asPrivacyOfficer = as('privacy-officer');
/** The consumer or telecommunications authority, in its own name. */
export const asAuthority = as('authority');
/** A machine of the provider, such as a job that watches deadlines. */
export const asSystem = as('system');
