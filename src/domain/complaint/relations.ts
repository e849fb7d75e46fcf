import type { PersonRef } from '../kernel/message.js';
import type { ComplaintState } from './state.js';
import { isOpen } from './visit/open.js';
import type { Role } from './vocabulary.js';

/** Who asks: a pseudonym in a role, and what it takes to tell how they stand to a complaint. */
export interface Who {
  /** Pseudonym of the person or machine that calls. */
  readonly actor: string;
  /** The role they act in. */
  readonly role: Role;
  /** The party that the actor is or acts for, where that is not the actor's own pseudonym. */
  readonly party?: PersonRef | undefined;
  /** The area that a clerk works in; absent where the host does not tell its areas apart. */
  readonly area?: string | undefined;
  /** The authority that the actor works for, as its proceedings name it, where that is not the actor's own pseudonym. */
  readonly office?: string | undefined;
}

/** What of a complaint tells how an actor stands to it. */
export type Related = Pick<
  ComplaintState,
  | 'subscriber'
  | 'reporter'
  | 'representatives'
  | 'technician'
  | 'area'
  | 'visits'
  | 'appealedFrom'
  | 'proceedings'
>;

/** The party that an actor speaks as. */
export const partyOf = ({ actor, party }: Pick<Who, 'actor' | 'party'>): PersonRef => party ?? actor;

/** True for the name of the authority that an actor works for, in capitals or not. */
export const isOffice = (authority: string, { actor, office }: Pick<Who, 'actor' | 'office'>): boolean =>
  authority.toLowerCase() === (office ?? actor).toLowerCase();

/** How an actor may stand to a complaint; `anybody` asks for nothing. */
export type Relation =
  | 'party'
  | 'in-charge'
  | 'visitor'
  | 'has-visited'
  | 'of-the-area'
  | 'in-no-area'
  | 'unassigned'
  | 'ruled-before'
  | 'has-proceeding'
  | 'anybody';

const stands: Readonly<Record<Relation, (complaint: Related, who: Who) => boolean>> = {
  /** The subscriber or the reporter (O-36), and who is accredited to act for one of them. */
  party: ({ subscriber, reporter, representatives }: Related, who: Who) =>
    partyOf(who) === subscriber || partyOf(who) === reporter || Object.hasOwn(representatives, partyOf(who)),
  /** The technical lead it is assigned to (O-18, I-06). */
  'in-charge': ({ technician }: Related, { actor }: Who) => actor === technician,
  /** Named as the visitor of one of its visits that is still to come (O-29). */
  visitor: ({ visits }: Related, { actor }: Who) =>
    Object.values(visits).some((visit) => visit.visitor === actor && isOpen(visit)),
  /** Went to one of its visits, whether it took place or failed at the door. */
  'has-visited': ({ visits }: Related, { actor }: Who) =>
    Object.values(visits).some(
      ({ visitor, stage }) => visitor === actor && (stage === 'completed' || stage === 'failed'),
    ),
  /** It lies in the clerk's area (O-31). */
  'of-the-area': ({ area }: Related, who: Who) =>
    area !== null && (who.area === undefined || who.area === area),
  /** It lies in no area yet. */
  'in-no-area': ({ area }: Related) => area === null,
  /** No technical lead has it in charge. */
  unassigned: ({ technician }: Related) => technician === null,
  /** Ruled what the user does not accept, so that the appeal is another one's (O-25). */
  'ruled-before': ({ appealedFrom }: Related, { actor }: Who) => appealedFrom.includes(actor),
  /** The authority that the actor works for has, or had, a proceeding over it (I-17, I-20). */
  'has-proceeding': ({ proceedings }: Related, who: Who) =>
    Object.values(proceedings).some(({ authority }) => isOffice(authority, who)),
  /** No relation is asked for: the role alone decides. */
  anybody: () => true,
};

/** True where the actor stands to the complaint in one of these ways. */
export const isRelated = (relations: readonly Relation[], complaint: Related, who: Who): boolean =>
  relations.some((relation) => stands[relation](complaint, who));
