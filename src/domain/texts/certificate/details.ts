import type { CompensationAmounts } from '../../complaint/compensation/messages.js';
import type { Correcting } from '../../complaint/correction/messages.js';
import type { ComplaintEvents, ComplaintEventType } from '../../complaint/events.js';
import type { Excepted } from '../../complaint/separation-of-duties.js';
import type { Instant } from '../../kernel/instant.js';
import type { Language, Waivable } from '../../complaint/vocabulary.js';
import { sumOf, written } from '../amounts.js';
import type { Dates } from '../dates.js';
import { creditedForLabels, tellableLabels, waivableLabels } from '../labels/choices.js';
import * as endings from '../labels/endings.js';
import * as outcomes from '../labels/outcomes.js';
import * as people from '../labels/people.js';
import { kindLabels } from '../labels/requests.js';
import { wordText, type Vocabulary } from '../labels/vocabulary.js';
import * as work from '../labels/work.js';
import type { Bilingual } from '../language.js';
import { byChannel } from '../letters/phrases.js';
import { inline } from '../plain-text.js';

/** In what language and zone a detail is told. */
export interface Telling {
  readonly language: Language;
  readonly dates: Dates;
  readonly vocabulary: Vocabulary;
  /** When a correction was recorded, where that is not the time of what it corrects. */
  readonly correctedAt?: Instant;
}

type Detail<T extends ComplaintEventType> = (data: ComplaintEvents[T], telling: Telling) => string;

const window = (
  { window: at }: { window: ComplaintEvents['VisitScheduled']['window'] },
  { dates }: Telling,
) => `${dates.weekday(at.from)}, ${dates.hours(at)}`;

const amounts = ({ proportionalRefund, bonus }: CompensationAmounts) =>
  written(sumOf(proportionalRefund, bonus));

const by = ({ channel }: Pick<ComplaintEvents['FolioCommunicated'], 'channel'>, { language }: Telling) =>
  byChannel[channel][language];

const causesTold = (
  { causes }: Pick<ComplaintEvents['CauseVerified'], 'causes'>,
  { language, vocabulary }: Telling,
) => causes.map((code) => wordText(vocabulary, 'causes', code, language)).join('; ');

const groundWord = { es: 'fundamento', en: 'basis' } as const;

/** *Procedente* or *improcedente*, and what that rests on. */
const rulingTold = (
  { outcome, basis }: Pick<ComplaintEvents['Ruled'], 'outcome' | 'basis'>,
  { language, vocabulary }: Telling,
) =>
  `${outcomes.rulingLabels[outcome][language]}; ${groundWord[language]}: ${wordText(vocabulary, 'grounds', basis, language)}`;

const notTold = { es: 'sin aviso previo al usuario', en: 'without notice to the user' } as const;

/** One person did what two do as a rule, by the provider's terms: it is told where it is done. */
const samePerson = {
  es: 'intervino la misma persona en la reparación y en la resolución, conforme a las reglas del proveedor',
  en: "the same person took part in the repair and the ruling, as the provider's rules allow",
} as const;

/** Who decides may have repaired, or decided what the user does not accept. */
const decidedAgain = {
  es: 'decidió quien ya había intervenido, conforme a las reglas del proveedor',
  en: "decided by a person who had a part in it before, as the provider's rules allow",
} as const;

/** What was told of a fact, and the exception that it was made by. */
const excepted = (
  fact: string,
  { exception }: Excepted,
  sentence: Bilingual,
  { language }: Telling,
): string => (exception === undefined ? fact : `${fact}; ${sentence[language]}`);

const tookPlace = { es: 'se realizó', en: 'it took place' } as const;

const visitCame = ({ outcome }: ComplaintEvents['VisitCorrected'], { language }: Telling) =>
  (outcome === 'completed' ? tookPlace : work.visitFailureLabels[outcome])[language];

const neverCredited = { es: 'no se había acreditado', en: 'it had not been credited' } as const;

const neverDelivered = { es: 'no se había entregado', en: 'it had not been delivered' } as const;

const corrected = {
  es: (when: string) => `corregido el ${when}`,
  en: (when: string) => `corrected on ${when}`,
} as const;

