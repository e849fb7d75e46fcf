import type { EventOf } from '../../kernel/message.js';
import type { ComplaintEvents, ComplaintEventType } from '../events.js';
import type { Fact } from '../evolve.js';
import { isOffice } from '../relations.js';
import type { Audience, Viewer } from './audience.js';

type Authorities = { readonly [T in ComplaintEventType]?: (data: ComplaintEvents[T]) => string | undefined };

const named = ({ authority }: { readonly authority: string }): string => authority;

/** The events that are about the matter of one authority, by its name: another one is not told of them. */
const authorities: Authorities = {
  Escalated: ({ level, target }) => (level === 4 ? target : undefined),
  AuthorityProceedingOpened: named,
  AuthorityRequirementReceived: named,
  AuthorityRequirementAnswered: named,
  AuthorityHearingSet: named,
  AuthorityHearingHeld: named,
  AuthorityResolved: named,
  ResolutionCarriedOut: named,
  ResolutionCorrected: named,
};

const authorityOf = <T extends ComplaintEventType>(event: Fact<T>): string | undefined =>
  authorities[event.type]?.(event.data);

/**
 * Whether a viewer is told of an event by whose matter it is: an authority is told of its own files and of what is
 * before no authority.
 */
export const isOfTheirOffice =
  (audience: Audience, viewer: Viewer): ((event: EventOf<ComplaintEvents>) => boolean) =>
  (event) => {
    const authority = audience === 'authority' ? authorityOf(event) : undefined;
    return authority === undefined || isOffice(authority, viewer);
  };
