import { isForParties } from '../../complaint/disclosure/table.js';
import type { ComplaintEvents, ComplaintEventType } from '../../complaint/events.js';
import type { Language } from '../../complaint/vocabulary.js';
import type { Instant } from '../../kernel/instant.js';
import { datesIn } from '../dates.js';
import { eventLabels } from '../labels/events.js';
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
    /** What a person said or wrote there; `null` where it was erased. */
    readonly said?: Opened;
  };
}[T];

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
  const what = eventLabels[entry.type][language];
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
