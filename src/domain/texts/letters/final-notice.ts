import type { MoneyTold } from '../../complaint/compensation/messages.js';
import type { CauseCode } from '../../complaint/diagnosis/messages.js';
import type { Instant } from '../../kernel/instant.js';
import { datesIn, type Dates } from '../dates.js';
import { rulingLabels } from '../labels/outcomes.js';
import { sharedVocabulary, wordText } from '../labels/vocabulary.js';
import { quoted } from '../plain-text.js';
import { finalWording, type FinalWording } from './final-wording.js';
import { letter, numberLine, subjectLine } from './letter.js';
import { moneySentences } from './money-told.js';
import { nextInstanceOf, readable, requestOf, whyThisWay } from './phrases.js';
import type { AboutRequest, Letter, Opened, Sending, Setting } from './setting.js';

/** A dismissal always names where the user may go next (I-10): without it, this does not compile. */
export type ToldRuling = { readonly basis: string; readonly reasons?: Opened } & (
  | { readonly outcome: 'upheld'; readonly nextInstance?: string }
  | { readonly outcome: 'dismissed'; readonly nextInstance: string }
);

/** What the notice says of the service (O-26): back, or never to be, with an offer (I-09), or no matter. */
export type ToldRestoration =
  | { readonly kind: 'confirmed'; readonly restoredAt?: Instant }
  | { readonly kind: 'impossible'; readonly reason: Opened; readonly offer: 'compensation' | 'cancellation' }
  | { readonly kind: 'not-ours' | 'not-needed' | 'not-applicable' };

/** What the notice at the end of a request tells (O-23..O-26, I-11). */
export interface FinalNotice extends AboutRequest, MoneyTold {
  /** Codes of the verified causes, at least one (O-24). */
  readonly causes: readonly CauseCode[];
  /** What the technical lead or the area added in their own words. */
  readonly explanation?: Opened;
  /** *Procedente* or *improcedente*, and why (O-25). */
  readonly ruling: ToldRuling;
  /** Whether the service is back (O-26). */
  readonly restoration: ToldRestoration;
  /** How it is sent (I-21). */
  readonly sending: Sending;
  /** The earlier notice that this one takes the place of, after a correction or another ruling. */
  readonly replaces?: { readonly sentAt: Instant };
  /** Calendar days after closing in which it may be reopened; `null`: no limit; absent: nothing is said. */
  readonly reopeningDays?: number | null;
}

const causesOf = ({ causes, explanation }: FinalNotice, setting: Setting, words: FinalWording) => {
  const { language, provider } = setting;
  const named = causes
    .map((code) => wordText(provider.vocabulary ?? sharedVocabulary, 'causes', code, language))
    .join('; ');
  const own = explanation === undefined ? [] : [quoted(readable(explanation, language))];
  return [words.causes(named), ...own].join('\n');
};

const rulingOf = (notice: FinalNotice, setting: Setting, words: FinalWording) => {
  const { language, provider } = setting;
  const { outcome, basis, reasons } = notice.ruling;
  const ground = wordText(provider.vocabulary ?? sharedVocabulary, 'grounds', basis, language);
  return [
    words.ruling(requestOf(notice, setting), rulingLabels[outcome][language]),
    ...(ground === '' ? [] : [words.basis(ground)]),
    ...(reasons === undefined ? [] : [words.reasons, quoted(readable(reasons, language))]),
  ].join('\n');
};

const restorationOf = (
  restoration: ToldRestoration,
  setting: Setting,
  words: FinalWording,
  { moment }: Dates,
) => {
  switch (restoration.kind) {
    case 'confirmed':
      return words.confirmed(
        restoration.restoredAt === undefined ? undefined : moment(restoration.restoredAt),
      );
    case 'impossible':
      return [
        words.impossible,
        quoted(readable(restoration.reason, setting.language)),
        words.offer[restoration.offer],
      ].join('\n');
    case 'not-ours':
      return words.notOurs;
    case 'not-needed':
      return words.notNeeded;
    case 'not-applicable':
      return words.notApplicable;
  }
};

/**
 * The final notice: causes, *procedencia o improcedencia*, and whether the service is restored (O-24, O-25, O-26),
 * told as they were recorded (I-11), with the compensation and, where dismissed, the next instance (I-10).
 */
export const finalNotice = (setting: Setting, notice: FinalNotice): Letter => {
  const { provider, language } = setting;
  const words = finalWording[language];
  const dates = datesIn(provider.zone, language);
  const request = requestOf(notice, setting);
  const { nextInstance } = notice.ruling;
  const { reopeningDays } = notice;
  return letter(
    setting,
    subjectLine(setting, words.subject(request), notice.folio),
    words.opening(request, dates.moment(notice.receivedAt)),
    notice.replaces === undefined ? undefined : words.replaces(dates.moment(notice.replaces.sentAt)),
    numberLine(setting, notice.folio),
    causesOf(notice, setting, words),
    rulingOf(notice, setting, words),
    restorationOf(notice.restoration, setting, words, dates),
    ...moneySentences(notice, setting),
    nextInstance === undefined ? undefined : words.nextInstance(nextInstanceOf(nextInstance, setting)),
    reopeningDays === undefined ? undefined : words.reopening(reopeningDays),
    whyThisWay(notice.sending, setting),
  );
};
