import * as actors from '../application/actors.js';
import type { By } from '../application/actors.js';

const usually =
  (as: (actor: string) => By, usual: string) =>
  (actor = usual): By =>
    as(actor);

export const asUser = usually(actors.asUser, 'u-1');
export const asCustomerService = usually(actors.asCustomerService, 'cs-1');
export const asTechnicalLead = usually(actors.asTechnicalLead, 'rt-1');
export const asCompetentArea = usually(actors.asCompetentArea, 'ar-1');
export const asRulingOfficer = usually(actors.asRulingOfficer, 'ro-1');
export const asBilling = usually(actors.asBilling, 'bi-1');
export const asLegal = usually(actors.asLegal, 'le-1');
export const asPrivacyOfficer = usually(actors.asPrivacyOfficer, 'po-1');
export const asAuthority = usually(actors.asAuthority, 'profeco');
export const asSystem = usually(actors.asSystem, 'sys');
