import type { PersonRef } from '../../kernel/message.js';
import type { Person } from '../filing/messages.js';
import type { SaidBy } from '../shapes.js';

/** In what capacity one person may act for another. */
export const capacities = [
  'parent-or-guardian',
  'attorney-in-fact',
  'heir',
  'company-representative',
  'consumer-organisation',
  'relative',
  'other',
] as const;
/** In what capacity a representative acts. */
export type Capacity = (typeof capacities)[number];

/** Why a representation ended. The first two are said by the party and by the representative. */
export const revocationReasons = ['revoked', 'renounced', 'ended', 'not-proven'] as const;
/** Why a representation ended. */
export type RevocationReason = (typeof revocationReasons)[number];

/** Who acts for whom in a request, besides the subscriber and the reporter (O-36). */
export interface PartiesEvents {
  /**
   * A person acts for a party from now on. Who accredited them is the actor of the event; how they are called and reached
   * is sealed with their own key.
   */
  readonly RepresentativeAccredited: {
    readonly representative: PersonRef;
    /** The party for whom they act: the subscriber or the reporter. */
    readonly represents: PersonRef;
    readonly capacity: Capacity;
    /** SHA-256 of what proves it: a power of attorney, a birth certificate. */
    readonly evidence?: readonly string[];
    /** True where it includes the power to withdraw the request, and to do without what is owed. */
    readonly mayWithdraw: boolean;
    /** The party who said so, where staff took it down. */
    readonly saidBy?: SaidBy;
  };
  /** A person acts for a party no more, and reads nothing of the request any more. */
  readonly RepresentativeRevoked: {
    readonly representative: PersonRef;
    readonly represents: PersonRef;
    readonly reason: RevocationReason;
    /** Who said so, where staff took it down. */
    readonly saidBy?: SaidBy;
  };
}

/** Who acts for a party now, as it was accredited last, by their pseudonym. */
export type Representatives = Readonly<
  Record<PersonRef, Omit<PartiesEvents['RepresentativeAccredited'], 'representative' | 'saidBy'>>
>;

/** What may be asked about those who act for a party. */
export interface PartiesCommands {
  /** Lets a person act for a party: by that party's own word, or with evidence of the capacity. */
  readonly accreditRepresentative: Omit<
    PartiesEvents['RepresentativeAccredited'],
    'representative' | 'represents'
  > & {
    readonly representative: Person;
    /** Default: the subscriber. */
    readonly represents?: PersonRef;
  };
  /** Ends that; why in words is sealed. */
  readonly revokeRepresentative: Omit<PartiesEvents['RepresentativeRevoked'], 'represents'> & {
    readonly explanation?: string;
  };
}
