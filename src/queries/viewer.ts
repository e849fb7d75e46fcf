import type { By } from '../application/commands/actors.js';
import { isVerified } from '../domain/complaint/disclosure/audience.js';
import type { Role } from '../domain/complaint/vocabulary.js';

const house: ReadonlySet<Role> = new Set<Role>([
  'customer-service',
  'technical-lead',
  'competent-area',
  'ruling-officer',
  'billing',
  'legal',
  'privacy-officer',
  'auditor',
]);

/** Works for the provider, or looks at its work by office: sees queues, and who asked for what. */
export const isOfTheHouse = (by: By): boolean => isVerified(by) && house.has(by.role);
