import type { By } from '../application/commands/actors.js';
import { partyOf } from '../domain/complaint/relations.js';
import type { Role } from '../domain/complaint/vocabulary.js';
import type { Parties } from './case-file.js';

const staff: ReadonlySet<Role> = new Set<Role>([
  'customer-service',
  'competent-area',
  'ruling-officer',
  'legal',
  'privacy-officer',
]);

const house: ReadonlySet<Role> = new Set<Role>([...staff, 'technical-lead', 'billing', 'auditor']);

/** Roles outside the provider: they count as who they say only where the host has made sure of it (I-20). */
const outside: ReadonlySet<Role> = new Set<Role>(['user', 'authority']);

/** Whether this actor counts as who they say: staff does, unless the host says otherwise. */
export const isVerified = ({ role, verified }: By): boolean => verified ?? !outside.has(role);

/** Works for the provider, or looks at its work by office: sees queues, and who asked for what. */
export const isOfTheHouse = (by: By): boolean => isVerified(by) && house.has(by.role);

/** May this viewer see the case at all, beyond folio, kind and status? */
export const maySee = (by: By, parties: Parties): boolean => {
  if (!isVerified(by)) return false;
  return by.role !== 'user' || partyOf(by) === parties.subscriber || partyOf(by) === parties.reporter;
};

/**
 * Whose personal values this viewer may open. A user opens their own; customer service, the area and the law open
 * everybody's; a technical lead opens those of the cases in their charge; machines open none.
 */
export const mayOpen = (viewer: By, parties: Parties, person: string): boolean => {
  if (!maySee(viewer, parties)) return false;
  if (viewer.role === 'user') return partyOf(viewer) === person;
  if (viewer.role === 'technical-lead') return viewer.actor === parties.technician;
  return staff.has(viewer.role);
};
