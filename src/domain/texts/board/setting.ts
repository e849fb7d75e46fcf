import type { Language } from '../../complaint/vocabulary.js';
import type { BoardItem } from '../../board/board-case.js';
import type { BoardSide } from '../../board/board.js';
import type { Rate } from '../../board/figures.js';
import type { Instant } from '../../kernel/instant.js';
import type { ProviderProfile } from '../../provider/profile.js';
import { causeLabels } from '../labels/causes.js';
import { codeLabel } from '../labels/codes.js';
import { channelLabels, kindLabels } from '../labels/requests.js';
import { plain, type Part } from '../page/markup.js';
import { momentsOn, type Moments } from '../page/moments.js';
import { nothing } from '../page/table.js';
import { capitalised, inline } from '../plain-text.js';
import { withoutLabels } from './labels.js';
import { englishBoard } from './words-en.js';
import { spanishBoard } from './words-es.js';
import type { BoardWords } from './words.js';
import { written } from '../page/counts.js';
import { placeTold } from '../words/place-words.js';

/** What every part of the board is written with. */
export interface BoardSetting {
  readonly language: Language;
  readonly profile: Pick<ProviderProfile, 'name' | 'zone' | 'areas'>;
  readonly moments: Moments;
  readonly words: BoardWords;
  /** The instant of the numbers. */
  readonly asOf: Instant;
}

export const boardSetting = (
  profile: BoardSetting['profile'],
  asOf: Instant,
  language: Language,
): BoardSetting => ({
  language,
  profile,
  moments: momentsOn(asOf, profile.zone, language),
  words: { es: spanishBoard, en: englishBoard }[language],
  asOf,
});

/** `93.2 %`; a dash of nothing. */
export const percentText = (percent: number | null): string =>
  percent === null ? '–' : `${String(Math.round(percent * 10) / 10)} %`;

/** A part of a whole, with both numbers: `93.2 %`, and below it `41 de 44`. */
export const ratePart = ({ count, of, percent }: Rate, { words }: BoardSetting): Part =>
  of === 0 ? nothing : [percentText(percent), plain('small', words.share(written(count), written(of)))];

/** What the provider calls an area; one that it names no longer, by its id in words. */
export const areaText = (
  area: string | null,
  { profile, language }: { readonly profile: Pick<ProviderProfile, 'areas'>; readonly language: Language },
): string => {
  if (area === null) return '';
  const known = profile.areas.find(({ id }) => id === area);
  return known === undefined ? codeLabel({}, area, language) : known.label[language];
};

const labelled = (side: BoardSide, value: string, setting: BoardSetting): string => {
  const { language } = setting;
  switch (side) {
    case 'area':
      return areaText(value, setting);
    case 'kind':
      return codeLabel(kindLabels, value, language);
    case 'channel':
      return codeLabel(channelLabels, value, language);
    case 'cause':
      return codeLabel(causeLabels, value, language);
    case 'technician':
      return inline(value);
    case 'municipality':
      return placeTold(value);
  }
};

/** What a value of a side is called. */
export const valueText = (side: BoardSide, value: string | null, setting: BoardSetting): string => {
  if (value === null) return withoutLabels[side][setting.language];
  const text = labelled(side, value, setting);
  return side === 'technician' || side === 'municipality' ? text : capitalised(text);
};

/** What a request is, as a heading of its row has it. */
export const kindText = ({ kind }: Pick<BoardItem, 'kind'>, { language }: BoardSetting): string =>
  kind === null ? '' : capitalised(kindLabels[kind][language]);
