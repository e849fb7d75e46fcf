import type { Channel, Defect, Language, Status, Subject } from '../../complaint/vocabulary.js';
import type { Instant } from '../../kernel/instant.js';
import type { Facets } from '../../complaint/facets.js';
import { datesIn } from '../dates.js';
import { zoneInWords } from '../zone-words.js';
import { statusInWords } from '../labels/standing.js';
import { sharedVocabulary } from '../labels/vocabulary.js';
import { defectLabels, kindLabels, subjectLabels } from '../labels/requests.js';
import { desks, numberLine, paragraphs, subjectLine } from '../letters/letter.js';
import { byChannel, nameless, readable, requestOf } from '../letters/phrases.js';
import type { AboutRequest, Letter, Opened, Setting } from '../letters/setting.js';
import { inline, quoted } from '../plain-text.js';
import { historyFor, type HistoryEntry } from './history.js';

/** What a *constancia* proves: the request, and everything that was done about it. */
export interface Certificate extends AboutRequest {
  /** What it was about. */
  readonly subject: Subject;
  /** How much failed, where that was told. */
  readonly defect?: Defect;
  /** The channel it came in by. */
  readonly channel: Channel;
  /** The public status when it was issued. */
  readonly status: Status;
  /** Why it waits, or how it ended: the status alone does not tell. */
  readonly standing?: Pick<Facets, 'hold' | 'proceedings' | 'ending'>;
  /** The contract it is about, as the host names it. */
  readonly contract?: string;
  /** Name of the holder of the contract; absent where none was given. */
  readonly subscriber?: Opened;
  /** Who reported it, where that is not the subscriber (O-36); `undefined` where they gave no name. */
  readonly reporter?: Opened | undefined;
  /** Whether there is a reporter besides, named or not. */
  readonly reported?: boolean;
  /** True where it is no subscriber's request: there is no name to be told. */
  readonly noSubscriber?: boolean;
  /** The request in the user's words. */
  readonly description?: Opened;
  /** What the user asks for. */
  readonly remedySought?: Opened;
  /** What was done, oldest first. */
  readonly history: readonly HistoryEntry[];
  /** UTC instant of issue; written in the provider's zone. */
  readonly issuedAt: Instant;
}

const wording = {
  es: {
    title: 'CONSTANCIA',
    about: (request: string) => `Constancia de ${request}`,
    provider: 'Proveedor',
    kind: 'Tipo de solicitud',
    subscriber: 'Suscriptor',
    reporter: 'Reportó',
    contract: 'Contrato',
    received: 'Recibida',
    status: 'Estado',
    description: 'Solicitud:',
    remedy: 'Lo que pide:',
    history: 'Historia:',
    zone: (zone: string) => `Las horas corresponden a la ${zone}.`,
    issued: (when: string, by: string) =>
      `La expide ${by}, el ${when}. El usuario tiene derecho a recibir constancia de cada reclamación, solicitud, gestión o incidencia.`,
  },
  en: {
    title: 'CERTIFICATE',
    about: (request: string) => `Certificate of ${request}`,
    provider: 'Provider',
    kind: 'Kind of request',
    subscriber: 'Subscriber',
    reporter: 'Reported by',
    contract: 'Contract',
    received: 'Received',
    status: 'Status',
    description: 'Request:',
    remedy: 'What is asked for:',
    history: 'History:',
    zone: (zone: string) => `Times are ${zone}.`,
    issued: (when: string, by: string) =>
      `Issued by ${by} on ${when}. The user has a right to a certificate of every claim, request, step or incident.`,
  },
} as const;

/** Which kind of request, and what it is about; a subject that none of the list is, is not told. */
const kindTold = ({ kind, subject, defect }: Certificate, language: Language): string => {
  const about = [
    ...(subject === 'other' ? [] : [subjectLabels[subject][language]]),
    ...(defect === undefined ? [] : [defectLabels[defect][language]]),
  ].join(', ');
  return about === '' ? kindLabels[kind][language] : `${kindLabels[kind][language]} (${about})`;
};

/** The *constancia*: the request and all that a user may see of its history (Carta de derechos, 23; O-34, O-35). */
export const certificate = (setting: Setting, given: Certificate): Letter => {
  const { provider, language } = setting;
  const words = wording[language];
  const { moment } = datesIn(provider.zone, language);
  const fact = (label: string, value: string) => `${label}: ${value}`;
  const person = (label: string, name: Opened | undefined) =>
    fact(label, name === undefined ? nameless[language] : inline(readable(name, language)));
  const told = (label: string, said: Opened | undefined) =>
    said === undefined ? undefined : `${label}\n${quoted(readable(said, language))}`;
  const desk = (provider.customerService ?? desks)[language];
  const issuer = `${inline(desk)}, ${inline(provider.name)}`;
  // What was sealed together cannot be told apart: that something was asked for is known only once it is read.
  const asked = typeof given.remedySought === 'string' ? given.remedySought : undefined;
  const facts = [
    fact(words.provider, inline(provider.name)),
    numberLine(setting, given.folio),
    fact(words.kind, kindTold(given, language)),
    ...(given.noSubscriber === true ? [] : [person(words.subscriber, given.subscriber)]),
    ...(given.reporter === undefined && given.reported !== true
      ? []
      : [person(words.reporter, given.reporter)]),
    ...(given.contract === undefined ? [] : [fact(words.contract, inline(given.contract))]),
    fact(words.received, `${moment(given.receivedAt)}, ${byChannel[given.channel][language]}`),
    fact(words.status, statusInWords(given.status, given.standing, language)),
  ];
  const history = historyFor(given.history, provider.zone, language, provider.vocabulary ?? sharedVocabulary);
  return {
    subject: subjectLine(setting, words.about(requestOf(given, setting)), given.folio),
    body: paragraphs(
      words.title,
      facts.join('\n'),
      told(words.description, given.description),
      told(words.remedy, asked),
      [words.history, ...history].join('\n'),
      words.zone(zoneInWords(provider.zone, language)),
      words.issued(moment(given.issuedAt), issuer),
    ),
  };
};
