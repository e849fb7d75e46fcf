import * as provider from '../../../src/application/provider/index.js';
import * as domain from '../../../src/domain/index.js';
import * as texts from '../../../src/domain/texts/index.js';
import { addNote, asCustomerService, at } from '../../../src/testing/index.js';
import { circumstances } from '../../../src/testing/builders-terms.js';
import {
  compiled,
  local,
  officeSource,
  published as publishedCalendar,
  source,
} from '../../domain/sla/calendars.js';
import { filed, history, repaired } from '../../domain/sla/clocks/histories.js';
import { published } from '../../domain/sla/clocks/lives.js';
import { asJson, fieldsOfEvents, mexican, mexicanTerms } from '../../domain/sla/policy/policies.js';
import { boardAt, sampleBoard } from '../../domain/texts/board-samples.js';
import { about, byMail, setting } from '../../domain/texts/people.js';
import type { Door } from './doors.js';

/** A function and arguments that hold; `free`: the places of arguments that it takes whatever they are. */
export interface RuleDoor extends Door {
  readonly free: readonly number[];
}

const door = <Given extends readonly unknown[]>(
  call: (...given: Given) => unknown,
  ...given: Given
): RuleDoor => ({ call, given, free: [] });

/** The same for a reader: it answers whatever it is given first. */
const reader = <Given extends readonly unknown[]>(
  call: (...given: Given) => unknown,
  ...given: Given
): RuleDoor => ({ call, given, free: [0] });

const absent = (): never => {
  throw new Error('the complaint tells no time');
};

const { conectared } = domain;
const moment = at('2026-03-02T16:00:00Z');
const events = history(filed('2026-03-02 10:00'), repaired('2026-03-03 10:00'));
const state = domain.fold(events, domain.initialState);
const [first] = events;
if (first === undefined) throw new Error('no event');

const week = officeSource();
const written = source('America/Mexico_City', week);
const publishedOne = publishedCalendar('America/Mexico_City', week);
const calendar = compiled(publishedOne);
const pauses = [{ from: moment, to: at('2026-03-03T16:00:00Z') }];
const spans = [{ from: domain.millisecondsOf(moment), to: Infinity }];
const question = { start: moment, at: moment, term: { kind: 'minutes', minutes: 60 }, pauses } as const;
const milliseconds = domain.millisecondsOf(moment);
const context = circumstances(asCustomerService('cs-1'));
const command = addNote({ note: 'looked at' });
const folioContext = { now: moment, prefix: 'CR' };
const block = { type: 'reserveBlock', data: { holder: 'h', size: 10, lease: 1000 } } as const;
const reserved = {
  type: 'FolioBlockReserved',
  data: { block: 1, holder: 'h', from: 1, to: 11, expiresAt: moment },
} as const;
const content = { calendar: publishedOne, sha256: 'a', sourceSha256: 'b' };

const providerDoors = {
  areasOf: door(domain.areasOf, conectared),
  folioLabelOf: door(domain.folioLabelOf, conectared),
  hoursFaultText: door(domain.hoursFaultText, { code: 'hours-empty', part: 'x' }),
  naturalCalendarOf: door(domain.naturalCalendarOf, conectared),
  notifiesOf: door(domain.notifiesOf, conectared),
  parseHours: reader(domain.parseHours, 'lun-vie 9-18'),
  purposesOf: door(domain.purposesOf, conectared),
  termsOf: door(domain.termsOf, conectared),
};

