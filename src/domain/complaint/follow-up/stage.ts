import { accept, reject } from '../../kernel/decision.js';
import type { CaseCard } from '../card.js';
import { goesOnElsewhere } from '../duplicates.js';
import type { CardChanges } from '../evolver.js';
import { afterTheClock, firstOf } from '../guards.js';
import { onRecord } from '../on-record.js';
import { ofTheHouse, told } from '../disclosure/disclosed.js';
import { asks, atWork, atWorkOrAfter, inArea, inCharge, others } from '../asked-relations.js';
import { theReceipt, theReopening } from '../rests-on.js';
import { defineStage } from '../stage.js';
import { heardFromUser } from '../visit/failures.js';
import { tracks } from '../tracks.js';
import { notTheProvidersWord, notTheUsersWord } from '../users-word.js';
import { holderOf, takerOf, takers } from './holders.js';
import type { FollowUpCommands, FollowUpEvents } from './messages.js';

/** The facet counts what is open: it follows from the requests. */
const asked = (made: number, open: readonly number[]): CardChanges => ({
  requests: { made, open },
  facets: { openRequests: open.length },
});

/** What was said after the end is read once something was made of it. */
const takenUp = ({ facets }: CaseCard): CardChanges | undefined =>
  facets.unread ? { facets: { unread: false } } : undefined;

const staff = [
  'customer-service',
  'technical-lead',
  'competent-area',
  'ruling-officer',
  'billing',
  'legal',
  'privacy-officer',
] as const;

