import type { By } from '../../application/commands/actors.js';
import type { StoredEvent } from '../../application/ports/event-store.js';
import type { Codec } from '../../application/schema/codec.js';
import { audienceOf } from '../../domain/complaint/disclosure/audience.js';
import { isFiled, type FiledComplaint } from '../../domain/complaint/state.js';
import type { Language } from '../../domain/complaint/vocabulary.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { Letter, ProviderWords } from '../../domain/texts/index.js';
import { stateOf } from '../case-from-events.js';
import { openEvents, type OpenedEvent } from '../opened-events.js';
import { toldOf } from '../told-of.js';
import { provenBy } from './proven-delivery.js';
import type { NoticeMatter, Rendered } from './matter.js';

interface Circumstances {
  readonly codec: Codec;
  readonly words: ProviderWords;
  /** Default: the one that the request was filed in. */
  readonly language: Language | undefined;
  readonly now: Instant;
}

/** What the letters of a stored complaint are rendered from, for this reader; `undefined` where they get none. */
export const matterOf = async (
  stored: readonly StoredEvent[],
  viewer: By,
  { codec, words, language, now }: Circumstances,
): Promise<NoticeMatter | undefined> => {
  const today = stateOf(stored);
  if (!isFiled(today) || audienceOf(viewer, today) === 'nobody') return undefined;
  const opened = await openEvents(stored.filter(toldOf(viewer, today)), viewer, today, codec);
  const matter = (complaint: FiledComplaint, events: readonly OpenedEvent[]): NoticeMatter => ({
    complaint,
    events,
    provider: words,
    language: language ?? complaint.filing.language,
    now,
    asOf: (revision) => {
      const then = stateOf(stored.filter((event) => event.revision <= revision));
      return isFiled(then)
        ? matter(
            then,
            opened.filter((event) => event.revision <= revision),
          )
        : matter(complaint, events);
    },
  });
  return matter(today, opened);
};

/** The letter as it was sent, where its text was kept with the proof of its delivery, in whatever words it would be rendered now. */
export const keptAsSent = (
  { notice }: Rendered,
  { events, language, complaint }: NoticeMatter,
): Letter | undefined => {
  if (notice === undefined || language !== complaint.filing.language) return undefined;
  for (const event of events.toReversed())
    if (event.type === 'NotificationDelivered' && provenBy(event, events) === notice) {
      const [subject, body] = [event.said('letter.subject'), event.said('letter.body')];
      if (typeof subject === 'string' && typeof body === 'string') return { subject, body };
    }
  return undefined;
};
