import { reject } from '../kernel/decision.js';
import type { PersonRef } from '../kernel/message.js';
import type { ComplaintContext } from './context.js';
import { partyOf, type Who } from './relations.js';
import type { OtherComplaint } from './shapes.js';
import type { ComplaintState, FiledComplaint } from './state.js';

type Parties = Pick<ComplaintState, 'subscriber' | 'reporter'>;

const isParty = (person: PersonRef | null, { subscriber, reporter }: Parties): boolean =>
  person !== null && (person === subscriber || person === reporter);

/** The parties of a complaint who are parties of the other one too: they alone are told its folio. */
export const sharedParties = ({ subscriber, reporter }: Parties, other: Parties): readonly PersonRef[] =>
  [subscriber, reporter].flatMap((person) => (person !== null && isParty(person, other) ? [person] : []));

/** True where the two are of one user: the same subscriber, or one's subscriber reported the other. */
const areOfOneUser = (a: Parties, b: Parties): boolean =>
  isParty(a.subscriber, b) || isParty(b.subscriber, a);

/** What stands against ending in favour of another one: that one must go on itself, and be the same user's. */
export const notOneThatGoesOn = (of: string, complaint: FiledComplaint, { other }: ComplaintContext) => {
  const { folio } = complaint;
  if (of === folio) return reject('duplicate-of-itself', { folio });
  if (other?.ending !== 'open') return reject('other-not-open', { other: of });
  return areOfOneUser(complaint, other) ? null : reject('duplicate-of-anothers', { folio, other: of });
};

/** Who is told of the folio that goes on in place of this complaint. */
export const toldOfIt = (complaint: Parties, { other }: ComplaintContext): readonly PersonRef[] =>
  other === undefined ? [] : sharedParties(complaint, other);

/** The provider's own people are told in which request a duplicate goes on; a user, where it is theirs. */
const mayKnow = (other: OtherComplaint, who: Who): boolean =>
  who.role === 'user' ? isParty(partyOf(who), other) : who.role !== 'authority';

/** The folio in which a duplicate goes on, as far as the caller may know it. */
export const goesOnElsewhere = ({ folio }: FiledComplaint, context: ComplaintContext) => {
  const { goesOn } = context;
  return goesOn !== undefined && mayKnow(goesOn, context)
    ? reject('goes-on-elsewhere', { folio, goesOn: goesOn.folio })
    : null;
};

/** True where the request that was to go on has ended without the matter having been dealt with. */
export const goesOnNowhere = ({ goesOn }: ComplaintContext): boolean =>
  goesOn !== undefined && goesOn.ending !== 'open' && goesOn.ending !== 'closed';
