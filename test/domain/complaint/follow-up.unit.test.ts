import { describe, expect, it } from '@jest/globals';
import {
  addNote,
  asCustomerService,
  assignedTo,
  assignTechnician,
  attachEvidence,
  filed,
  filedAs,
  filedTechnicalComplaint,
  folio,
  given,
  happened,
  hours,
  openWorkOrder,
  people,
  putOnHold,
  reassignCase,
  receiveInformation,
  recordContact,
  requestInformation,
  resume,
  routedTo,
  withdraw,
} from '../../../src/testing/index.js';
import { holdReasons } from '../../../src/domain/complaint/index.js';

const cs = people.customerService;

describe('Customer service and a technical lead follow a request up together (O-18)', () => {
  it('both are named when a technician is assigned', () => {
    given(filed())
      .when(assignTechnician({ technician: 'rt-3', owner: 'cs-7' }), cs)
      .emits(happened('TechnicianAssigned', { technician: 'rt-3', owner: 'cs-7', reason: 'first' }))
      .state(({ technician, owner, facets }) =>
        expect([technician, owner, facets.diagnosis]).toEqual(['rt-3', 'cs-7', 'assigned']),
      );
  });

  it('the one who assigns is the owner, where that is customer service', () => {
    given(filed())
      .when(assignTechnician({ technician: 'rt-3' }), asCustomerService('cs-9'))
      .emits(happened('TechnicianAssigned', { technician: 'rt-3', owner: 'cs-9', reason: 'first' }));
  });

  it('the owner before stays, where a technical lead hands it on', () => {
    given(filed(), assignedTo('rt-1', 'cs-4'))
      .when(assignTechnician({ technician: 'rt-3' }), people.technicalLead)
      .emits(happened('TechnicianAssigned', { technician: 'rt-3', owner: 'cs-4', reason: 'reassigned' }));
  });

  it('another technician, or another owner, is a reassignment; the same two are no fact', () => {
    const assigned = given(filed(), assignedTo('rt-1', 'cs-1'));
    assigned
      .when(assignTechnician({ technician: 'rt-2' }), cs)
      .emits(happened('TechnicianAssigned', { technician: 'rt-2', owner: 'cs-1', reason: 'reassigned' }));
    assigned
      .when(assignTechnician({ technician: 'rt-1', owner: 'cs-2' }), cs)
      .emits(happened('TechnicianAssigned', { technician: 'rt-1', owner: 'cs-2', reason: 'reassigned' }));
    assigned
      .when(assignTechnician({ technician: 'rt-1', owner: 'cs-1' }), cs)
      .isRejected('no-new-fact', { folio });
  });

  it('a reassignment does not undo what was verified', () => {
    given(filed(), assignedTo('rt-1'))
      .when(
        { type: 'verifyCause', data: { causes: ['x'], faultFound: true, attribution: 'user' } },
        people.technicalLead,
      )
      .when(assignTechnician({ technician: 'rt-2' }), cs)
      .state(({ facets }) => facets.diagnosis === 'verified');
  });

  it('only where a technician has a part (I-05)', () => {
    for (const kind of ['complaint', 'clarification', 'inquiry', 'suggestion', 'cancellation'] as const) {
      const track = kind === 'complaint' ? 'other-complaint' : kind;
      given(filedAs(kind)).when(assignTechnician(), cs).isRejected('not-on-this-track', { track });
      given(filedAs(kind), assignedTo('rt-1'))
        .when(openWorkOrder(), people.technicalLead)
        .isRejected('not-on-this-track', { track });
    }
    for (const request of [filed(), filedTechnicalComplaint(), filedAs('procedure')]) {
      given(request).when(assignTechnician(), cs).emitsOnly('TechnicianAssigned');
      given(request, assignedTo('rt-1'))
        .when(openWorkOrder(), people.technicalLead)
        .emits(happened('WorkOrderOpened', { workOrder: 'wo-1' }));
    }
  });

  it('the owner of a request may change while its technical lead stays', () => {
    given(filed(), assignedTo('rt-1', 'cs-1'))
      .when(reassignCase({ owner: 'cs-2' }), cs)
      .emits(happened('CaseReassigned', { from: 'cs-1', owner: 'cs-2' }))
      .state(({ owner, technician }) => expect([owner, technician]).toEqual(['cs-2', 'rt-1']))
      .when(reassignCase({ owner: 'cs-2' }), cs)
      .isRejected('no-new-fact', { folio });
    given(filed())
      .when(reassignCase({ owner: 'cs-2' }), cs)
      .emits(happened('CaseReassigned', { owner: 'cs-2' }));
  });
});

