import type { EventOf } from '../../kernel/message.js';
import type { ComplaintEvents, ComplaintEventType } from '../events.js';
import type { Fact } from '../evolve.js';
import { isOffice } from '../relations.js';
import type { Audience, Viewer } from './audience.js';

/** Which matter of an authority an event is about: by the authority's name, or by the number of its file. */
interface Matter {
  readonly authority?: string | undefined;
  readonly reference?: string | undefined;
}

type Matters = { readonly [T in ComplaintEventType]?: (data: ComplaintEvents[T]) => Matter };

const ofFile = ({ reference }: { readonly reference: string }): Matter => ({ reference });

/** The events that are about the matter of one authority, which another one is not told of. */
const matters: Matters = {
  Escalated: ({ level, target }) => (level === 4 ? { authority: target } : {}),
  AuthorityProceedingOpened: ({ authority }) => ({ authority }),
  AuthorityRequirementReceived: ofFile,
  AuthorityRequirementAnswered: ofFile,
  AuthorityHearingSet: ofFile,
  AuthorityHearingHeld: ofFile,
  AuthorityResolved: ofFile,
  ResolutionCarriedOut: ofFile,
};

const matterOf = <T extends ComplaintEventType>(event: Fact<T>): Matter =>
  matters[event.type]?.(event.data) ?? {};

/** Numbers of the files that the viewer's office opened. */
const filesOf = (events: readonly EventOf<ComplaintEvents>[], viewer: Viewer): ReadonlySet<string> =>
  new Set(
    events.flatMap((event) =>
      event.type === 'AuthorityProceedingOpened' && isOffice(event.data.authority, viewer)
        ? [event.data.reference]
        : [],
    ),
  );

/**
 * Whether a viewer is told of an event by whose matter it is: an authority is told of its own files and of what is
 * before no authority. `events` are all those of the complaint, whichever date is asked about.
 */
export const isOfTheirOffice = (
  audience: Audience,
  events: readonly EventOf<ComplaintEvents>[],
  viewer: Viewer,
): ((event: EventOf<ComplaintEvents>) => boolean) => {
  if (audience !== 'authority') return () => true;
  const files = filesOf(events, viewer);
  return (event) => {
    const { authority, reference } = matterOf(event);
    if (authority !== undefined) return isOffice(authority, viewer);
    return reference === undefined || files.has(reference);
  };
};
