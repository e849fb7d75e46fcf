import type { Recipient } from '../../domain/complaint/notice/messages.js';
import type { FiledComplaint } from '../../domain/complaint/state.js';
import type { Channel, Language } from '../../domain/complaint/vocabulary.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { AboutRequest, Letter, ProviderWords, Sending, Setting } from '../../domain/texts/index.js';
import { lastOf, type OpenedEvent } from '../opened-events.js';

/** What a notice is rendered from: the recorded facts, and what this reader may read. */
export interface NoticeMatter {
  readonly complaint: FiledComplaint;
  readonly events: readonly OpenedEvent[];
  readonly provider: ProviderWords;
  readonly language: Language;
  readonly now: Instant;
  /** The same as it stood once the event of this revision was recorded: a letter says what was so when it was sent. */
  readonly asOf: (revision: number) => NoticeMatter;
}

/** A letter, and the revision of the event that sent it; absent: nothing has sent it yet. */
export interface Rendered {
  readonly letter: Letter;
  readonly notice?: number;
}

/** Whose request it is: a subscriber's, or of a report that is no subscriber's who reported it. */
export const heldBy = ({ facets }: Pick<FiledComplaint, 'facets'>): 'subscriber' | 'reporter' =>
  facets.report === 'none' ? 'subscriber' : 'reporter';

/** Who is written to where nothing else is said: the user who reported it, or the subscriber. */
export const filedBy = (complaint: FiledComplaint): 'subscriber' | 'reporter' =>
  complaint.filing.reporter === undefined ? heldBy(complaint) : 'reporter';

/** The name of a representative, as it was given when they were accredited. */
const representativeName = (events: readonly OpenedEvent[], representative: string | undefined) =>
  lastOf(
    events.filter((each) => 'representative' in each.data && each.data.representative === representative),
    'RepresentativeAccredited',
  )?.said('representative.name');

/** Who writes to whom, and in which language. */
export const setting = (
  matter: NoticeMatter,
  part: Recipient = 'subscriber',
  representative?: string,
): Setting => {
  const name =
    part === 'representative'
      ? representativeName(matter.events, representative)
      : lastOf(matter.events, 'Filed')?.said(`${part}.name`);
  return {
    provider: matter.provider,
    language: matter.language,
    to: { part, ...(name === undefined ? undefined : { name }) },
  };
};

/** The request that a letter is about. */
export const about = ({ complaint }: NoticeMatter): AboutRequest => ({
  folio: complaint.folio,
  kind: complaint.about.kind,
  ...(complaint.about.subkind && { subkind: complaint.about.subkind }),
  receivedAt: complaint.filing.receivedAt,
});

/** How a letter is sent, beside how the request came and what the user chose (I-21). */
export const sentBy = (channel: Channel, { complaint: { filing } }: NoticeMatter): Sending => ({
  channel,
  filedBy: filing.channel,
  ...(filing.preferredChannel && { preferred: filing.preferredChannel }),
});
