import { roles, type Language } from '../../complaint/vocabulary.js';
import { isInstant, millisecondsOf, type Instant } from '../../kernel/instant.js';
import type { ProviderProfile } from '../../provider/profile.js';
import { areaText } from '../board/setting.js';
import { written } from '../page/counts.js';
import { codeLabel } from '../labels/codes.js';
import { dutyLabels } from '../labels/duties.js';
import { roleLabels } from '../labels/people.js';
import { kindLabels, severityLabels } from '../labels/requests.js';
import { businessLengthText, lengthText } from '../page/lengths.js';
import { element, plain, wholePage, type Markup, type Part } from '../page/markup.js';
import { momentsOn, type Moments } from '../page/moments.js';
import { section, tiles } from '../page/parts.js';
import { nothing, table, type TableRow } from '../page/table.js';
import { workStyle } from '../page/work-style.js';
import { capitalised, inline } from '../plain-text.js';
import type { Sheet, SheetItem } from './sheet-item.js';
import { sheetWords, type SheetWords } from './words.js';
import { placeTold } from '../words/place-words.js';

interface Setting {
  readonly language: Language;
  readonly profile: Pick<ProviderProfile, 'areas'>;
  readonly moments: Moments;
  readonly words: SheetWords;
  readonly asOf: Instant;
}

const groups = ['late', 'today', 'tomorrow', 'later', 'waiting'] as const;
type Group = (typeof groups)[number];

const dueOf = ({ dueAt }: SheetItem): Instant | null => (dueAt !== null && isInstant(dueAt) ? dueAt : null);

const groupOf = (item: SheetItem, { moments }: Setting): Group => {
  const due = dueOf(item);
  if (item.deadline === 'breached') return 'late';
  if (item.deadline === 'paused' || due === null) return 'waiting';
  const days = moments.daysUntil(due);
  if (days > 1) return 'later';
  return days === 1 ? 'tomorrow' : 'today';
};

const tones: Readonly<Record<Group, string | undefined>> = {
  late: 'late',
  today: 'soon',
  tomorrow: undefined,
  later: undefined,
  waiting: undefined,
};

/** Each duty with a box to tick. */
const dutiesOf = ({ reasons }: SheetItem, { language }: Setting): Part =>
  element(
    'ul',
    { class: 'duties' },
    reasons.map((reason) =>
      plain(
        'li',
        element('span', { class: 'box', 'aria-hidden': 'true' }),
        capitalised(codeLabel(dutyLabels, reason, language)),
      ),
    ),
  );

const whatOf = ({ kind, severity }: SheetItem, { language, words }: Setting): string => {
  const grave =
    severity === 'high' || severity === 'critical' ? [words.grave(severityLabels[severity][language])] : [];
  return capitalised([...(kind === null ? [] : [kindLabels[kind][language]]), ...grave].join(', '));
};

const untilOf = (item: SheetItem, { moments, words }: Setting): string => {
  const due = dueOf(item);
  if (item.deadline === 'paused') return words.paused;
  return due === null ? words.noDeadline : capitalised(moments.deadline(due));
};

const leftOf = (item: SheetItem, { words, language, asOf }: Setting): string => {
  const due = dueOf(item);
  if (item.deadline === 'breached' && due !== null)
    return words.late(lengthText(millisecondsOf(asOf) - millisecondsOf(due), language));
  return item.remainingMs === null ? nothing : businessLengthText(item.remainingMs);
};

const whoOf = ({ holder, technician }: SheetItem, { words }: Setting): string =>
  inline(holder ?? technician ?? words.nobody);

const whereOf = (item: SheetItem, { profile, language }: Setting): string =>
  [placeTold(item.municipality ?? ''), areaText(item.area, { profile, language })]
    .filter((part) => part !== '')
    .join(' · ') || nothing;

const rowOf = (item: SheetItem, group: Group, setting: Setting): TableRow => {
  const tone = tones[group];
  return {
    id: `folio-${item.folio}`,
    ...(tone !== undefined && { tone }),
    cells: [
      [element('span', { class: 'folio' }, item.folio), plain('small', whatOf(item, setting))],
      dutiesOf(item, setting),
      element('span', { class: 'due' }, untilOf(item, setting)),
      leftOf(item, setting),
      whoOf(item, setting),
      whereOf(item, setting),
      '',
    ],
  };
};

const groupSection = (group: Group, items: readonly SheetItem[], setting: Setting): readonly Markup[] => {
  const { columns, groups: names } = setting.words;
  const heading = `${names[group]}: ${written(items.length)}`;
  if (items.length === 0) return [];
  const titles = [
    columns.folio,
    columns.todo,
    columns.until,
    columns.left,
    columns.who,
    columns.where,
    columns.notes,
  ];
  return [
    section(
      group,
      heading,
      '',
      table({
        caption: heading,
        isCaptionQuiet: true,
        columns: titles.map((title) => ({ title, isBlank: title === columns.notes })),
        rows: items.map((item) => rowOf(item, group, setting)),
      }),
    ),
  ];
};

/** Whose work it is: a role, the supervisors, everybody, or an area. */
const ownerOf = (queue: string, { words, profile, language }: Setting): string => {
  if (queue === 'all') return words.everybody;
  if (queue === 'supervisor') return words.supervisor;
  const role = roles.find((each) => each === queue);
  return role === undefined
    ? areaText(queue, { profile, language })
    : capitalised(roleLabels[role][language]);
};

/**
 * The sheet that the work of a day begins with: what has to be done, until when, by whom and where, with boxes to tick; one
 * page that stands by itself, for a phone or for A4 paper. Everything that comes from a store or a profile is escaped.
 */
export const queueHtml = (
  { queue, person, asOf, items, total }: Sheet,
  profile: Pick<ProviderProfile, 'name' | 'zone' | 'areas' | 'language'>,
  { language = profile.language }: { readonly language?: Language } = {},
): string => {
  const words = sheetWords[language];
  const setting: Setting = {
    ...{ language, profile, words, asOf },
    moments: momentsOn(asOf, profile.zone, language),
  };
  const owner = ownerOf(queue, setting);
  const byGroup = groups.map(
    (group) => [group, items.filter((item) => groupOf(item, setting) === group)] as const,
  );
  const isCut = items.length < total;
  const body: readonly Part[] = [
    plain(
      'header',
      element('p', { class: 'house' }, profile.name),
      plain('h1', `${words.title}: ${owner}`),
      plain('p', words.asOf(setting.moments.whole(asOf))),
      ...(person === undefined ? [] : [plain('p', words.of(inline(person)))]),
    ),
    plain(
      'main',
      tiles([
        ...byGroup.map(([group, inIt]) => ({
          word: words.groups[group],
          figure: written(inIt.length),
          note: isCut ? words.ofListed(written(items.length)) : '',
          ...(inIt.length > 0 && tones[group] !== undefined && { tone: tones[group] }),
        })),
        {
          word: words.all,
          figure: written(total),
          note: '',
        },
      ]),
      ...(isCut
        ? [element('p', { class: 'hint' }, words.listed(written(items.length), written(total)))]
        : []),
      ...(items.length === 0 ? [plain('p', words.none)] : [element('p', { class: 'hint' }, words.leftHint)]),
      ...byGroup.flatMap(([group, inIt]) => groupSection(group, inIt, setting)),
    ),
  ];
  return wholePage({
    language: { es: 'es-MX', en: 'en' }[language],
    title: `${words.title}: ${owner}`,
    style: workStyle,
    body,
  });
};
