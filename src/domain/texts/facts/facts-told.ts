import { isInstant, type Instant } from '../../kernel/instant.js';
import type { JsonObject, JsonValue } from '../../kernel/json.js';
import type { ProviderProfile } from '../../provider/profile.js';
import type { Language } from '../../complaint/vocabulary.js';
import { written } from '../amounts.js';
import * as choices from '../labels/choices.js';
import { codeLabel } from '../labels/codes.js';
import * as endings from '../labels/endings.js';
import * as outcomes from '../labels/outcomes.js';
import * as people from '../labels/people.js';
import { subkindLabels } from '../labels/procedures.js';
import * as requests from '../labels/requests.js';
import { vocabularyOf } from '../labels/vocabulary.js';
import * as work from '../labels/work.js';
import type { Bilingual } from '../language.js';
import { inline } from '../plain-text.js';
import { shortMomentsIn } from '../short-moments.js';
import { placeTold } from '../words/place-words.js';
import type { Vocabulary } from '../words/vocabularies.js';
import { factFields, fieldsOfFact } from './fact-fields.js';

/** In what language facts are told, in whose time, and with whose areas and words. */
export type FactTelling = Pick<ProviderProfile, 'zone' | 'areas' | 'vocabulary'> & {
  readonly language: Language;
};

/** Who decides may have repaired, or decided before. */
const decidedAgain = {
  'separation-of-duties': {
    es: 'decidió quien ya había intervenido',
    en: 'decided by a person who had a part in it before',
  },
} as const;

const repairedByTheOneWhoRuled = {
  'separation-of-duties': {
    es: 'intervino la misma persona en la reparación y en la resolución',
    en: 'the same person took part in repair and ruling',
  },
} as const;

/** The vocabulary of a field, whichever fact it stands in. */
const ofField: Readonly<Record<string, Vocabulary>> = {
  subject: requests.subjectLabels,
  defect: requests.defectLabels,
  channel: requests.channelLabels,
  preferredChannel: requests.channelLabels,
  severity: requests.severityLabels,
  report: requests.reportLabels,
  language: choices.languageLabels,
  relationship: endings.relationshipLabels,
  direction: choices.directionLabels,
  visibility: choices.visibilityLabels,
  capacity: people.capacityLabels,
  attribution: work.attributionLabels,
  exception: decidedAgain,
  waives: choices.waivableLabels,
  recipient: choices.recipientLabels,
  restoration: outcomes.restorationLabels,
  offer: choices.offerLabels,
  trigger: people.triggerLabels,
  right: outcomes.arcoLabels,
  act: choices.alertedLabels,
  ground: choices.grantPartLabels,
  about: choices.tellableLabels,
};

const rulingsOf = { outcome: outcomes.rulingLabels };
const visits = { purpose: work.visitPurposeLabels, by: choices.visitChangedByLabels };
const routing = { purpose: people.routingPurposeLabels };
const correcting = { reason: outcomes.correctionLabels };
const holds = { reason: work.holdLabels };

/** The vocabulary of a field whose words depend on the fact it stands in. */
const ofFact: Readonly<Record<string, Readonly<Record<string, Vocabulary>>>> = {
  Filed: { kind: requests.kindLabels },
  Reclassified: { kind: requests.kindLabels },
  StatementReceived: { kind: work.statementLabels },
  NotAccepted: { reason: endings.notAcceptedLabels },
  RepresentativeRevoked: { reason: people.revocationLabels },
  RoutedToArea: routing,
  ReroutedToArea: routing,
  TechnicianAssigned: {
    reason: {
      first: { es: 'primera asignación', en: 'first assignment' },
      reassigned: { es: 'cambio de responsable', en: 'another technical lead' },
    },
  },
  PutOnHold: holds,
  Resumed: holds,
  VisitRequested: visits,
  VisitScheduled: visits,
  VisitRescheduled: visits,
  VisitCancelled: visits,
  VisitFailed: { reason: work.visitFailureLabels },
  RestorationConfirmed: { by: work.confirmationLabels },
  Repaired: { exception: repairedByTheOneWhoRuled },
  RepairReported: { outcome: work.repairReportLabels },
  Ruled: rulingsOf,
  PenaltyRuled: rulingsOf,
  UserNotified: rulingsOf,
  ConciliationRecorded: { outcome: outcomes.conciliationLabels },
  CompensationGranted: { reason: outcomes.compensationLabels },
  CompensationCredited: { reason: choices.creditedForLabels },
  NothingDue: { reason: outcomes.nothingDueLabels, of: choices.owedLabels },
  NotificationFailed: { reason: outcomes.deliveryFailureLabels },
  AnswerProvided: { outcome: outcomes.answerLabels },
  ArcoAnswered: { outcome: outcomes.arcoOutcomeLabels },
  AuthorityResolved: { outcome: outcomes.authorityOutcomeLabels },
  ReportConcluded: { outcome: endings.reportOutcomeLabels },
  Withdrawn: { reason: endings.withdrawalLabels },
  Lapsed: { reason: endings.lapseLabels },
  Closed: { reason: endings.closingLabels },
  Reopened: { reason: endings.reopeningLabels },
  ClocksRecomputed: { reason: choices.recomputeLabels },
  RulingCorrected: { ...correcting, ...rulingsOf },
  ConciliationCorrected: { ...correcting, outcome: outcomes.conciliationLabels },
  DeliveryCorrected: correcting,
  VisitCorrected: { ...correcting, outcome: choices.visitOutcomeLabels },
  ResolutionCorrected: { ...correcting, outcome: outcomes.authorityOutcomeLabels },
  CauseCorrected: correcting,
  RestorationCorrected: correcting,
  CompensationCorrected: {
    ...correcting,
    ground: { ...choices.grantPartLabels, ...outcomes.compensationLabels },
  },
  CreditCorrected: { ...correcting, of: choices.creditedForLabels },
  CancellationCorrected: correcting,
  TechnicianCorrected: correcting,
  MassOutageCorrected: correcting,
  DuplicateCorrected: correcting,
};

