import type { Board } from '../../board/board.js';
import type { Rate } from '../../board/figures.js';
import { pauseLabels } from '../labels/work.js';
import { written as money } from '../amounts.js';
import { barChart, legend, pairChart } from '../page/charts.js';
import { lengthText } from '../page/lengths.js';
import { element, plain, type Markup } from '../page/markup.js';
import { shortDay } from '../page/moments.js';
import { folded, section, tiles } from '../page/parts.js';
import { table } from '../page/table.js';
import { capitalised } from '../plain-text.js';
import { written } from '../page/counts.js';
import { percentText, type BoardSetting } from './setting.js';

const shownWeeks = 13;
/** So many names stand under the chart at most: more would run into one another on a phone. */
const namedAtMost = 5;

/** What came in and went out, in the last weeks. */
export const flow = ({ weeks }: Board, { words, language }: BoardSetting): Markup => {
  const { columns, headings, hints, nothing } = words;
  const last = weeks.slice(-shownWeeks);
  if (last.length === 0) return section('flow', headings.flow, '', plain('p', nothing.measures));
  const earlier = weeks.length - last.length;
  const namedEvery = Math.ceil(last.length / namedAtMost);
  const tones = ['two', 'one', 'four'] as const;
  return section(
    'flow',
    headings.flow,
    hints.flow,
    plain(
      'figure',
      legend([
        { tone: tones[0], word: columns.filed },
        { tone: tones[1], word: columns.ended },
        { tone: tones[2], word: columns.openThen },
      ]),
      pairChart({
        label: headings.flow,
        tones,
        pairs: last.map(({ week, filed, ended, open }, place) => ({
          name: (last.length - 1 - place) % namedEvery === 0 ? shortDay(week, language) : '',
          left: filed,
          right: ended,
          point: open,
        })),
      }),
    ),
    folded(
      undefined,
      words.table,
      table({
        caption: headings.flow,
        isCaptionQuiet: true,
        columns: [
          { title: columns.week },
          ...[columns.filed, columns.ended, columns.reopened, columns.openThen].map((title) => ({
            title,
            isNumber: true,
          })),
        ],
        rows: last.toReversed().map(({ week, filed, ended, reopened, open }) => ({
          cells: [shortDay(week, language, true), ...[filed, ended, reopened, open].map(written)],
        })),
      }),
    ),
    ...(earlier > 0 ? [element('p', { class: 'hint' }, words.earlierWeeks(written(earlier)))] : []),
  );
};

/** What share was reopened, upheld and escalated, each with its denominator. */
export const quality = (board: Board, { words }: BoardSetting): Markup => {
  const { headings, hints, rates, ofRates } = words;
  const names = ['reopened', 'upheld', 'escalated'] as const;
  const rateOf = (name: (typeof names)[number]): Rate => board[name];
  return section(
    'quality',
    headings.quality,
    hints.quality,
    tiles(
      names.map((name) => {
        const { count, of, percent } = rateOf(name);
        return {
          word: rates[name],
          figure: percentText(percent),
          note: `${written(count)} ${ofRates[name](written(of))}`,
        };
      }),
    ),
  );
};

/** Why clocks were paused, and for how long. */
export const pauses = ({ pauses: all }: Board, { words, language }: BoardSetting): Markup => {
  const { columns, headings, hints, nothing } = words;
  if (all.length === 0) return section('pauses', headings.pauses, hints.pauses, plain('p', nothing.pauses));
  const byTime = all.toSorted((a, b) => b.totalMs - a.totalMs);
  return section(
    'pauses',
    headings.pauses,
    hints.pauses,
    plain(
      'figure',
      barChart({
        label: headings.pauses,
        whole: Math.max(...all.map(({ totalMs }) => totalMs)),
        bars: byTime.map(({ reason, totalMs }) => ({
          name: capitalised(pauseLabels[reason][language]),
          told: lengthText(totalMs, language),
          parts: [{ value: totalMs, tone: 'one' }],
        })),
      }),
    ),
    table({
      caption: headings.pauses,
      isCaptionQuiet: true,
      columns: [
        { title: columns.reason },
        ...[columns.requests, columns.pauses, columns.lasting, columns.time].map((title) => ({
          title,
          isNumber: true,
        })),
      ],
      rows: byTime.map(({ reason, complaints, pauses: count, lasting, totalMs }) => ({
        cells: [
          capitalised(pauseLabels[reason][language]),
          ...[complaints, count, lasting].map(written),
          lengthText(totalMs, language),
        ],
      })),
    }),
  );
};

/** What was granted and credited, by currency. */
export const paid = ({ compensation }: Board, { words }: BoardSetting): Markup => {
  const { columns, headings, hints, nothing } = words;
  return section(
    'paid',
    headings.paid,
    hints.paid,
    compensation.length === 0
      ? plain('p', nothing.paid)
      : [
          plain(
            'figure',
            barChart({
              label: headings.paid,
              whole: 100,
              bars: compensation.map(({ currency, granted, credited }) => ({
                name: currency,
                told: words.share(
                  money({ amount: credited, currency }),
                  money({ amount: granted, currency }),
                ),
                parts: [{ value: granted <= 0 ? 0 : (credited * 100) / granted, tone: 'one' }],
              })),
            }),
          ),
          table({
            caption: headings.paid,
            isCaptionQuiet: true,
            columns: [
              { title: columns.currency },
              ...[columns.requests, columns.granted, columns.credited].map((title) => ({
                title,
                isNumber: true,
              })),
            ],
            rows: compensation.map(({ currency, complaints, granted, credited }) => ({
              cells: [
                currency,
                written(complaints),
                money({ amount: granted, currency }),
                money({ amount: credited, currency }),
              ],
            })),
          }),
        ],
  );
};
