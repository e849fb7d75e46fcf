import type { PersonRef } from '../../kernel/message.js';
import type { Role } from '../vocabulary.js';

/** The roles in which a person can take a case and give it back; a technical lead is assigned instead (O-18). */
export const takers = [
  'customer-service',
  'competent-area',
  'ruling-officer',
  'billing',
  'legal',
] as const satisfies readonly Role[];
/** A role in which a person can take a case. */
export type Taker = (typeof takers)[number];

/** Who of each role has taken a case; `null` where no person has. */
export type Holders = Readonly<Record<Taker, PersonRef | null>>;

export const noHolders: Holders = {
  'customer-service': null,
  'competent-area': null,
  'ruling-officer': null,
  billing: null,
  legal: null,
};

/** Who has a case in this role: who took it, else in customer service its owner. */
export const holderOf = (
  taker: Taker,
  { holders, owner }: { readonly holders: Holders; readonly owner: PersonRef | null },
): PersonRef | null => holders[taker] ?? (taker === 'customer-service' ? owner : null);

/** The role as one in which a case can be taken. */
export const takerOf = (role: Role): Taker | undefined => takers.find((taker) => taker === role);
