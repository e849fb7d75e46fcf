import type { HistoryItem } from '../../../application/ports/case-file.js';
import { eventLabels } from '../../../domain/texts/labels/events.js';
import { roleLabels } from '../../../domain/texts/labels/people.js';
import { inline } from '../../../domain/texts/plain-text.js';
import type { Session } from '../session/session.js';
import { renderTable } from '../terminal/table.js';
import { momentsFor } from './moments.js';
import { wordsFor } from './words.js';

const titles = {
  es: ['#', 'Cuándo', 'Qué', 'Quién', 'Papel'],
  en: ['#', 'When', 'What', 'Who', 'Role'],
} as const;

/** What was opened for this viewer: `3 s-1 description: …`. */
const personalLines = (history: readonly HistoryItem[]): readonly string[] =>
  history.flatMap(({ revision, personal = {} }) =>
    Object.entries(personal).flatMap(([person, values]) =>
      Object.entries(values).map(
        ([field, value]) =>
          `${revision}\t${inline(person)}\t${inline(field)}\t${inline(typeof value === 'string' ? value : JSON.stringify(value))}\n`,
      ),
    ),
  );

/** What happened, for a person's eye. */
export const historyText = async (
  { language, space }: Session,
  history: readonly HistoryItem[],
  zone: string,
): Promise<string> => {
  if (history.length === 0) return '';
  const moment = momentsFor(space.isTTY, zone);
  const word = wordsFor(space.isTTY, language);
  const table = await renderTable(
    space,
    titles[language].map((title, place) => ({ title, rank: place === 4 ? 1 : 0 })),
    history.map(({ revision, occurredAt, type, actor, role }) => [
      String(revision),
      moment(occurredAt),
      word(eventLabels, type),
      actor,
      word(roleLabels, role),
    ]),
  );
  return table + personalLines(history).join('');
};
