import { isForParties } from '../../complaint/disclosure/table.js';
import type { ComplaintEvents, ComplaintEventType } from '../../complaint/events.js';
import type { Capacity } from '../../complaint/parties/messages.js';
import type { Language } from '../../complaint/vocabulary.js';
import type { Instant } from '../../kernel/instant.js';
import { datesIn } from '../dates.js';
import { eventLabels } from '../labels/events.js';
import { capacityLabels } from '../labels/people.js';
import { quoted, sentence } from '../plain-text.js';
import type { Opened } from '../letters/setting.js';
import { readable } from '../letters/phrases.js';
import { sharedVocabulary, type Vocabulary } from '../labels/vocabulary.js';
import { detailOf } from './details.js';

/** One event of the history of a complaint, with what was opened of it for this reader. */
export type HistoryEntry<T extends ComplaintEventType = ComplaintEventType> = {
  [K in T]: {
    readonly type: K;
    readonly data: ComplaintEvents[K];
    readonly occurredAt: Instant;
    /** When it was recorded; a correction tells it beside the time of what it corrects. */
    readonly recordedAt?: Instant;
    /** Of a withdrawal: who took the request back, and in what capacity who acts for another (default: the user). */
    readonly by?: WithdrawnBy;
    /** What a person said or wrote there; `null` where it was erased. */
    readonly said?: Opened;
  };
}[T];

/** Who took a request back: the user it is about, who reported it, or who acts for one of them. */
export type WithdrawnBy =
  { readonly kind: 'user' | 'reporter' } | { readonly kind: 'representative'; readonly capacity?: Capacity };

const asWord = { es: 'como', en: 'as' } as const;

const withdrawn = {
  user: eventLabels.Withdrawn,
  reporter: { es: 'Desistió quien presentó la solicitud', en: 'The one who filed the request withdrew it' },
  representative: {
    es: 'Desistió, en nombre del usuario, quien le representa',
    en: 'The user’s representative withdrew the request',
  },
} as const;

/** What happened, and of a withdrawal whose it was. */
const whatHappened = ({ type, by }: HistoryEntry, language: Language): string => {
  if (type !== 'Withdrawn' || by === undefined) return eventLabels[type][language];
  const who = withdrawn[by.kind][language];
  return by.kind === 'representative' && by.capacity !== undefined && by.capacity !== 'other'
    ? `${who}, ${asWord[language]} ${capacityLabels[by.capacity][language]}`
    : who;
};

/** What goes with a fact, in brackets; what has brackets of its own stands behind a colon. */
const beside = (detail: string | undefined): string => {
  if (detail === undefined) return '';
  return detail.includes('(') ? `: ${detail}` : ` (${detail})`;
};

/** One line of a history: when, what, and what is worth knowing of it. */
export const historyLine = (
  entry: HistoryEntry,
  zone: string,
  language: Language,
  vocabulary: Vocabulary = sharedVocabulary,
): string => {
  const dates = datesIn(zone, language);
  const { occurredAt, recordedAt = occurredAt } = entry;
  const isLate = dates.moment(recordedAt) !== dates.moment(occurredAt);
  const detail = detailOf(entry, {
    language,
    dates,
    vocabulary,
    ...(isLate && { correctedAt: recordedAt }),
  });
  const what = whatHappened(entry, language);
  const line = sentence(`- ${dates.moment(occurredAt)}: ${what}${beside(detail)}`);
  return entry.said === undefined ? line : `${line}\n${quoted(readable(entry.said, language))}`;
};

/** What a user may see of a history, in the order in which it happened. */
export const historyFor = (
  entries: readonly HistoryEntry[],
  zone: string,
  language: Language,
  vocabulary: Vocabulary = sharedVocabulary,
): readonly string[] =>
  entries
    .filter(isForParties)
    .toSorted((a, b) => Number(a.occurredAt > b.occurredAt) - Number(a.occurredAt < b.occurredAt))
    .map((entry) => historyLine(entry, zone, language, vocabulary));