describe('The user is asked for information (I-15)', () => {
  it('the user is waited for until every question is answered', () => {
    given(filed(), assignedTo('rt-1'), routedTo('billing'))
      .when(requestInformation({ question: '¿Desde cuándo?' }), people.technicalLead)
      .emits({
        ...happened('InformationRequested', { request: 1 }),
        personal: { 'sub-1': { question: '¿Desde cuándo?' } },
      })
      .hasStatus('pending')
      .when(requestInformation(), people.competentArea)
      .emits(happened('InformationRequested', { request: 2 }))
      .state(({ facets, requests }) =>
        expect([facets.openRequests, requests]).toEqual([2, { made: 2, open: [1, 2] }]),
      )
      .when(receiveInformation({ answer: 'Desde ayer.' }), people.user)
      .emits({
        ...happened('InformationReceived', { requests: [1, 2] }),
        personal: { 'sub-1': { answer: 'Desde ayer.' } },
      })
      .hasStatus('inProgress')
      .state(({ facets, requests }) =>
        expect([facets.openRequests, requests]).toEqual([0, { made: 2, open: [] }]),
      )
      .when(requestInformation(), cs)
      .emits(happened('InformationRequested', { request: 3 }));
  });

  it('an answer that names its question leaves the others open, and the answer clocks still wait for them (I-15)', () => {
    const both = given(filed())
      .when(requestInformation(), people.customerService)
      .when(requestInformation(), people.customerService);
    const one = both.when(receiveInformation({ requests: [2] }), people.user);
    one.emits({
      ...happened('InformationReceived', { requests: [2] }),
      personal: { 'sub-1': { answer: 'Sólo la roja.' } },
    });
    one.state(({ facets, requests }) =>
      expect([facets.openRequests, requests]).toEqual([1, { made: 2, open: [1] }]),
    );
    one
      .when(receiveInformation({ requests: [2] }), people.user)
      .isRejected('not-asked', { folio, request: 2, open: [1] });
    one.when(receiveInformation({ requests: [] }), people.user).emitsOnly('InformationReceived');
  });

  it('the user is still waited for where an answer settles only one of two questions', () => {
    const asked = (request: number) => ({ event: happened('InformationRequested', { request }), by: cs });
    const settled = { event: happened('InformationReceived', { requests: [1] }), by: people.user };
    const { state } = given(filed(), asked(1), asked(2), settled);
    expect([state.facets.openRequests, state.requests]).toEqual([1, { made: 2, open: [2] }]);
  });

  it('the user cannot answer what was not asked', () => {
    given(filed()).when(receiveInformation(), people.user).isRejected('nothing-asked', { folio });
  });
});

describe('A request is put on hold', () => {
  it.each(holdReasons)('because of %s, and resumed', (reason) => {
    given(filed(), assignedTo('rt-1'))
      .when(putOnHold({ reason, explanation: 'Esperamos.' }), people.technicalLead, { occurredAt: hours(30) })
      .emits({ ...happened('PutOnHold', { reason }), personal: { 'sub-1': { explanation: 'Esperamos.' } } })
      .hasStatus('held')
      .state(({ facets }) => expect(facets.hold).toBe(reason))
      .when(putOnHold({ reason: 'other' }), cs)
      .isRejected('already-on-hold', { folio, reason })
      .when(resume(), cs)
      .emits(happened('Resumed', { reason }))
      .hasStatus('inProgress')
      .state(({ facets }) => expect(facets.hold).toBeNull());
  });

  it('a request that is not on hold is not resumed', () => {
    given(filed()).when(resume(), cs).isRejected('not-on-hold', { folio });
  });
});

describe('What any role adds', () => {
  it('is a contact, which begins the work', () => {
    given(filed())
      .when(recordContact({ direction: 'from-user' }), people.user)
      .emits(happened('ContactMade', { direction: 'from-user', channel: 'phone', contactedAt: hours(1) }))
      .hasStatus('inProgress');
  });

  it('is a note, sealed; it begins no work and is taken after the end (I-23)', () => {
    given(filed())
      .when(addNote({ visibility: 'user', note: 'Llamó su hijo.' }), people.legal)
      .emits({
        ...happened('NoteAdded', { visibility: 'user' }),
        personal: { 'sub-1': { note: 'Llamó su hijo.' } },
      })
      .hasStatus('acknowledged')
      .when(withdraw(), people.user)
      .when(addNote(), cs)
      .emitsOnly('NoteAdded')
      .when(attachEvidence(), people.user)
      .isRejected('complaint-ended', { folio, ending: 'withdrawn' });
  });

  it('is evidence, known by its hash, with a sealed caption', () => {
    given(filed())
      .when(attachEvidence({ caption: 'Mi módem.' }), people.system)
      .emits({
        ...happened('EvidenceAttached', {
          attachment: { sha256: 'a'.repeat(64), mediaType: 'image/jpeg', size: 1024, personal: false },
        }),
        personal: { 'sub-1': { caption: 'Mi módem.' } },
      })
      .hasStatus('acknowledged');
  });
});
