import type { WordSort } from '../../../domain/complaint/vocabulary.js';
import type { ProviderProfile } from '../../../domain/provider/profile.js';
import type { Bilingual, Labels } from '../../../domain/texts/language.js';
import { sharedVocabulary } from '../../../domain/texts/labels/vocabulary.js';
import { readWord } from '../../../domain/texts/words/read-word.js';
import { done, type ExitStatus } from '../exit-status.js';
import { choiceInvalid } from '../flags/option-values.js';
import type { Given } from '../program/subcommand.js';
import { eventNames, eventTypes } from '../reading/event-names.js';
import { hasStore, providerOf } from '../session/places.js';
import { profileAsNamed } from '../session/profile-as-named.js';
import { printJson, type Session } from '../session/session.js';
import { withQuejas } from '../session/with-quejas.js';
import { renderTable } from '../terminal/table.js';

/** A list of words that can be asked for. */
export type WordList = WordSort | 'events';

const listLabels: Labels<WordList> = {
  causes: { es: 'causas', en: 'causes' },
  actions: { es: 'correcciones', en: 'actions' },
  grounds: { es: 'fundamentos', en: 'grounds' },
  procedures: { es: 'trámites', en: 'procedures' },
  events: { es: 'eventos', en: 'events' },
};

const titles = {
  es: ['Lista', 'Nombre', 'De quién', 'Código'],
  en: ['List', 'Name', 'Whose', 'Code'],
} as const;

const whose = {
  own: { es: 'del proveedor', en: "the provider's" },
  shared: { es: 'de todos', en: 'of all' },
} as const;

/** The provider that is named, else the one of the store; none where there is neither. */
const profileOf = async (session: Session): Promise<Pick<ProviderProfile, 'vocabulary'>> => {
  const named = providerOf(session);
  if (named !== undefined) return profileAsNamed(named);
  if (!hasStore(session)) return {};
  return withQuejas(session, 'read', (quejas) => Promise.resolve(quejas.provider), { readsRows: false });
};

interface Word extends Bilingual {
  readonly code: string;
  readonly own: boolean;
}

/** The words of a list, the provider's own first: they come before those that every provider has. */
const wordsOf = (
  list: WordList,
  { vocabulary = {} }: Pick<ProviderProfile, 'vocabulary'>,
): readonly Word[] => {
  if (list === 'events') return eventTypes.map((code) => ({ code, ...eventNames[code], own: false }));
  const own = vocabulary[list] ?? {};
  const shared = Object.entries(sharedVocabulary[list]).filter(([code]) => !Object.hasOwn(own, code));
  return [
    ...Object.entries(own).map(([code, label]) => ({ code, ...label, own: true })),
    ...shared.map(([code, label]) => ({ code, ...label, own: false })),
  ];
};

const listMeant = (text: string, lists: readonly WordList[]): WordList => {
  const list = readWord(lists, listLabels, text);
  if (list === undefined) throw choiceInvalid('words', text, lists, listLabels);
  return list;
};

/** Lists what causes, actions, grounds, procedures and events are called. Throws `choice-invalid`. */
export const runWords = async (
  session: Session,
  { operand }: Given,
  all: readonly WordList[],
): Promise<ExitStatus> => {
  const profile = await profileOf(session);
  const asked = operand === undefined ? all : [listMeant(operand, all)];
  const lists = asked.map((list) => ({ list, words: wordsOf(list, profile) }));
  const { language, space } = session;
  if (session.json)
    await printJson(session, Object.fromEntries(lists.map(({ list, words }) => [list, words])));
  else
    await session.out.write(
      await renderTable(
        space,
        titles[language].map((title, place) => ({ title, rank: place === 2 ? 1 : 0 })),
        lists.flatMap(({ list, words }) =>
          words.map((word) => [
            listLabels[list][language],
            word[language],
            whose[word.own ? 'own' : 'shared'][language],
            word.code,
          ]),
        ),
      ),
    );
  return done;
};
