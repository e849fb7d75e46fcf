import { reject, type Refused } from '../../kernel/decision.js';
import { isOffice, type Who } from '../relations.js';

/** True for the matter of an authority that the actor, an authority too, does not work for. Staff record for any. */
export const isOfAnotherOffice = (authority: string, who: Who): boolean =>
  who.role === 'authority' && !isOffice(authority, who);

/** An authority takes up matters in its own name alone. */
export const notTheirOffice = (authority: string, who: Who): Refused<'not-your-request'> | null =>
  isOfAnotherOffice(authority, who) ? reject('not-your-request', { actor: who.actor }) : null;
