import type { Mapping } from '../mapping.js';
import { helpdesk } from './helpdesk.js';
import { repairExample } from './repair-example.js';

/** The mappings that come with Quejas, in the order in which they are tried on a log. */
export const shippedMappings: readonly Mapping[] = [helpdesk, repairExample];
