import type { HistoryItem, Unread } from '../../../queries/case-file.js';
import { eventLabels } from '../../../domain/texts/labels/events.js';
import { fieldLabels } from '../../../domain/texts/labels/fields.js';
import { actorTold } from '../../../domain/texts/labels/house-actors.js';
import { roleLabels } from '../../../domain/texts/labels/people.js';
import type { ProviderProfile } from '../../../domain/provider/profile.js';
import { isImport } from '../../../application/schema/import-source.js';
import type { Language } from '../../../domain/complaint/vocabulary.js';
import { factsTold } from '../../../domain/texts/facts/facts-told.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import type { Session } from '../session/session.js';
import { renderTable } from '../terminal/table.js';
import { momentsFor } from './moments.js';
import { wordsFor } from './words.js';

const titles = {
  es: ['N.º', 'Cuándo', 'Qué', 'Quién', 'Papel'],
  en: ['No.', 'When', 'What', 'Who', 'Role'],
} as const;

const personalTitles = {
  es: ['N.º', 'De quién', 'Dato', 'Valor'],
  en: ['No.', 'Whose', 'What', 'Value'],
} as const;

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
  const word = wordsFor(language);
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

const byImport: Bilingual = { es: 'lo trajo una importación', en: 'an import brought it' };
const filledByImport: Bilingual = {
  es: 'lo supuso la importación: el archivo no lo dice',
  en: 'the import filled it in: the log does not say it',
};

/** Whether an import brought a fact, and whether its log told it or its mapping filled it in. */
const imported = (source: string | undefined, language: Language): readonly string[] =>
  isImport(source) ? [(source.endsWith(':filled') ? filledByImport : byImport)[language]] : [];

/** What happened, and everything that is told of it. */
const happened = (what: string, facts: readonly string[]): string =>
  facts.length === 0 ? what : `${what}. ${facts.join('; ')}`;

/** What happened, for a person's eye. */
export const historyText = async (
  session: Session,
  history: readonly HistoryItem[],
  provider: Pick<ProviderProfile, 'zone' | 'areas'>,
): Promise<string> => {
  const { language, space } = session;
  if (history.length === 0) return '';
  const moment = momentsFor(provider.zone, language);
  const word = wordsFor(language);
  const table = await renderTable(
    space,
    titles[language].map((title, place) => ({ title, rank: Math.max(0, place - 2) })),
    history.map(({ revision, occurredAt, type, actor, role, data, source }) => [
      String(revision),
      moment(occurredAt),
      happened(word(eventLabels, type), [
        ...factsTold(type, data, { ...provider, language }),
        ...imported(source, language),
      ]),
      actorTold(role, actor, language),
      word(roleLabels, role),
    ]),
  );
  return table + (await personalText(session, history));
};