/** Every function that `quejas/domain` exports, and those of its aggregates. */
export const ruleDoors = {
  ...providerDoors,
  accept: reader(domain.accept, reserved),
  calendarFaultText: door(domain.calendarFaultText, { code: 'calendar-empty', path: '', details: {} }),
  compileCalendar: door(domain.compileCalendar, publishedOne),
  dueOf: door(domain.dueOf, calendar, question),
  dueOfDays: door(domain.dueOfDays, calendar, milliseconds, 3, spans),
  dueOfTime: door(domain.dueOfTime, calendar, milliseconds, 60_000, spans),
  dutiesOf: door(domain.dutiesOf, state),
  evolve: door(domain.evolve, state, first, first.recorded),
  federalHolidays: door(domain.federalHolidays, 2026),
  fold: door(domain.fold, events, domain.initialState),
  folioRejectionText: door(domain.folioRejectionText, { code: 'folio-malformed', details: {} }),
  formatFolio: door(domain.formatFolio, 'CR', 1),
  instantOf: door(domain.instantOf, milliseconds),
  isComplaintEventType: reader(domain.isComplaintEventType, 'Filed'),
  isFiled: door(domain.isFiled, state),
  isInstant: reader(domain.isInstant, moment),
  isPublicationEvent: door(domain.isPublicationEvent, { type: 'CalendarPublished', data: content }),
  laterOf: door(domain.laterOf, moment, moment),
  mayGive: door(domain.mayGive, command, state, context),
  millisecondsOf: door(domain.millisecondsOf, moment),
  namedIn: door(domain.namedIn, events),
  nextOpenInstant: door(domain.nextOpenInstant, calendar, milliseconds),
  openTimeBetween: door(domain.openTimeBetween, calendar, milliseconds, milliseconds + 60_000),
  parseCalendar: reader(domain.parseCalendar, asJson(written)),
  parseFolio: reader(domain.parseFolio, 'CR-000123-0', 'CR'),
  parseInstant: reader(domain.parseInstant, moment),
  parsePolicy: reader(domain.parsePolicy, asJson(mexican), fieldsOfEvents),
  parsePublishedCalendar: reader(domain.parsePublishedCalendar, asJson(publishedOne)),
  pausesOf: door(domain.pausesOf, events),
  policyFaultText: door(domain.policyFaultText, { code: 'field-missing', path: '', details: {} }),
  publicStatus: door(domain.publicStatus, state.facets),
  readClocks: door(domain.readClocks, events, published, moment),
  readInstant: reader(domain.readInstant, moment),
  reject: reader(domain.reject, 'no-such-request'),
  rejectionText: door(domain.rejectionText, { code: 'not-filed', details: {} }),
  standardPolicy: door(domain.standardPolicy, mexicanTerms),
  stepsOf: door(domain.stepsOf, calendar, question),
  trackOf: door(domain.trackOf, 'fault', 'service'),
};

/** The rules of each aggregate that `quejas/domain` exports. */
export const aggregateDoors = {
  'complaint.decide': door(domain.complaint.decide, command, state, context),
  'complaint.evolve': door(domain.complaint.evolve, state, first, first.recorded),
  'complaint.timeOf': door(domain.complaint.timeOf ?? absent, first, context),
  'folio.decide': door(domain.folio.decide, block, domain.folio.initial, folioContext),
  'folio.evolve': door(domain.folio.evolve, domain.folio.initial, reserved, first.recorded),
  // Its decisions are told nothing besides: `null`.
  'publication.decide': {
    ...door(
      domain.publication.decide,
      { type: 'publishCalendar', data: content },
      domain.publication.initial,
      null,
    ),
    free: [2],
  },
  'publication.evolve': door(
    domain.publication.evolve,
    domain.publication.initial,
    { type: 'CalendarPublished', data: content },
    first.recorded,
  ),
};

/** Every function that `quejas/provider` exports. */
export const profileDoors = {
  ...providerDoors,
  loadProfile: reader(provider.loadProfile, asJson(conectared)),
};

const zone = 'America/Mexico_City';
const entry = { type: 'Closed', data: { reason: 'notified' }, occurredAt: moment } as const;
const procedure = texts.procedureOf(conectared, { year: 2026 });
const window = { from: moment, to: at('2026-03-02T18:00:00Z') };
const vocabulary = texts.vocabularyOf(conectared);
const item = {
  folio: 'CR-000001-X',
  kind: 'fault',
  status: 'inProgress',
  reasons: ['verify-cause'],
  dueAt: local('2026-06-08 18:00'),
  deadline: 'running',
  remainingMs: 6 * 3_600_000,
  severity: 'normal',
  technician: 'rt-3',
  area: 'billing',
  holder: null,
  municipality: 'Xalapa',
} as const;

