import type { Role } from '../domain/complaint/vocabulary.js';

/** Somebody who acts: a pseudonym, and the role they act in. */
export interface Actor {
  readonly actor: string;
  readonly role: Role;
}

const as =
  (role: Role, usual: string) =>
  (actor = usual): Actor => ({ actor, role });

export const asUser = as('user', 'u-1');
export const asCustomerService = as('customer-service', 'cs-1');
export const asTechnicalLead = as('technical-lead', 'rt-1');
export const asCompetentArea = as('competent-area', 'ar-1');
export const asRulingOfficer = as('ruling-officer', 'ro-1');
export const asBilling = as('billing', 'bi-1');
export const asLegal = as('legal', 'le-1');
export const asPrivacyOfficer = as('privacy-officer', 'po-1');
export const asAuthority = as('authority', 'profeco');
export const asAuditor = as('auditor', 'au-1');
export const asSystem = as('system', 'sys');
