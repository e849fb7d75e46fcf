import { weekdays, type Weekday } from '../sla/week.js';

/** A piece of opening hours as people write them. `text` is what they wrote. */
export type Token =
  | { readonly kind: 'days'; readonly text: string; readonly days: readonly Weekday[] }
  | { readonly kind: 'time'; readonly text: string; readonly clock: string }
  | { readonly kind: 'all-day' | 'to' | 'and' | 'next-day' | 'closed' | 'unknown'; readonly text: string };

const dayNames: Readonly<Record<Weekday, string>> = {
  mon: 'lunes|lun|mondays?|mon',
  tue: 'martes|mar|tuesdays?|tues?',
  wed: 'miercoles|mie|wednesdays?|wed',
  thu: 'jueves|jue|thursdays?|thurs?|thu',
  fri: 'viernes|vie|fridays?|fri',
  sat: 'sabados?|sab|saturdays?|sat',
  sun: 'domingos?|dom|sundays?|sun',
};

const everyDay =
  'todos los dias|diariamente|diario|every ?day|daily|(?:365|7) (?:dias|days)(?: (?:del|al|a la|of the|a|per) (?:ano|year|semana|week))?';

type Made = (text: string, written: string) => readonly Token[];

const one =
  (kind: 'all-day' | 'to' | 'and' | 'next-day' | 'closed' | 'unknown'): Made =>
  (_, text) => [{ kind, text }];
const days =
  (of: readonly Weekday[]): Made =>
  (_, text) => [{ kind: 'days', text, days: of }];

/** What the words mean, the longer ones first. Each pattern is tried where the last one ended. */
const vocabulary: readonly (readonly [pattern: string, made: Made])[] = [
  [
    String.raw`24 ?/ ?(?:7|365)(?!\d)`,
    (_, text) => [
      { kind: 'all-day', text },
      { kind: 'days', text, days: weekdays },
    ],
  ],
  ['24 ?(?:horas|hours|hrs|hs|h)(?: (?:del|al|of the|a|per) (?:dia|day))?\\b', one('all-day')],
  [`(?:${everyDay})\\b`, days(weekdays)],
  ['(?:entre semana|weekdays)\\b', days(weekdays.slice(0, 5))],
  ['(?:fin(?:es)? de semana|weekends?)\\b', days(weekdays.slice(5))],
  ['(?:del (?:dia siguiente|siguiente dia|otro dia)|(?:the )?(?:next|following) day)\\b', one('next-day')],
  ...weekdays.map((day) => [String.raw`(?:${dayNames[day]})\b\.?`, days([day])] as const),
  ['(?:cerrado|closed)\\b', one('closed')],
  [
    String.raw`\d+(?:[:.h]\d+)*(?: ?(?:[ap]\. ?m\b\.?|[ap]m\b))?`,
    (clock, text) => [{ kind: 'time', text, clock }],
  ],
  ['(?:hasta las|hasta|a las|al|a|to|until|till|through|thru)\\b|[-–—]', one('to')],
  ['(?:y|e|and)\\b|[,;.&]', one('and')],
  [
    '(?:de|del|desde|en|un|el|la|las|los|horario|atencion|abierto|disponibles?|dias?|horas?|hrs?|hs?|from|on|at|the|open|hours?)\\b|[\\s:()*]+',
    () => [],
  ],
  ['[a-z0-9]+|.', one('unknown')],
];

/** All of it as one pattern, a group each: what stands at a place is the first that fits. */
const anyWord = new RegExp(vocabulary.map(([pattern]) => `(${pattern})`).join('|'), 'gsu');

/** Letters without accents, in small. As long as the text itself, so that places in both are the same. */
const plain = (text: string): string =>
  Array.from(text, (character) => {
    const letter = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return letter.length === character.length ? letter : character;
  }).join('');

/** `24 h` behind «9:00 a» is a time of day, not the whole day. */
const asTime = (token: Token, before: readonly Token[]): Token =>
  token.kind === 'all-day' && before.at(-1)?.kind === 'to' && before.at(-2)?.kind === 'time'
    ? { kind: 'time', text: token.text, clock: '24:00' }
    : token;

/** The words of opening hours, in order; those that say nothing are left out. */
export const tokensOf = (text: string): readonly Token[] => {
  const original = text.normalize('NFC');
  const small = plain(original);
  const tokens: Token[] = [];
  for (const { index, 0: found, ...groups } of small.matchAll(anyWord)) {
    const [, made] = vocabulary.find((_, place) => groups[place + 1] !== undefined) ?? [];
    const written = original.slice(index, index + found.length);
    for (const token of made?.(found, written) ?? []) tokens.push(asTime(token, tokens));
  }
  return tokens;
};
