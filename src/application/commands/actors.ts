import { roles, type Role } from '../../domain/complaint/vocabulary.js';
import { isReference } from '../identity/reference.js';
import { reading } from '../host-values.js';
import { readOptions } from './read-options.js';

/** Who asks, for a command and for a query alike: a pseudonym, in a role. Which person that is, the host knows. */
export interface By {
  /** Pseudonym that the host gives; stored with every event of a command, so never a name or an address. */
  readonly actor: string;
  /**
   * What they may do and see. Staff roles are the host's own people: the host has made sure of them before it calls.
   * A role that may not give a command is refused with `role-not-allowed`.
   */
  readonly role: Role;
  /**
   * `true` where the host has made sure that a user or an authority is who they say (I-20). Without it they see folio,
   * kind and status alone. `false` says the same of staff; it is never assumed of them.
   */
  readonly verified?: boolean;
  /**
   * Reference of the party that the actor is or acts for, where the actor's own pseudonym is another: a host whose
   * sign-in ids are no subscriber references. A user acts on requests of which this is a party, and sees them.
   */
  readonly party?: string;
  /**
   * Id of the area that an area's clerk works in: they act on what lies there, and see it. A clerk of whom it is not
   * said counts as one of any area.
   */
  readonly area?: string;
  /**
   * The authority that the actor works for, as its proceedings name it (`PROFECO`), where the actor's own pseudonym is
   * another. An authority sees, and acts on, what is or was before it; in capitals or not.
   */
  readonly office?: string;
}

/** What else may be said of who asks. */
export type ByOptions = Pick<By, 'verified' | 'party' | 'area' | 'office'>;

const optionNames: readonly (keyof ByOptions)[] = ['verified', 'party', 'area', 'office'];

const by = (actor: string, role: Role, { verified, party, area, office }: ByOptions): By => ({
  actor,
  role,
  ...(verified === undefined ? undefined : { verified }),
  ...(party === undefined ? undefined : { party }),
  ...(area === undefined ? undefined : { area }),
  ...(office === undefined ? undefined : { office }),
});

const isVerification = (value: unknown): value is boolean | undefined =>
  value === undefined || typeof value === 'boolean';

const isReferenceOrNone = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && isReference(value));

const areOptions = (given: { readonly [Name in keyof ByOptions]?: unknown }): given is ByOptions =>
  isVerification(given.verified) && [given.party, given.area, given.office].every(isReferenceOrNone);

/**
 * One that no command and no query takes (`actor-invalid`): who asks is judged where it is asked. What was said of them
 * and cannot be read is not passed over, for a clerk without an area is one of any.
 */
const notAnActor = (role: Role): By => ({ actor: '', role });

const as =
  (role: Role) =>
  (actor: string, options?: ByOptions): By => {
    const read = readOptions(options, optionNames);
    return read.ok && areOptions(read.values) ? by(actor, role, read.values) : notAnActor(role);
  };

/** The subscriber, or who reports for them; `{ verified: true }` where the host has made sure of it. */
export const asUser = as('user');
/** The provider's desk: registers requests, talks to the user and notifies them. */
export const asCustomerService = as('customer-service');
/** Diagnoses, visits, repairs and tells the cause (O-22..O-24). */
export const asTechnicalLead = as('technical-lead');
/** The area that a request is routed to because technicians cannot resolve it (O-31). */
export const asCompetentArea = as('competent-area');
/** Decides whether a request is upheld, and answers it. */
export const asRulingOfficer = as('ruling-officer');
/** Assesses, grants and credits compensation. */
export const asBilling = as('billing');
/** Handles proceedings before the authority and legal holds. */
export const asLegal = as('legal');
/** Attends to the rights over personal data (ARCO). */
export const asPrivacyOfficer = as('privacy-officer');
/** The consumer or telecommunications authority, in its own name; `{ office: 'PROFECO' }` where the actor is one of its people. */
export const asAuthority = as('authority');
/** Looks at the provider's work by office: sees every case, opens no personal value, gives no command. */
export const asAuditor = as('auditor');
/** A machine of the provider, such as a job that watches deadlines. */
export const asSystem = as('system');

const isRole = (value: unknown): value is Role => roles.some((role) => role === value);

/**
 * Who asks, as a host in JavaScript gave it; `undefined` for anything that is not a well-formed actor: no pseudonym, a
 * role that is not on the list, a `verified` that is neither true nor false. Each property is read once.
 */
export const readBy = (given: unknown): By | undefined => {
  const read = reading(() => {
    if (typeof given !== 'object' || given === null) return undefined;
    const { actor, role, verified, party, area, office }: { readonly [Name in keyof By]?: unknown } = given;
    return { actor, role, options: { verified, party, area, office } };
  });
  if (!read.ok || read.value === undefined) return undefined;
  const { actor, role, options } = read.value;
  if (typeof actor !== 'string' || !isReference(actor) || !isRole(role) || !areOptions(options))
    return undefined;
  return by(actor, role, options);
};
