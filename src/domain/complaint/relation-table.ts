import { reject, type Refused } from '../kernel/decision.js';
import type { Asked } from './asked-relations.js';
import type { ComplaintCommandType } from './commands.js';
import type { FilingCommands } from './filing/messages.js';
import { life } from './life.js';
import { isRelated, partyOf, type Related, type Relation, type Who } from './relations.js';
import type { Role } from './vocabulary.js';

/** A role's relation where it is the same for every command; the others are in `relationTable`. */
const byRole = {
  user: ['party'],
  'customer-service': ['anybody'],
  'ruling-officer': ['anybody'],
  billing: ['anybody'],
  legal: ['anybody'],
  'privacy-officer': ['anybody'],
  auditor: ['anybody'],
  system: ['anybody'],
} as const satisfies Readonly<Record<Exclude<Role, keyof Asked>, readonly Relation[]>>;

/**
 * What each command asks of those whose relation decides, beside the roles of the role matrix. A user is always a
 * party. A technical lead acts on what is in their charge: they hand on what is theirs and take nothing. An area's
 * clerk acts on what lies in their area, and routes or rules on what lies in none. An authority acts on what is before
 * it, and takes up more as its own matter alone.
 */
export const relationTable: Readonly<Record<ComplaintCommandType, Asked>> = life.relations;

const relationsFor = (type: ComplaintCommandType, role: Role): readonly Relation[] =>
  role === 'technical-lead' || role === 'competent-area' || role === 'authority'
    ? (relationTable[type][role] ?? [])
    : byRole[role];

/** A party and an authority are told that the request is not theirs; staff, that it is not in their charge. */
const notTheirs = ({ actor, role }: Who) =>
  role === 'user' || role === 'authority'
    ? reject('not-your-request', { actor })
    : reject('not-in-charge', { actor, role });

/** Refuses an actor who stands to the complaint in none of the ways that the command asks for. */
export const unrelated = (
  type: ComplaintCommandType,
  complaint: Related,
  who: Who,
): Refused<'not-your-request' | 'not-in-charge'> | null =>
  isRelated(relationsFor(type, who.role), complaint, who) ? null : notTheirs(who);

/** A user files for themselves or as the reporter they name: no request is filed in the name of another user. */
export const filedForAnother = (
  { subscriber, reporter }: Pick<FilingCommands['file'], 'subscriber' | 'reporter'>,
  who: Who,
): Refused<'not-your-request'> | null =>
  who.role !== 'user' || [subscriber.ref, reporter?.ref].includes(partyOf(who))
    ? null
    : reject('not-your-request', { actor: who.actor });
