import type { Channel, Defect, Status, Subject } from '../../complaint/vocabulary.js';
import type { Instant } from '../../kernel/instant.js';
import { datesIn } from '../dates.js';
import { defectLabels, kindLabels, statusLabels, subjectLabels } from '../labels/requests.js';
import { numberLine, paragraphs, subjectLine } from '../letters/letter.js';
import { byChannel, erased, yourRequest } from '../letters/phrases.js';
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
  /** The contract it is about, as the host names it. */
  readonly contract?: string;
  /** Name of the holder of the contract. */
  readonly subscriber: Opened;
  /** Who reported it, where that is not the subscriber (O-36). */
  readonly reporter?: Opened;
  /** The request in the user's words. */
  readonly description: Opened;
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
    history: 'Historia:',
    zone: (zone: string) => `Las horas son las de la zona ${zone}.`,
    issued: (when: string) =>
      `Se expide el ${when}. El usuario tiene derecho a recibir constancia de cada reclamación, solicitud, gestión o incidencia.`,
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
    history: 'History:',
    zone: (zone: string) => `Times are those of the zone ${zone}.`,
    issued: (when: string) =>
      `Issued on ${when}. The user has a right to a certificate of every claim, request, step or incident.`,
  },
} as const;

/** The *constancia*: the request and all that a user may see of its history (Carta de derechos, 23; O-34, O-35). */
export const certificate = (setting: Setting, given: Certificate): Letter => {
  const { provider, language } = setting;
  const words = wording[language];
  const { moment } = datesIn(provider.zone, language);
  const fact = (label: string, value: string) => `${label}: ${value}`;
  const person = (label: string, name: Opened | undefined) =>
    name === undefined ? [] : [fact(label, inline(name ?? erased[language]))];
  const matter = [
    subjectLabels[given.subject][language],
    ...(given.defect === undefined ? [] : [defectLabels[given.defect][language]]),
  ];
  const facts = [
    fact(words.provider, inline(provider.name)),
    numberLine(setting, given.folio),
    fact(words.kind, `${kindLabels[given.kind][language]} (${matter.join(', ')})`),
    ...person(words.subscriber, given.subscriber),
    ...person(words.reporter, given.reporter),
    ...(given.contract === undefined ? [] : [fact(words.contract, inline(given.contract))]),
    fact(words.received, `${moment(given.receivedAt)}, ${byChannel[given.channel][language]}`),
    fact(words.status, statusLabels[given.status][language]),
  ];
  const history = historyFor(given.history, provider.zone, language);
  return {
    subject: subjectLine(setting, words.about(yourRequest[given.kind][language]), given.folio),
    body: paragraphs(
      words.title,
      facts.join('\n'),
      `${words.description}\n${quoted(given.description ?? erased[language])}`,
      [words.history, ...history].join('\n'),
      words.zone(inline(provider.zone)),
      words.issued(moment(given.issuedAt)),
    ),
  };
};
