import { describe, expect, it } from '@jest/globals';
import { mustBeRouted } from '../../../src/domain/complaint/triage/routing.js';
import {
  answered,
  assignedTo,
  assignTechnician,
  causeVerified,
  classify,
  escalate,
  filed,
  filedAs,
  filedTechnicalComplaint,
  folio,
  given,
  happened,
  linkMassOutage,
  linkTo,
  people,
  reclassify,
  repaired,
  reported,
  rerouteToArea,
  restorationConfirmed,
  routedTo,
  routeToArea,
  ruledUpheld,
  userNotified,
} from '../../../src/testing/index.js';

describe('Classifying', () => {
  it('sets severity and urgency, and begins the work', () => {
    given(filed())
      .when(classify({ severity: 'critical', urgent: true, vulnerableUser: true }), people.customerService)
      .emits(happened('Classified', { severity: 'critical', urgent: true, vulnerableUser: true }))
      .hasStatus('inProgress')
      .state(({ severity }) => severity === 'critical');
  });

  it('as it came in is a fact the first time, and none the second', () => {
    given(filed())
      .when(classify({ severity: 'normal' }), people.customerService)
      .emitsOnly('Classified')
      .when(classify({ severity: 'normal', urgent: false, vulnerableUser: false }), people.customerService)
      .isRejected('no-new-fact', { folio })
      .when(classify({ severity: 'normal' }), people.customerService)
      .isRejected('no-new-fact', { folio });
  });

  it.each([
    { severity: 'high' },
    { severity: 'normal', urgent: true },
    { severity: 'normal', vulnerableUser: true },
  ] as const)('otherwise than before is a fact: %j', (otherwise) => {
    given(filed())
      .when(classify({ severity: 'normal' }), people.customerService)
      .when(classify(otherwise), people.system)
      .emits(happened('Classified', otherwise));
  });
});

describe('Routing to the competent area (O-31)', () => {
  it.each(['clarification', 'conciliation', 'repair'] as const)('says what for: %s (O-32)', (purpose) => {
    given(filedAs('complaint'))
      .when(routeToArea({ area: 'quality', purpose }), people.customerService)
      .emits(happened('RoutedToArea', { area: 'quality', purpose }))
      .state(({ area, facets }) => expect([area, facets.routing]).toEqual(['quality', 'routed']));
  });

  it('goes to an area that the provider has', () => {
    given(filed())
      .when(routeToArea({ area: 'legal' }), people.customerService, { areas: ['billing'] })
      .isRejected('unknown-area', { area: 'legal', areas: ['billing'] });
    given(filed(), routedTo('billing'))
      .when(rerouteToArea({ area: 'legal' }), people.competentArea, { areas: ['billing'] })
      .isRejected('unknown-area');
  });

  it('happens once; from then on it is rerouted, and the area it came from is kept', () => {
    given(filed(), routedTo('billing'))
      .when(routeToArea({ area: 'quality' }), people.customerService)
      .isRejected('already-routed', { folio, area: 'billing' });
    given(filed(), routedTo('billing'))
      .when(rerouteToArea({ area: 'quality', purpose: 'conciliation' }), people.competentArea)
      .emits(happened('ReroutedToArea', { from: 'billing', area: 'quality', purpose: 'conciliation' }))
      .state(({ area }) => area === 'quality');
  });

  it('is known by its rerouting where a reader skips the routing itself', () => {
    const rerouted = happened('ReroutedToArea', { from: 'billing', area: 'quality', purpose: 'repair' });
    given(filed(), { event: rerouted, by: people.competentArea })
      .when(routeToArea(), people.customerService)
      .isRejected('already-routed', { folio, area: 'quality' });
  });

  it('is not waited for where nothing was filed', () => {
    expect(mustBeRouted({ kind: null, track: null, routing: 'none' })).toBe(false);
  });

  it('cannot be changed before it happened, nor to the same area', () => {
    given(filed()).when(rerouteToArea(), people.customerService).isRejected('not-routed', { folio });
    given(filed(), routedTo('quality'))
      .when(rerouteToArea({ area: 'quality' }), people.customerService)
      .isRejected('no-new-fact', { folio });
  });
});

