import type { HistoryItem, Unread } from '../../../queries/case-file.js';
import { eventLabels } from '../../../domain/texts/labels/events.js';
import { fieldLabels } from '../../../domain/texts/labels/fields.js';
import { roleLabels } from '../../../domain/texts/labels/people.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import type { Session } from '../session/session.js';
import { renderTable } from '../terminal/table.js';
import { momentsFor } from './moments.js';
import { wordsFor } from './words.js';

const titles = {
  es: ['#', 'Cuándo', 'Qué', 'Quién', 'Papel'],
  en: ['#', 'When', 'What', 'Who', 'Role'],
} as const;

const personalTitles = {
  es: ['#', 'De quién', 'Dato', 'Valor'],
  en: ['#', 'Whose', 'What', 'Value'],
} as const;

/** The processes of the house, which act as the system; any other actor is told by its pseudonym. */
const processNames: Readonly<Record<string, Bilingual>> = {
  deadlines: { es: 'plazos', en: 'deadlines' },
  'link-repeats': { es: 'reportes repetidos', en: 'repeated requests' },
  'keep-one-alive': { es: 'solicitudes duplicadas', en: 'duplicate requests' },
};

/** Why a person's values cannot be read. */
const unread: Readonly<Record<Unread, Bilingual>> = {
  destroyed: {
    es: '(suprimido para proteger datos personales)',
    en: '(erased to protect personal data)',
  },
  'key-missing': {
    es: '(falta la llave con que se selló: revise --keys)',
    en: '(the key it was sealed with is missing: check --keys)',
  },
  'ciphertext-invalid': { es: '(lo sellado está dañado)', en: '(what was sealed is damaged)' },
};

/** What was opened for this viewer, a value a row. */
const personalText = ({ language, space }: Session, history: readonly HistoryItem[]): Promise<string> => {
  const word = wordsFor(space.isTTY, language);
  const rows = history.flatMap(({ revision, personal = {}, unreadable = {} }) => [
    ...Object.entries(personal).flatMap(([person, values]) =>
      Object.entries(values).map(([field, value]) => [
        String(revision),
        person,
        word(fieldLabels, field),
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    ),
    ...Object.entries(unreadable).map(([person, why]) => [
      String(revision),
      person,
      '—',
      unread[why][language],
    ]),
  ]);
  return rows.length === 0
    ? Promise.resolve('')
    : renderTable(
        space,
        personalTitles[language].map((title) => ({ title })),
        rows,
      );
};

/** What happened, for a person's eye. */
export const historyText = async (
  session: Session,
  history: readonly HistoryItem[],
  zone: string,
): Promise<string> => {
  const { language, space } = session;
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
      role === 'system' ? word(processNames, actor) : actor,
      word(roleLabels, role),
    ]),
  );
  return table + (await personalText(session, history));
};