/** Every function that `quejas/texts` exports. */
export const textDoors = {
  answerLetter: door(texts.answerLetter, setting(), {
    ...about,
    outcome: 'not-possible',
    answer: 'x',
    nextInstance: 'PROFECO',
    sending: byMail,
  }),
  boardHtml: door(texts.boardHtml, sampleBoard(), conectared, { language: 'en', knownAt: boardAt }),
  cancellationNotice: door(texts.cancellationNotice, setting(), {
    ...about,
    effectiveAt: moment,
    balance: { amount: 100, currency: 'MXN' },
    replaces: true,
    sending: byMail,
  }),
  certificate: door(texts.certificate, setting(), {
    ...about,
    subject: 'service',
    defect: 'failure',
    channel: 'email',
    status: 'closed',
    standing: state.facets,
    contract: 'c-1',
    subscriber: 'María López',
    description: 'x',
    history: [entry],
    issuedAt: moment,
  }),
  confirmationNotice: door(texts.confirmationNotice, setting(), { ...about, restoredAt: moment }),
  explanationOf: door(texts.explanationOf, domain.stepsOf(calendar, question), 'es', 'set by PROFECO'),
  finalNotice: door(texts.finalNotice, setting(), {
    ...about,
    causes: ['cut-fibre'],
    explanation: 'x',
    ruling: { outcome: 'dismissed', basis: 'contract', reasons: 'x', nextInstance: 'PROFECO' },
    restoration: { kind: 'impossible', reason: 'x', offer: 'cancellation' },
    sending: byMail,
    replaces: { sentAt: moment },
    reopeningDays: 20,
  }),
  folioNotice: door(texts.folioNotice, setting(), {
    ...about,
    channel: 'email',
    outOfHours: true,
    answerBy: moment,
  }),
  furtherNotice: door(texts.furtherNotice, setting(), {
    ...about,
    ending: { kind: 'not-reached' },
    agreements: ['x'],
    resolutions: [{ reference: 'r-1', done: 'x' }],
    arco: [{ right: 'access', outcome: 'granted', answer: 'x' }],
    penalty: { outcome: 'upheld', reasons: 'x' },
    declined: { reasons: 'x', nextInstance: 'PROFECO' },
    nextInstance: 'PROFECO',
    reopeningDays: 20,
    sending: byMail,
  }),
  historyFor: door(texts.historyFor, [entry], zone, 'es', vocabulary),
  historyLine: door(texts.historyLine, entry, zone, 'es', vocabulary),
  informationNotice: door(texts.informationNotice, setting(), { ...about, question: 'x', lapseDays: 10 }),
  labelOf: door(texts.labelOf, vocabulary, 'causes', 'cut-fibre', 'es'),
  procedureHtml: door(texts.procedureHtml, procedure),
  procedureOf: door(texts.procedureOf, conectared, { year: 2026, language: 'en', policy: mexican }),
  procedureText: door(texts.procedureText, procedure),
  providerWords: door(texts.providerWords, conectared),
  queueHtml: door(
    texts.queueHtml,
    { queue: 'technical-lead', person: 'rt-3', asOf: boardAt, items: [item], total: 5 },
    conectared,
    { language: 'en' },
  ),
  statusInWords: door(texts.statusInWords, 'held', state.facets, 'es'),
  visitNotice: door(texts.visitNotice, setting(), {
    ...about,
    window,
    purpose: 'repair',
    rescheduled: true,
    visitor: 'x',
    address: 'x',
  }),
  visitOffNotice: door(texts.visitOffNotice, setting(), {
    ...about,
    window,
    why: 'no-access',
    lapseDays: 10,
  }),
  vocabularyOf: door(texts.vocabularyOf, conectared),
  wordText: door(texts.wordText, vocabulary, 'causes', 'cut-fibre', 'es'),
  written: door(texts.written, { amount: 100, currency: 'MXN' }),
};