export const followUp = defineStage<FollowUpEvents, FollowUpCommands>()({
  events: {
    TechnicianAssigned: {},
    CaseReassigned: {},
    CaseTaken: {},
    CaseGivenBack: {},
    ContactMade: {},
    InformationRequested: { question: 'subscriber' },
    InformationReceived: { answer: 'subscriber' },
    StatementReceived: { statement: 'subscriber' },
    PutOnHold: { explanation: 'subscriber', forUser: 'subscriber' },
    Resumed: {},
    NoteAdded: { note: 'subscriber' },
    EvidenceAttached: { caption: 'subscriber', forUser: 'subscriber' },
    WorkOrderOpened: {},
  },
  disclosed: {
    TechnicianAssigned: { to: 'parties', words: {}, houseFields: ['owner'] },
    CaseReassigned: ofTheHouse,
    CaseTaken: ofTheHouse,
    CaseGivenBack: ofTheHouse,
    ContactMade: told,
    InformationRequested: { to: 'parties', words: { question: 'user' } },
    InformationReceived: { to: 'parties', words: { answer: 'user' } },
    StatementReceived: { to: 'parties', words: { statement: 'user' } },
    PutOnHold: { to: 'parties', words: { explanation: 'house', forUser: 'user' } },
    Resumed: told,
    NoteAdded: { to: 'parties', words: { note: 'user' } },
    EvidenceAttached: { to: 'parties', words: { caption: 'speaker', forUser: 'user' } },
    WorkOrderOpened: told,
  },
  restsOn: {
    TechnicianAssigned: theReceipt,
    CaseReassigned: theReceipt,
    CaseTaken: theReceipt,
    CaseGivenBack: ['CaseTaken'],
    ContactMade: theReceipt,
    InformationRequested: theReopening,
    InformationReceived: ['InformationRequested'],
    StatementReceived: theReceipt,
    PutOnHold: theReopening,
    Resumed: ['PutOnHold'],
    NoteAdded: theReceipt,
    EvidenceAttached: theReceipt,
    WorkOrderOpened: theReceipt,
  },
  commands: {
    assignTechnician: ['customer-service', 'technical-lead'],
    reassignCase: ['customer-service'],
    takeCase: takers,
    giveBackCase: takers,
    recordContact: ['customer-service', 'technical-lead', 'user'],
    requestInformation: ['customer-service', 'technical-lead', 'competent-area'],
    receiveInformation: ['user', 'customer-service', 'system'],
    recordStatement: ['user', 'customer-service', 'system'],
    putOnHold: ['customer-service', 'technical-lead'],
    resume: ['customer-service', 'technical-lead'],
    addNote: staff,
    attachEvidence: ['user', ...staff, 'authority', 'system'],
    openWorkOrder: ['technical-lead'],
  },
  relations: {
    assignTechnician: asks(inCharge),
    reassignCase: others,
    takeCase: asks(null, inArea),
    giveBackCase: asks(null, inArea),
    recordContact: asks(atWork),
    requestInformation: asks(inCharge, inArea),
    receiveInformation: others,
    recordStatement: others,
    putOnHold: asks(inCharge),
    resume: asks(inCharge),
    addNote: asks(atWorkOrAfter, inArea),
    attachEvidence: asks(atWorkOrAfter, inArea),
    openWorkOrder: asks(inCharge),
  },
  decide: {
    /** Both owners are named: the technical lead, and customer service (O-18). */
    assignTechnician: (
      { technician, owner: named },
      { facets, folio, technician: current, owner: before },
      context,
    ) => {
      if (tracks[facets.track].technician === 'never')
        return reject('not-on-this-track', { track: facets.track });
      const owner = named ?? (context.role === 'customer-service' ? context.actor : before);
      if (owner === null) return reject('no-owner');
      if (technician === current && owner === before) return reject('no-new-fact', { folio });
      const reason = current === null ? 'first' : 'reassigned';
      return accept({ type: 'TechnicianAssigned', data: { technician, owner, reason } });
    },

    reassignCase: ({ owner }, { owner: before, folio }) =>
      owner === before
        ? reject('no-new-fact', { folio })
        : accept({ type: 'CaseReassigned', data: { from: before ?? undefined, owner } }),

    /** A person within a role or an area takes it on, from a colleague too: who has it is seen in the queue. */
    takeCase: (_none, complaint, { actor, role }) => {
      const { folio } = complaint;
      const taker = takerOf(role);
      if (taker === undefined) return reject('role-not-allowed', { role, allowed: takers });
      const before = holderOf(taker, complaint);
      return before === actor
        ? reject('no-new-fact', { folio })
        : accept({ type: 'CaseTaken', data: { role: taker, holder: actor, from: before ?? undefined } });
    },

    giveBackCase: (_none, { folio, holders }, { actor, role }) => {
      const taker = takerOf(role);
      if (taker === undefined) return reject('role-not-allowed', { role, allowed: takers });
      return holders[taker] === actor
        ? accept({ type: 'CaseGivenBack', data: { role: taker, holder: actor } })
        : reject('not-taken', { folio, actor });
    },

    /**
     * Every contact counts, two in the same minute as well, also after the end; on a duplicate, the one that takes up what
     * was said there. A future one would end a pause too early (I-15, I-19).
     */
    recordContact: (data, complaint, context) =>
      firstOf(
        complaint.facets.unread ? null : goesOnElsewhere(complaint, context),
        notTheProvidersWord(data.direction === 'to-user', complaint, context),
        afterTheClock(data.contactedAt, context),
      ) ?? accept({ type: 'ContactMade', data }),

    requestInformation: ({ question }, { requests, filing }) =>
      accept({
        type: 'InformationRequested',
        data: { request: requests.made + 1 },
        personal: { [filing.subscriber]: { question } },
      }),

    /** Who answers one of several questions leaves the others open: they are waited for still (I-15). */
    receiveInformation: ({ answer, requests: named = [], ...said }, complaint, context) => {
      const {
        requests: { open },
        filing,
        folio,
      } = complaint;
      if (open.length === 0) return reject('nothing-asked', { folio });
      const unknown = named.find((request) => !open.includes(request));
      if (unknown !== undefined) return reject('not-asked', { folio, request: unknown, open });
      const requests = named.length === 0 ? open : open.filter((request) => named.includes(request));
      return (
        notTheUsersWord(said, complaint, context) ??
        accept({
          type: 'InformationReceived',
          data: { requests, ...said },
          personal: { [filing.subscriber]: { answer } },
        })
      );
    },

    /** The same case takes it, also after its end (I-23); a second report needs no second folio (I-25). */
    recordStatement: ({ statement, ...data }, complaint, context) =>
      goesOnElsewhere(complaint, context) ??
      afterTheClock(data.statedAt, context) ??
      notTheUsersWord(data, complaint, context) ??
      accept({
        type: 'StatementReceived',
        data,
        personal: { [complaint.filing.subscriber]: { statement } },
      }),

    putOnHold: ({ reason, explanation, forUser }, { facets: { hold }, filing, folio }) =>
      hold === null
        ? accept({
            type: 'PutOnHold',
            data: { reason },
            personal: { [filing.subscriber]: { explanation, forUser } },
          })
        : reject('already-on-hold', { folio, reason: hold }),

    resume: (_none, { facets: { hold }, folio }) =>
      hold === null ? reject('not-on-hold', { folio }) : accept({ type: 'Resumed', data: { reason: hold } }),

    /** A note on a duplicate would be read by no one: it belongs where the matter goes on. */
    addNote: ({ visibility, note }, complaint, context) =>
      goesOnElsewhere(complaint, context) ??
      accept({
        type: 'NoteAdded',
        data: { visibility },
        personal: { [complaint.filing.subscriber]: { note } },
      }),

    /** The same file again may come with other words: those are sealed. */
    attachEvidence: ({ attachment, caption, forUser }, { filing }) =>
      accept({
        type: 'EvidenceAttached',
        data: { attachment },
        personal: { [filing.subscriber]: { caption, forUser } },
      }),

    openWorkOrder: ({ workOrder }, { facets, folio, workOrders }) => {
      if (tracks[facets.track].technician === 'never')
        return reject('not-on-this-track', { track: facets.track });
      return workOrders.includes(workOrder)
        ? reject('no-new-fact', { folio })
        : accept({ type: 'WorkOrderOpened', data: { workOrder } });
    },
  },
  evolve: {
    TechnicianAssigned: {
      card: ({ technician, owner }, { facets: { diagnosis } }) => ({
        technician,
        owner,
        facets: { diagnosis: diagnosis === 'none' ? 'assigned' : diagnosis },
      }),
      details: (_data, _state, recorded) => ({ assignment: onRecord(recorded) }),
    },
    CaseReassigned: { card: ({ owner }) => ({ owner }) },
    CaseTaken: { card: ({ role, holder }, { holders }) => ({ holders: { ...holders, [role]: holder } }) },
    CaseGivenBack: { card: ({ role }, { holders }) => ({ holders: { ...holders, [role]: null } }) },
    ContactMade: {
      card: ({ direction, contactedAt }, card) =>
        direction === 'from-user' ? heardFromUser(card, contactedAt) : takenUp(card),
    },
    InformationRequested: {
      card: ({ request }, { requests: { made, open } }) => asked(Math.max(request, made), [...open, request]),
      details: (_data, { sent }, { revision }) => ({ sent: [...sent, revision] }),
    },
    InformationReceived: {
      card: ({ requests: answered }, { requests: { made, open } }) =>
        asked(
          made,
          open.filter((request) => !answered.includes(request)),
        ),
    },
    PutOnHold: {
      card: ({ reason }) => ({ facets: { hold: reason } }),
    },
    Resumed: { card: () => ({ facets: { hold: null } }) },
    StatementReceived: {
      card: ({ statedAt }, card) =>
        card.facets.ending === 'open'
          ? heardFromUser(card, statedAt)
          : { ...heardFromUser(card, statedAt), facets: { unread: true } },
      beforeWork: true,
    },
    NoteAdded: { beforeWork: true, card: (_data, card) => takenUp(card) },
    EvidenceAttached: { beforeWork: true },
    WorkOrderOpened: {
      details: ({ workOrder }, { workOrders }) => ({ workOrders: [...workOrders, workOrder] }),
    },
  },
  refusals: {
    'no-owner': {
      kind: 'rule',
      es: 'La asignación lleva también a quien da seguimiento en Servicio al Cliente.',
      en: 'An assignment also names who follows it up in customer service.',
    },
    'not-taken': {
      kind: 'rule',
      es: 'La solicitud {folio} no la tiene tomada {actor}: no hay qué devolver.',
      en: 'Request {folio} was not taken by {actor}, so there is nothing to give back.',
    },
    'nothing-asked': {
      kind: 'rule',
      es: 'No hay ninguna información pendiente del usuario en la solicitud {folio}.',
      en: 'Nothing is being asked of the user in request {folio}.',
    },
    'not-asked': {
      kind: 'rule',
      es: 'La pregunta {request} no está pendiente en la solicitud {folio}; lo están: {open}.',
      en: 'Question {request} is not open in request {folio}; these are: {open}.',
    },
    'already-on-hold': {
      kind: 'rule',
      es: 'La solicitud {folio} ya está en espera ({reason}).',
      en: 'Request {folio} is already on hold ({reason}).',
    },
    'not-on-hold': {
      kind: 'rule',
      es: 'La solicitud {folio} no está en espera.',
      en: 'Request {folio} is not on hold.',
    },
  },
});
