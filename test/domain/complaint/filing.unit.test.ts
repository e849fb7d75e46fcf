import { describe, expect, it } from '@jest/globals';
import { channels, kinds } from '../../../src/domain/complaint/index.js';
import {
  acknowledge,
  answered,
  closed,
  communicateFolio,
  file,
  filed,
  filedAs,
  folio,
  folioTold,
  given,
  happened,
  hours,
  issueCertificate,
  people,
  refuse,
  usualTerms,
} from '../../../src/testing/index.js';

describe('A request is filed', () => {
  it.each(kinds)('whatever its kind, a %s too (O-01, O-02, O-04, O-05, O-06, O-07)', (kind) => {
    given()
      .when(file({ kind, subject: 'service' }), people.user)
      .emitsOnly('Filed', 'FolioAssigned');
  });

  it('about anything that is no failure, and related to nothing yet', () => {
    for (const subject of ['billing', 'contract', 'attention', 'other'] as const)
      given()
        .when(file({ kind: 'complaint', subject }), people.user)
        .state(({ about, links }) => {
          expect(about).toEqual({ kind: 'complaint', subject, defect: undefined });
          expect(links).toEqual([]);
        });
  });

  it('about a failure or a deficiency, of the service or of the equipment (O-01)', () => {
    for (const subject of ['service', 'equipment'] as const)
      for (const defect of ['failure', 'deficiency'] as const)
        given()
          .when(file({ kind: 'complaint', subject, defect }), people.user)
          .state(({ about }) => expect(about).toEqual({ kind: 'complaint', subject, defect }));
  });

  it('as a doubt, which is an inquiry of a finer kind (O-03)', () => {
    given()
      .when(file({ kind: 'inquiry', subkind: 'doubt' }), people.user)
      .state(({ filing }) => expect(filing?.subkind).toBe('doubt'));
  });

  it.each(channels)(
    'by any channel: %s, and outside its hours, which is noted (O-09, O-10, I-03)',
    (channel) => {
      given()
        .when(file({ channel }), people.system, { outOfHours: true })
        .state(({ filing }) => expect(filing).toMatchObject({ channel, outOfHours: true }));
    },
  );

  it('free of charge: neither the command nor the event has a place for a fee (O-08, I-04)', () => {
    given()
      .when(file(), people.user)
      .state(({ filing }) =>
        expect(Object.keys(filing ?? {}).filter((key) => /fee|charge|cost/i.test(key))).toEqual([]),
      );
  });

  it('a request gets its folio in the same append, right after its filing (O-14, O-15, O-16, I-01)', () => {
    given()
      .when(file({ channel: 'email', receivedAt: hours(2) }), people.customerService, {
        occurredAt: hours(20),
        folioLabel: 'número de seguimiento',
      })
      .emits(
        {
          ...happened('Filed', {
            kind: 'fault',
            subject: 'service',
            channel: 'email',
            receivedAt: hours(2),
            registeredAt: hours(20),
            outOfHours: false,
            severity: 'normal',
            language: 'es',
            subscriber: 'sub-1',
            terms: usualTerms(),
          }),
          personal: {
            'sub-1': {
              'subscriber.name': 'Ana',
              'subscriber.phone': '+52 55 0000 0000',
              description: 'No tengo servicio desde ayer.',
            },
          },
        },
        {
          ...happened('FolioAssigned', { folio, label: 'número de seguimiento', assignedAt: hours(20) }),
        },
      )
      .hasStatus('acknowledged')
      .state((state) => expect(state).toMatchObject({ folio, severity: 'normal' }));
  });

  it('with the terms in force then, which count from then on (I-18)', () => {
    const terms = usualTerms({ version: 7, reopeningDays: 5 });
    given()
      .when(file(), people.user, { terms })
      .state(({ filing }) => expect(filing?.terms).toEqual(terms));
  });

  it('by the subscriber or by a reporter, whose values are sealed apart (O-36)', () => {
    given()
      .when(file({ reporter: { ref: 'rep-1', name: 'Luis', email: 'luis@example.mx' } }), people.user)
      .state(({ filing }) => expect(filing).toMatchObject({ subscriber: 'sub-1', reporter: 'rep-1' }))
      .emits(
        {
          type: 'Filed',
          data: {
            kind: 'fault',
            subject: 'service',
            channel: 'phone',
            receivedAt: hours(0),
            registeredAt: hours(24),
            outOfHours: false,
            severity: 'normal',
            language: 'es',
            subscriber: 'sub-1',
            reporter: 'rep-1',
            terms: usualTerms(),
          },
          personal: {
            'sub-1': {
              'subscriber.name': 'Ana',
              'subscriber.phone': '+52 55 0000 0000',
              description: 'No tengo servicio desde ayer.',
            },
            'rep-1': { 'reporter.name': 'Luis', 'reporter.email': 'luis@example.mx' },
          },
        },
        happened('FolioAssigned', { folio, label: 'folio', assignedAt: hours(24) }),
      );
  });

  it('by a subscriber who is named as reporter too: all values under one key', () => {
    const { decision } = given().when(
      file({ reporter: { ref: 'sub-1', email: 'ana@example.mx' } }),
      people.user,
    );
    expect(decision.ok && decision.events[0].personal).toEqual({
      'sub-1': {
        'subscriber.name': 'Ana',
        'subscriber.phone': '+52 55 0000 0000',
        'subscriber.email': undefined,
        'reporter.name': undefined,
        'reporter.phone': undefined,
        'reporter.email': 'ana@example.mx',
        description: 'No tengo servicio desde ayer.',
        remedySought: undefined,
      },
    });
  });

  it('with what it already relates to', () => {
    given()
      .when(file({ relationships: [{ folio: 'CON-000001-1', kind: 'repeat' }] }), people.user)
      .state(({ links }) => expect(links).toEqual([{ folio: 'CON-000001-1', kind: 'repeat' }]));
  });
});

