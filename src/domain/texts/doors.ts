import { atDoor } from '../kernel/door.js';
import { written as writtenInside } from './amounts.js';
import { boardHtml as boardHtmlInside } from './board/board-html.js';
import { certificate as certificateInside } from './certificate/certificate.js';
import { historyFor as historyForInside, historyLine as historyLineInside } from './certificate/history.js';
import { explanationOf as explanationOfInside } from './deadlines/explanation.js';
import { statusInWords as statusInWordsInside } from './labels/standing.js';
import {
  labelOf as labelOfInside,
  vocabularyOf as vocabularyOfInside,
  wordText as wordTextInside,
} from './labels/vocabulary.js';
import { answerLetter as answerLetterInside } from './letters/answer.js';
import { cancellationNotice as cancellationNoticeInside } from './letters/cancellation-notice.js';
import { finalNotice as finalNoticeInside } from './letters/final-notice.js';
import { folioNotice as folioNoticeInside } from './letters/folio-notice.js';
import { furtherNotice as furtherNoticeInside } from './letters/further-notice.js';
import {
  confirmationNotice as confirmationNoticeInside,
  informationNotice as informationNoticeInside,
} from './letters/question-notice.js';
import { visitNotice as visitNoticeInside } from './letters/visit-notice.js';
import { visitOffNotice as visitOffNoticeInside } from './letters/visit-off-notice.js';
import { procedureHtml as procedureHtmlInside } from './procedure/procedure-html.js';
import { procedureText as procedureTextInside } from './procedure/procedure-text.js';
import { procedureOf as procedureOfInside } from './procedure/procedure.js';
import { providerWords as providerWordsInside } from './provider/provider-words.js';
import { queueHtml as queueHtmlInside } from './sheet/queue-html.js';

const letter = { setting: ['provider', 'language', 'to'], given: 'object' } as const;
const inZone = { zone: 'text', language: 'language' } as const;
const word = { vocabulary: 'object', sort: 'text', code: 'text', language: 'language' } as const;
const page = ['name', 'zone', 'areas', 'language'] as const;

/** The answer to an inquiry, a suggestion or a procedure (O-02, O-03, O-05, O-06). */
export const answerLetter = atDoor('answerLetter', answerLetterInside, letter);

/** The cancellation, the date from which nothing is charged, and its number (O-06; Carta de derechos, 9). */
export const cancellationNotice = atDoor('cancellationNotice', cancellationNoticeInside, letter);

/** The *constancia*: the request and all that a user may see of its history (Carta de derechos, 23; O-34, O-35). */
export const certificate = atDoor('certificate', certificateInside, letter);

/** Asks the user whether the service is back (O-26). */
export const confirmationNotice = atDoor('confirmationNotice', confirmationNoticeInside, letter);

/**
 * The final notice: causes, *procedencia o improcedencia*, and whether the service is restored (O-24, O-25, O-26),
 * told as they were recorded (I-11), with the compensation and, where dismissed, the next instance (I-10).
 */
export const finalNotice = atDoor('finalNotice', finalNoticeInside, letter);

/** Makes the folio known to the user (O-17), and the right to a certificate (Carta de derechos, 23). */
export const folioNotice = atDoor('folioNotice', folioNoticeInside, letter);

/**
 * What came of a request beside its final word, with the next instance and the right to have it reopened: an ending of
 * another kind, a compensation, an agreement, a resolution that was carried out, an answer over personal data, that the
 * ending stands (I-10, I-11, I-16, I-17).
 */
export const furtherNotice = atDoor('furtherNotice', furtherNoticeInside, letter);

/** Asks the user for what is needed to go on (I-15). */
export const informationNotice = atDoor('informationNotice', informationNoticeInside, letter);

/** Tells the user of the visit, before its window (O-30, I-14). */
export const visitNotice = atDoor('visitNotice', visitNoticeInside, letter);

/** Tells the user that a visit was called off, or why it did not take place (O-29, O-30). */
export const visitOffNotice = atDoor('visitOffNotice', visitOffNoticeInside, letter);

/** What a user may see of a history, in the order in which it happened. */
export const historyFor = atDoor('historyFor', historyForInside, {
  entries: 'list',
  ...inZone,
  'vocabulary?': 'object',
});

/** One line of a history: when, what, and what is worth knowing of it. */
export const historyLine = atDoor('historyLine', historyLineInside, {
  entry: ['type', 'occurredAt'],
  ...inZone,
  'vocabulary?': 'object',
});

/**
 * How a due instant was counted, in words: one sentence a step, enough to count it again by hand. The offset stands beside
 * the zone, and beside each time where the clocks of the zone change on the way. `setBy` stands in place of the sentence about a date that an authority has set.
 */
export const explanationOf = atDoor('explanationOf', explanationOfInside, {
  steps: 'list',
  language: 'language',
  'setBy?': 'text',
});

/** An amount as it is written in Mexico: `$1,234.50 MXN`; `-$47.88 MXN` below zero. */
export const written = atDoor('written', writtenInside, { money: ['amount', 'currency'] });

/** How a request stands, with what its public status leaves out: what it waits for, or by which way it ended. */
export const statusInWords = atDoor('statusInWords', statusInWordsInside, {
  status: 'text',
  'standing?': 'object',
  language: 'language',
});

/** The words of a provider: those of all, and its own, which come before them. */
export const vocabularyOf = atDoor('vocabularyOf', vocabularyOfInside, { profile: 'object' });

/** What users read for a code: its label, else that it has none; of a ground its own words. */
export const wordText = atDoor('wordText', wordTextInside, word);

/** The label of a word; `undefined` where there is none. */
export const labelOf = atDoor('labelOf', labelOfInside, word);

/** How a provider speaks of itself in its letters, from its profile. */
export const providerWords = atDoor('providerWords', providerWordsInside, { profile: 'object' });

/**
 * The board as one page that stands by itself: no network, no script, light and dark, from a phone to A4 paper. It begins
 * with what needs attention, and every number leads to its folios, as many as the view names. Everything that comes from a
 * store or a profile is escaped.
 */
export const boardHtml = atDoor('boardHtml', boardHtmlInside, {
  view: 'object',
  profile: page,
  'options?': 'object',
});

/**
 * The sheet that the work of a day begins with: what has to be done, until when, by whom and where, with boxes to tick; one
 * page that stands by itself, for a phone or for A4 paper. Everything that comes from a store or a profile is escaped.
 */
export const queueHtml = atDoor('queueHtml', queueHtmlInside, {
  sheet: 'object',
  profile: page,
  'options?': 'object',
});

/**
 * The public procedure of a provider, from what it runs: each means of contact from its profile, each step from the
 * tracks, each term from the clocks of the policy.
 */
export const procedureOf = atDoor('procedureOf', procedureOfInside, {
  profile: 'object',
  options: 'object',
});

/**
 * The procedure as one page that stands by itself: no network, no script, light and dark, from a phone to A4 paper.
 * Everything that comes from a profile is escaped.
 */
export const procedureHtml = atDoor('procedureHtml', procedureHtmlInside, { procedure: 'object' });

/** The procedure as plain text: headings, lists, no markup. */
export const procedureText = atDoor('procedureText', procedureTextInside, { procedure: 'object' });
