import type { Board } from '../../board/board.js';
import type { Language } from '../../complaint/vocabulary.js';
import type { Instant } from '../../kernel/instant.js';
import type { ProviderProfile } from '../../provider/profile.js';
import { element, plain, toPlace, wholePage, type Markup } from '../page/markup.js';
import { workStyle } from '../page/work-style.js';
import { flow, paid, pauses, quality } from './course.js';
import { attention, openFolios } from './folios.js';
import { deadlinesMet, lengths } from './performance.js';
import { boardSetting } from './setting.js';
import { sides } from './sides.js';
import { glance, glanceFolios, standing } from './standing.js';

/** The numbers of the board at an instant, as `sla` answers them. */
export interface BoardView extends Board {
  /** The instant of the answer. */
  readonly asOf: Instant;
}

/** How the page of the board is written. */
export interface BoardPageOptions {
  /** Default: the language that the provider serves its users in. */
  readonly language?: Language;
  /** By what was known when, where that is not all that is stored. */
  readonly knownAt?: Instant;
}

/** In the order of the page, what its contents lead to. */
const places = [
  'first',
  'standing',
  'deadlines',
  'lengths',
  'flow',
  'quality',
  'pauses',
  'paid',
  'sides',
  'folios',
] as const;

/**
 * The board as one page that stands by itself: no network, no script, light and dark, from a phone to A4 paper. It begins
 * with what needs attention, and every number leads to its folios, as many as the view names. Everything that comes from a
 * store or a profile is escaped.
 */
export const boardHtml = (
  view: BoardView,
  profile: Pick<ProviderProfile, 'name' | 'zone' | 'areas' | 'language'>,
  { language = profile.language, knownAt }: BoardPageOptions = {},
): string => {
  const setting = boardSetting(profile, view.asOf, language);
  const { words, moments } = setting;
  const known = knownAt === undefined ? '' : `, ${words.known(moments.whole(knownAt))}`;
  const contents: Markup = element(
    'nav',
    { 'aria-label': words.contents },
    plain(
      'ul',
      places.map((place) => plain('li', toPlace(place, words.headings[place]))),
    ),
  );
  return wholePage({
    language: { es: 'es-MX', en: 'en' }[language],
    title: `${words.title}: ${profile.name}`,
    style: workStyle,
    body: [
      plain(
        'header',
        element('p', { class: 'house' }, profile.name),
        plain('h1', words.title),
        plain('p', `${words.asOf(moments.whole(view.asOf))}${known}`),
      ),
      contents,
      plain(
        'main',
        glance(view, setting),
        attention(view, setting, glanceFolios(view, setting)),
        standing(view, setting),
        deadlinesMet(view, setting),
        lengths(view, setting),
        flow(view, setting),
        quality(view, setting),
        pauses(view, setting),
        paid(view, setting),
        sides(view, setting),
        openFolios(view, setting),
      ),
    ],
  });
};