describe('A request is not filed', () => {
  it('twice in one stream (I-01)', () => {
    given(filed()).when(file(), people.user).isRejected('already-filed', { folio });
  });

  it('as received after the clock', () => {
    given()
      .when(file({ receivedAt: hours(25) }), people.user, { now: hours(24) })
      .isRejected('received-in-future', { receivedAt: hours(25), now: hours(24) });
    given()
      .when(file({ receivedAt: hours(24) }), people.user, { now: hours(24) })
      .emitsOnly('Filed', 'FolioAssigned');
  });

  it.each(['billing', 'contract', 'attention', 'other'] as const)(
    'as a defect of something that cannot fail: %s',
    (subject) => {
      given()
        .when(file({ kind: 'complaint', subject, defect: 'failure' }), people.user)
        .isRejected('defect-needs-technical-subject', { subject });
    },
  );
});

describe('The user is told the folio', () => {
  it('once (O-17)', () => {
    given(filed())
      .when(communicateFolio({ channel: 'web' }), people.system)
      .emits(happened('FolioCommunicated', { channel: 'web', communicatedAt: hours(0) }))
      .hasStatus('acknowledged')
      .state(({ facets, sent }) => expect([facets.folioTold, sent]).toEqual([true, [2]]));
    given(filed(), folioTold())
      .when(communicateFolio(), people.system)
      .isRejected('folio-already-told', { folio });
  });

  it('the user gets an acknowledgement in writing, which is no work yet', () => {
    given(filed())
      .when(acknowledge(), people.system)
      .emits(happened('AcknowledgementSent', { channel: 'email', sentAt: hours(1) }))
      .hasStatus('acknowledged')
      .state(({ sent }) => expect(sent).toEqual([2]));
  });
});

describe('A certificate', () => {
  it('is issued at any time, after the end too (I-23)', () => {
    given(filed())
      .when(issueCertificate(), people.customerService)
      .emits(happened('CertificateIssued', { channel: 'email', issuedAt: hours(1) }))
      .hasStatus('acknowledged');
    given(filedAs('inquiry'), answered(), closed('answered'))
      .when(issueCertificate(), people.customerService)
      .emitsOnly('CertificateIssued')
      .hasStatus('closed')
      .state(({ sent }) => expect(sent).toEqual([2, 4]));
  });
});

describe('A request that is none of the provider', () => {
  it('is not accepted; its reason is sealed, its folio stays', () => {
    given(filed())
      .when(refuse({ reason: 'out-of-scope', forUser: 'No es nuestro servicio.' }), people.customerService)
      .emits({
        ...happened('NotAccepted', { reason: 'out-of-scope' }),
        personal: { 'sub-1': { forUser: 'No es nuestro servicio.' } },
      })
      .hasStatus('rejected')
      .state((state) => expect(state).toMatchObject({ folio, endedAt: hours(24) }));
  });

  it('is so by customer service alone', () => {
    for (const by of [people.user, people.system, people.authority])
      given(filed())
        .when(refuse(), by)
        .isRejected('role-not-allowed', { role: by.role, allowed: ['customer-service'] });
  });
});