interface Teller extends FactTelling {
  readonly moment: (at: Instant) => string;
}

const yesNo: Readonly<Record<'yes' | 'no', Bilingual>> = {
  yes: { es: 'sí', en: 'yes' },
  no: { es: 'no', en: 'no' },
};

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textTold = (name: string, text: string, words: Vocabulary | undefined, teller: Teller): string => {
  const { language, areas, moment } = teller;
  if (isInstant(text)) return moment(text);
  if (name === 'area') return areas.find(({ id }) => id === text)?.label[language] ?? inline(text);
  if (name === 'municipality') return placeTold(text);
  return words === undefined ? inline(text) : codeLabel(words, text, language);
};

/** What a part of a fact tells, such as a period, an amount, or what was granted of several. */
const partTold = (part: JsonObject, teller: Teller): string => {
  const { amount, currency, from, to, kind, folio } = part;
  if (typeof amount === 'number' && typeof currency === 'string') return written({ amount, currency });
  if (typeof from === 'string' && typeof to === 'string') {
    const [begin, end] = [from, to].map((at) => textTold('', at, undefined, teller));
    return { es: `${begin} a ${end}`, en: `${begin} to ${end}` }[teller.language];
  }
  if (typeof kind === 'string' && typeof folio === 'string')
    return `${codeLabel(endings.relationshipLabels, kind, teller.language)} ${inline(folio)}`;
  return Object.entries(part)
    .flatMap(([name, value]) =>
      isObject(value ?? null) ? [told(name, value ?? null, undefined, teller)] : [],
    )
    .join(' + ');
};

const told = (name: string, value: JsonValue, words: Vocabulary | undefined, teller: Teller): string => {
  if (typeof value === 'boolean') return yesNo[value ? 'yes' : 'no'][teller.language];
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return textTold(name, value, words, teller);
  if (Array.isArray(value)) return value.map((each: JsonValue) => told(name, each, words, teller)).join(', ');
  return isObject(value) ? partTold(value, teller) : '';
};

/** The vocabulary of a field that a provider adds its own words to. */
const ofProvider = (telling: FactTelling): Readonly<Record<string, Vocabulary>> => {
  const { causes, actions, grounds, procedures } = vocabularyOf(telling);
  return { causes, action: actions, basis: grounds, subkind: { ...subkindLabels, ...procedures } };
};

/** Everything that a fact of a complaint tells, each value after what it is called: `causas: fibra cortada`. */
export const factsTold = (type: string, data: JsonObject, telling: FactTelling): readonly string[] => {
  const { moment } = shortMomentsIn(telling.zone, telling.language);
  const fields = { ...factFields, ...fieldsOfFact[type] };
  const words = { ...ofField, ...ofProvider(telling), ...ofFact[type] };
  return Object.entries(data).flatMap(([name, value]) => {
    const label = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (label === undefined || value === undefined) return [];
    const text = told(name, value, words[name], { ...telling, moment });
    return text === '' ? [] : [`${label[telling.language]}: ${text}`];
  });
};
