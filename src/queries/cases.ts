import type { By } from '../application/commands/actors.js';
import type { FolioIndex } from '../application/commands/folio-index.js';
import { streamName } from '../application/identity/stream-name.js';
import type { Clock } from '../application/ports/clock.js';
import type { EventStore, ReadStreamOptions, StoredEvent } from '../application/ports/event-store.js';
import { caseFromEvents, stateOf } from './case-from-events.js';
import { disclose } from './disclose.js';
import { toldOf } from './told-of.js';
import type { AsOfInstants, CaseView } from './case-view.js';
import { keptAsSent, matterOf } from './letters/stored-matter.js';
import type { NoticeKind } from './letters/notice-kinds.js';
import { notices } from './render-notice.js';
import type { Language } from '../domain/complaint/vocabulary.js';
import type { Codec } from '../application/schema/codec.js';
import type { ComplaintState } from '../domain/complaint/state.js';
import type { ProviderWords } from '../domain/texts/index.js';

interface CaseParts {
  readonly store: EventStore;
  readonly codec: Codec;
  readonly clock: Clock;
  readonly words: ProviderWords;
  readonly namespace: string;
  readonly index: FolioIndex;
}

/** A text for a person, as it was rendered for this reader. */
export interface RenderedNotice {
  /** One line, fit for a mail's subject. */
  readonly subject: string;
  /** Plain text, paragraphs apart by an empty line. */
  readonly body: string;
}

/** What is asked of one case, by an actor and with instants that have been checked. */
export interface Cases {
  /** A case as it stands, or as it stood; `undefined` where there is no such folio (O-34, I-20). */
  readonly show: (folio: string, viewer: By, asOf?: AsOfInstants) => Promise<CaseView | undefined>;
  /** A text for a person, rendered now; `undefined` where there is nothing to tell. */
  readonly notice: (
    folio: string,
    kind: NoticeKind,
    viewer: By,
    language?: Language,
  ) => Promise<RenderedNotice | undefined>;
  /** A complaint as it stands, by its id. */
  readonly stateOf: (complaint: string) => Promise<ComplaintState>;
}

/** One case at a time, and the letters it gives: always from its events, so that no read model has to be there. */
export const createCases = ({ store, codec, clock, words, namespace, index }: CaseParts): Cases => {
  const read = (complaint: string, options?: ReadStreamOptions): Promise<readonly StoredEvent[]> =>
    store.read(streamName(namespace, 'complaint', complaint), options);

  const show: Cases['show'] = async (folio, viewer, asOf = {}) => {
    const found = await index.find(folio);
    if (!found.ok) return undefined;
    const { complaint } = found;
    const all = await read(complaint);
    const isNow = asOf.at === undefined && asOf.knownAt === undefined;
    const events = isNow ? all : await read(complaint, asOf);
    const file = caseFromEvents(complaint, events, found.folio);
    // Who may see is judged by how things stand today, also for the past.
    if (file === undefined) return undefined;
    const today = stateOf(all);
    return disclose(file, viewer, today, { events, isTold: toldOf(viewer, today) }, codec);
  };

  const notice: Cases['notice'] = async (folio, kind, viewer, language) => {
    const found = await index.find(folio);
    if (!found.ok) return undefined;
    const stored = await read(found.complaint);
    const matter = await matterOf(stored, viewer, { codec, words, language, now: clock() });
    const rendered = matter && notices[kind](matter);
    return rendered && (keptAsSent(rendered, matter) ?? rendered.letter);
  };

  return { show, notice, stateOf: async (complaint) => stateOf(await read(complaint)) };
};