describe('Reclassifying', () => {
  it('keeps the folio and changes the track (I-02, I-05)', () => {
    given(filedAs('inquiry'))
      .when(
        reclassify({ kind: 'complaint', subject: 'equipment', defect: 'failure' }),
        people.customerService,
      )
      .emits({
        ...happened('Reclassified', {
          from: 'inquiry',
          kind: 'complaint',
          subject: 'equipment',
          defect: 'failure',
        }),
        personal: { 'sub-1': { explanation: 'El usuario sólo pregunta.' } },
      })
      .state(({ facets, about, folio: number }) => {
        expect(facets).toMatchObject({ kind: 'complaint', track: 'technical-complaint' });
        expect(about).toEqual({ kind: 'complaint', subject: 'equipment', defect: 'failure' });
        expect(number).toBe(folio);
      });
  });

  it('lets a technician take over what an inquiry hid (I-05)', () => {
    given(filedAs('inquiry'))
      .when(assignTechnician(), people.customerService)
      .isRejected('not-on-this-track', { track: 'inquiry' })
      .when(reclassify({ kind: 'fault', subject: 'service' }), people.customerService)
      .when(assignTechnician(), people.customerService)
      .emitsOnly('TechnicianAssigned');
  });

  it('between the technical tracks leaves the diagnosis and the technician as they are', () => {
    given(filed(), assignedTo('rt-1'), causeVerified(), repaired())
      .when(reclassify({ kind: 'complaint', subject: 'service', defect: 'failure' }), people.customerService)
      .state(({ facets, technician, cause }) => {
        expect(facets).toMatchObject({ diagnosis: 'verified', repair: 'done', track: 'technical-complaint' });
        expect(technician).toBe('rt-1');
        expect(cause).not.toBeNull();
      });
  });

  it('to a track where the area verifies forgets what the technician found, and takes them off (I-06)', () => {
    given(filed(), assignedTo('rt-1'), causeVerified(), repaired(), reported(), restorationConfirmed())
      .when(reclassify({ kind: 'clarification', subject: 'billing' }), people.customerService)
      .state(({ facets, technician, cause, repair, restoredBy, hands }) => {
        expect(facets).toMatchObject({
          track: 'clarification',
          diagnosis: 'none',
          faultFound: null,
          attribution: null,
          repair: 'none',
          restoration: 'none',
          handedOff: false,
        });
        expect([technician, cause, repair, restoredBy]).toEqual([null, null, null, null]);
        expect(hands).toEqual({ repaired: [], ruled: [] });
      })
      .when(reclassify({ kind: 'fault', subject: 'service' }), people.customerService)
      .leaves({ 'customer-service': ['tell-folio', 'assign-technician'], 'technical-lead': [] })
      .when(assignTechnician({ technician: 'rt-1' }), people.customerService)
      .emitsOnly('TechnicianAssigned');
  });

  it('to what it is already is no fact; a finer kind is', () => {
    given(filed())
      .when(reclassify({ kind: 'fault', subject: 'service' }), people.customerService)
      .isRejected('no-new-fact', { folio });
    given(filedAs('procedure', { subject: 'contract' }))
      .when(
        reclassify({ kind: 'procedure', subject: 'contract', subkind: 'change-of-holder' }),
        people.customerService,
      )
      .emitsOnly('Reclassified');
  });

  it.each([
    { kind: 'complaint', subject: 'service' },
    { kind: 'fault', subject: 'equipment' },
    { kind: 'fault', subject: 'service', defect: 'deficiency' },
  ] as const)('to something that differs in one respect is a fact: %j', (to) => {
    given(filed()).when(reclassify(to), people.customerService).emitsOnly('Reclassified');
  });

  it('cannot make a defect of what cannot fail', () => {
    given(filed())
      .when(reclassify({ kind: 'complaint', subject: 'billing', defect: 'failure' }), people.customerService)
      .isRejected('defect-needs-technical-subject', { subject: 'billing' });
    for (const subject of ['service', 'equipment'] as const)
      given(filedAs('inquiry'))
        .when(reclassify({ kind: 'complaint', subject, defect: 'deficiency' }), people.customerService)
        .emitsOnly('Reclassified');
  });

  it('does not touch what was ruled on, unless it is escalated', () => {
    const ruledOn = given(
      filedTechnicalComplaint(),
      routedTo('quality'),
      assignedTo('rt-1'),
      causeVerified(),
      ruledUpheld(),
    );
    ruledOn
      .when(reclassify(), people.customerService)
      .isRejected('already-ruled', { folio, ruling: 'upheld' });
    ruledOn
      .when(escalate(), people.user)
      .when(reclassify(), people.customerService)
      .emitsOnly('Reclassified');
  });

  it('does not touch what the user has the final word on', () => {
    given(filedAs('inquiry'), answered())
      .when(reclassify({ kind: 'fault', subject: 'service' }), people.customerService)
      .isRejected('final-word-sent', { folio });
    given(
      filed(),
      assignedTo('rt-1'),
      causeVerified(),
      repaired(),
      reported(),
      restorationConfirmed(),
      ruledUpheld(),
      userNotified(),
    )
      .when(reclassify(), people.customerService)
      .isRejected('final-word-sent', { folio });
  });
});

describe('Linking', () => {
  it('to another request keeps both apart (I-25)', () => {
    given(filed())
      .when(linkTo({ other: 'CON-000001-1', relationship: 'repeat' }), people.system)
      .emits(happened('LinkedTo', { other: 'CON-000001-1', relationship: 'repeat' }))
      .hasStatus('acknowledged')
      .when(linkTo({ other: 'CON-000001-1', relationship: 'related' }), people.system)
      .emitsOnly('LinkedTo')
      .state(({ links, facets }) => {
        expect(links).toEqual([
          { folio: 'CON-000001-1', kind: 'repeat' },
          { folio: 'CON-000001-1', kind: 'related' },
        ]);
        expect(facets.ending).toBe('open');
      })
      .when(linkTo({ other: 'CON-000001-1', relationship: 'repeat' }), people.customerService)
      .isRejected('no-new-fact', { folio });
  });

  it('to another one in the same way is a fact of its own', () => {
    given(filed({ relationships: [{ folio: 'CON-000001-1', kind: 'repeat' }] }))
      .when(linkTo({ other: 'CON-000002-1', relationship: 'repeat' }), people.system)
      .emitsOnly('LinkedTo');
  });

  it('to itself makes no sense', () => {
    given(filed())
      .when(linkTo({ other: folio }), people.system)
      .isRejected('linked-to-itself', { folio });
  });

  it('to a mass outage happens once for each outage', () => {
    given(filed())
      .when(linkMassOutage({ outage: 'mo-1' }), people.technicalLead)
      .emits(happened('MassOutageLinked', { outage: 'mo-1' }))
      .when(linkMassOutage({ outage: 'mo-2' }), people.technicalLead)
      .state(({ outages }) => expect(outages.map(({ outage }) => outage)).toEqual(['mo-1', 'mo-2']))
      .when(linkMassOutage({ outage: 'mo-1' }), people.system)
      .isRejected('no-new-fact', { folio });
  });
});
