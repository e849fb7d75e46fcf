import type { Role } from '../domain/complaint/vocabulary.js';

/** Who asks for something: a pseudonym, in a role. Which person that is, the host knows. */
export interface By {
  readonly actor: string;
  readonly role: Role;
}

const as =
  (role: Role) =>
  (actor: string): By => ({ actor, role });

export const asUser = as('user');
export const asCustomerService = as('customer-service');
export const asTechnicalLead = as('technical-lead');
export const asCompetentArea = as('competent-area');
export const asRulingOfficer = as('ruling-officer');
export const asBilling = as('billing');
export const asLegal = as('legal');
export const asPrivacyOfficer = as('privacy-officer');
export const asAuthority = as('authority');
export const asSystem = as('system');
