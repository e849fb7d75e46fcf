import type { Role } from '../domain/complaint/vocabulary.js';
import type { Parties } from './case-file.js';

/** Who asks to see something. `verified`: the host knows that they are who they say (I-20). */
export interface Viewer {
  /** Pseudonym of the viewer: a user sees only what they are subscriber or reporter of. */
  readonly actor: string;
  /** What decides which personal values they may open. */
  readonly role: Role;
  /** False leaves folio, kind and status alone. */
  readonly verified: boolean;
}

const staff: ReadonlySet<Role> = new Set<Role>([
  'customer-service',
  'competent-area',
  'ruling-officer',
  'legal',
  'privacy-officer',
]);

const house: ReadonlySet<Role> = new Set<Role>([...staff, 'technical-lead', 'billing', 'auditor']);

/** Works for the provider, or looks at its work by office: sees queues, and who asked for what. */
export const isOfTheHouse = ({ role, verified }: Viewer): boolean => verified && house.has(role);

/** May this viewer see the case at all, beyond folio, kind and status? */
export const maySee = ({ actor, role, verified }: Viewer, parties: Parties): boolean => {
  if (!verified) return false;
  return role !== 'user' || actor === parties.subscriber || actor === parties.reporter;
};

/**
 * Whose personal values this viewer may open. A user opens their own; customer service, the area and the law open
 * everybody's; a technical lead opens those of the cases in their charge; machines open none.
 */
export const mayOpen = (viewer: Viewer, parties: Parties, person: string): boolean => {
  if (!maySee(viewer, parties)) return false;
  if (viewer.role === 'user') return viewer.actor === person;
  if (viewer.role === 'technical-lead') return viewer.actor === parties.technician;
  return staff.has(viewer.role);
};
