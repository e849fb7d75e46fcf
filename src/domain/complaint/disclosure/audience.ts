import { dutiesOf, type DutyBearer, type DutyGrounds } from '../duties.js';
import type { ComplaintState } from '../state.js';
import { isRelated, partyOf, type Related, type Relation, type Who } from '../relations.js';
import type { Role } from '../vocabulary.js';
import type { Words } from './disclosed.js';

/** Who looks: as for commands, and whether the host has made sure of them. */
export interface Viewer extends Who {
  /** `true` where the host has made sure of a user or an authority (I-20); `false` says the same of staff. */
  readonly verified?: boolean | undefined;
}

/** What of a complaint decides what a viewer is to it. */
export type Viewed = Related & DutyGrounds & Pick<ComplaintState, 'about'>;

/**
 * What a viewer is to a complaint: a party; staff whose duty it is; the visitor of a visit to come; the authority that
 * has a proceeding over it; one who sees the facts and no personal value; or none of these, who is told folio, kind and status.
 */
export type Audience = 'party' | 'staff' | 'visitor' | 'authority' | 'onlooker' | 'nobody';

/** Roles outside the provider: they count as who they say only where the host has made sure of it (I-20). */
const outside: ReadonlySet<Role> = new Set<Role>(['user', 'authority']);

/** Whether this actor counts as who they say: staff does, unless the host says otherwise. */
export const isVerified = ({ role, verified }: Pick<Viewer, 'role' | 'verified'>): boolean =>
  verified === true || (verified === undefined && !outside.has(role));

/** A duty brings what it needs to be done: who bears one reads the request, for as long as there is something to do. */
const hasDuty = (complaint: Viewed, bearer: DutyBearer): boolean => dutiesOf(complaint)[bearer].length > 0;

/** Billing attends to what is about bills, to cancellations, and to what is owed once it is upheld. */
const isForBilling = ({ about, facets }: Viewed): boolean =>
  about?.subject === 'billing' || about?.kind === 'cancellation' || facets.ruling === 'upheld';

const within =
  (relations: readonly Relation[], audience: Audience, otherwise: Audience) =>
  (complaint: Viewed, viewer: Viewer): Audience =>
    isRelated(relations, complaint, viewer) ? audience : otherwise;

const always = (audience: Audience) => (): Audience => audience;

/** Every request of the provider is theirs to attend to. */
const staff = always('staff');

/** What each role is to a complaint, by its relation or its duty. */
const audiences: Readonly<Record<Role, (complaint: Viewed, viewer: Viewer) => Audience>> = {
  user: within(['party'], 'party', 'nobody'),
  'customer-service': staff,
  'technical-lead': (complaint, viewer) => {
    if (isRelated(['in-charge'], complaint, viewer)) return 'staff';
    // A visit that was arranged stays so where the user withdraws: no one goes there any more.
    const expected = complaint.facets.ending === 'open' && isRelated(['visitor'], complaint, viewer);
    return expected ? 'visitor' : 'onlooker';
  },
  // What lies in no area is an area's work where the areas have a duty by it, or where it waits to be routed to one.
  'competent-area': (complaint, viewer) => {
    if (isRelated(['of-the-area'], complaint, viewer)) return 'staff';
    if (!isRelated(['in-no-area'], complaint, viewer)) return 'onlooker';
    const toBeRouted = dutiesOf(complaint)['customer-service'].includes('route');
    return toBeRouted || hasDuty(complaint, 'competent-area') ? 'staff' : 'onlooker';
  },
  'ruling-officer': staff,
  billing: (complaint) => (isForBilling(complaint) || hasDuty(complaint, 'billing') ? 'staff' : 'onlooker'),
  legal: staff,
  'privacy-officer': staff,
  authority: within(['has-proceeding'], 'authority', 'nobody'),
  auditor: always('onlooker'),
  system: always('onlooker'),
};

/** What a viewer is to a complaint as it stands today, whatever date they ask about. */
export const audienceOf = (viewer: Viewer, complaint: Viewed): Audience =>
  isVerified(viewer) ? audiences[viewer.role](complaint, viewer) : 'nobody';

/** True where a viewer's role reads any request as staff: no request has to be looked at to know. */
export const isStaffOfAll = (viewer: Viewer): boolean =>
  isVerified(viewer) && audiences[viewer.role] === staff;

/** The words that each audience reads. How a person is reached, a party reads of themselves alone. */
const readable: Readonly<Record<Audience, ReadonlySet<Words>>> = {
  party: new Set<Words>(['name', 'address', 'user']),
  staff: new Set<Words>(['name', 'contact', 'address', 'user', 'house']),
  visitor: new Set<Words>(['name', 'contact', 'address', 'user']),
  authority: new Set<Words>(['name', 'user']),
  onlooker: new Set<Words>(),
  nobody: new Set<Words>(),
};

/** Whether a viewer of this audience reads a value of this person. */
export const reads = (audience: Audience, words: Words, person: string, viewer: Viewer): boolean =>
  readable[audience].has(words) ||
  (audience === 'party' && words === 'contact' && partyOf(viewer) === person);

/** Whether the house's own events and fields are shown to this audience; an authority and an auditor see them too. */
export const seesTheHouse = (audience: Audience): boolean => audience !== 'party' && audience !== 'nobody';

/** Whether this audience opens any personal value at all. */
export const opensAny = (audience: Audience): boolean => readable[audience].size > 0;