/** Why it was corrected, and when: its event has the time of what it corrects. */
const why = ({ reason }: Correcting, { language, dates, correctedAt }: Telling) =>
  [
    outcomes.correctionLabels[reason][language],
    ...(correctedAt === undefined ? [] : [corrected[language](dates.moment(correctedAt))]),
  ].join('; ');

const waived = { es: 'con renuncia a', en: 'giving up' } as const;

const waivedTold = (waives: readonly Waivable[], language: Language): readonly string[] =>
  waives.length === 0
    ? []
    : [`${waived[language]}: ${waives.map((what) => waivableLabels[what][language]).join(', ')}`];

const takesEffect = {
  es: (when: string) => `surte efecto el ${when}`,
  en: (when: string) => `effective ${when}`,
} as const;

const cancellationTold = (
  { effectiveAt }: Pick<ComplaintEvents['CancellationExecuted'], 'effectiveAt'>,
  { language, dates }: Telling,
) => takesEffect[language](dates.moment(effectiveAt));

const calledOffBy = {
  user: { es: 'a petición del usuario', en: 'as the user asked' },
  provider: { es: 'por el proveedor', en: 'by the provider' },
} as const;

/** What is worth knowing of an event besides its name. No reference to a person or an area is ever told. */
const details: { readonly [T in ComplaintEventType]?: Detail<T> } = {
  Filed: (data, telling) => `${kindLabels[data.kind][telling.language]}, ${by(data, telling)}`,
  FolioAssigned: ({ folio }) => inline(folio),
  FolioCommunicated: by,
  AcknowledgementSent: by,
  NotAccepted: ({ reason }, { language }) => endings.notAcceptedLabels[reason][language],
  CertificateIssued: by,
  RepresentativeAccredited: ({ capacity }, { language }) => people.capacityLabels[capacity][language],
  RepresentativeRevoked: ({ reason }, { language }) => people.revocationLabels[reason][language],
  Reclassified: ({ kind }, { language }) => kindLabels[kind][language],
  RoutedToArea: ({ purpose }, { language }) => people.routingPurposeLabels[purpose][language],
  ReroutedToArea: ({ purpose }, { language }) => people.routingPurposeLabels[purpose][language],
  ContactMade: by,
  StatementReceived: ({ kind, ...data }, telling) =>
    `${work.statementLabels[kind][telling.language]}, ${by(data, telling)}`,
  PutOnHold: ({ reason }, { language }) => work.holdLabels[reason][language],
  VisitRequested: ({ purpose }, { language }) => work.visitPurposeLabels[purpose][language],
  VisitScheduled: window,
  VisitNotified: by,
  VisitRescheduled: window,
  VisitCancelled: ({ by: who }, { language }) => calledOffBy[who][language],
  VisitCompleted: ({ unannounced }, { language }) => (unannounced ? notTold[language] : ''),
  VisitFailed: ({ reason, unannounced }, { language }) =>
    [work.visitFailureLabels[reason][language], ...(unannounced ? [notTold[language]] : [])].join('; '),
  CauseVerified: causesTold,
  Repaired: ({ action, ...data }, telling) =>
    excepted(wordText(telling.vocabulary, 'actions', action, telling.language), data, samePerson, telling),
  RepairReported: ({ outcome }, { language }) => work.repairReportLabels[outcome][language],
  RestorationConfirmed: ({ by: who }, { language }) => work.confirmationLabels[who][language],
  Ruled: (data, telling) => excepted(rulingTold(data, telling), data, decidedAgain, telling),
  ConciliationRecorded: ({ outcome }, { language }) => outcomes.conciliationLabels[outcome][language],
  CompensationAssessed: amounts,
  CompensationGranted: (data, { language }) =>
    `${amounts(data)}, ${outcomes.compensationLabels[data.reason][language]}`,
  CompensationCredited: ({ reason }, { language }) =>
    reason === undefined ? '' : creditedForLabels[reason][language],
  NothingDue: ({ reason }, { language }) => outcomes.nothingDueLabels[reason][language],
  UserNotified: (data, telling) =>
    `${outcomes.rulingLabels[data.outcome][telling.language]}, ${by(data, telling)}`,
  NotificationDelivered: by,
  NotificationFailed: ({ reason }, { language }) => outcomes.deliveryFailureLabels[reason][language],
  AnswerProvided: (data, telling) =>
    data.outcome === 'not-possible'
      ? `${outcomes.answerLabels[data.outcome][telling.language]}, ${by(data, telling)}`
      : by(data, telling),
  CancellationExecuted: cancellationTold,
  FurtherNoticeGiven: ({ about, ...data }, telling) =>
    `${about.map((what) => tellableLabels[what][telling.language]).join(', ')}; ${by(data, telling)}`,
  PenaltyDisputed: ({ amount }) => (amount === undefined ? '' : written(amount)),
  PenaltyRuled: (data, telling) => excepted(rulingTold(data, telling), data, decidedAgain, telling),
  SatisfactionRated: ({ rating }) => `${rating}/5`,
  Escalated: ({ level }, { language }) => people.levelLabels[level][language],
  ReopeningDeclined: (data, telling) => excepted(inline(data.nextInstance), data, decidedAgain, telling),
  AuthorityProceedingOpened: ({ authority, reference }) => inline(`${authority}, ${reference}`),
  AuthorityRequirementReceived: ({ reference }) => inline(reference),
  AuthorityRequirementAnswered: ({ reference }) => inline(reference),
  AuthorityHearingSet: ({ hearingAt }, { dates }) => dates.moment(hearingAt),
  AuthorityHearingHeld: ({ reference }) => inline(reference),
  AuthorityResolved: ({ outcome }, { language }) => outcomes.authorityOutcomeLabels[outcome][language],
  ResolutionCarriedOut: ({ reference }) => inline(reference),
  ArcoRequested: ({ right }, { language }) => outcomes.arcoLabels[right][language],
  ArcoAnswered: ({ outcome }, { language }) => outcomes.arcoOutcomeLabels[outcome][language],
  ReportConcluded: ({ outcome }, { language }) => endings.reportOutcomeLabels[outcome][language],
  Withdrawn: ({ reason, waives = [] }, { language }) =>
    [endings.withdrawalLabels[reason][language], ...waivedTold(waives, language)].join('; '),
  Lapsed: ({ reason }, { language }) => endings.lapseLabels[reason][language],
  MarkedDuplicate: ({ of }) => inline(of),
  Closed: ({ reason }, { language }) => endings.closingLabels[reason][language],
  Reopened: ({ reason }, { language }) => endings.reopeningLabels[reason][language],
  RulingCorrected: (data, telling) =>
    excepted(`${rulingTold(data, telling)}; ${why(data, telling)}`, data, decidedAgain, telling),
  CauseCorrected: (data, telling) => `${causesTold(data, telling)}; ${why(data, telling)}`,
  RestorationCorrected: (data, telling) => `${telling.dates.moment(data.restoredAt)}; ${why(data, telling)}`,
  CompensationCorrected: (data, telling) => `${amounts(data)}; ${why(data, telling)}`,
  CreditCorrected: (data, telling) =>
    `${data.creditedAt === undefined ? neverCredited[telling.language] : telling.dates.moment(data.creditedAt)}; ${why(data, telling)}`,
  CancellationCorrected: (data, telling) => `${cancellationTold(data, telling)}; ${why(data, telling)}`,
  ResolutionCorrected: (data, telling) =>
    `${outcomes.authorityOutcomeLabels[data.outcome][telling.language]}; ${why(data, telling)}`,
  ConciliationCorrected: (data, telling) =>
    `${outcomes.conciliationLabels[data.outcome][telling.language]}; ${why(data, telling)}`,
  DeliveryCorrected: (data, telling) =>
    `${data.deliveredAt === undefined ? neverDelivered[telling.language] : telling.dates.moment(data.deliveredAt)}; ${why(data, telling)}`,
  VisitCorrected: (data, telling) =>
    `${visitCame(data, telling)}, ${telling.dates.moment(data.endedAt)}; ${why(data, telling)}`,
  TechnicianCorrected: why,
  MassOutageCorrected: why,
  DuplicateCorrected: (data, telling) =>
    [inline(data.of), why(data, telling)].filter((told) => told !== '').join('; '),
};

/** What is worth knowing of an event, in one phrase; `undefined` where its name says all. */
export const detailOf = <T extends ComplaintEventType>(
  event: { [K in T]: { readonly type: K; readonly data: ComplaintEvents[K] } }[T],
  telling: Telling,
): string | undefined => {
  const detail = details[event.type]?.(event.data, telling);
  return detail === '' ? undefined : detail;
};
