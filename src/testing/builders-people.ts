import * as actors from '../application/commands/actors.js';
import type { By, ByOptions } from '../application/commands/actors.js';

/** The same function with an actor of the story's own where none is named. */
const usually =
  (as: (actor: string, options?: ByOptions) => By, usual: string) =>
  (actor = usual, options?: ByOptions): By =>
    as(actor, options);

/** The subscriber or reporter of a story: `sub-1`, the subscriber, unless told otherwise. */
export const asUser = usually(actors.asUser, 'sub-1');
/** Customer service: `cs-1` unless told otherwise. */
export const asCustomerService = usually(actors.asCustomerService, 'cs-1');
/** The technical lead: `rt-1` unless told otherwise, whom `assignTechnician` assigns. */
export const asTechnicalLead = usually(actors.asTechnicalLead, 'rt-1');
/** The competent area: `ar-1` unless told otherwise. */
export const asCompetentArea = usually(actors.asCompetentArea, 'ar-1');
/** The ruling officer: `ro-1` unless told otherwise. */
export const asRulingOfficer = usually(actors.asRulingOfficer, 'ro-1');
/** Billing: `bi-1` unless told otherwise. */
export const asBilling = usually(actors.asBilling, 'bi-1');
/** Legal: `le-1` unless told otherwise. */
export const asLegal = usually(actors.asLegal, 'le-1');
/** The privacy officer: `po-1` unless told otherwise. */
export const asPrivacyOfficer = usually(actors.asPrivacyOfficer, 'po-1');
/** An authority: `profeco` unless told otherwise. */
export const asAuthority = usually(actors.asAuthority, 'profeco');
/** A machine: `sys` unless told otherwise. */
export const asSystem = usually(actors.asSystem, 'sys');
