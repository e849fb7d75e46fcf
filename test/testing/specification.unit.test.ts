import { describe, expect, it } from '@jest/globals';
import {
  asCustomerService,
  assignedTo,
  assignTechnician,
  asTechnicalLead,
  asUser,
  at,
  causeVerified,
  communicateFolio,
  days,
  filed,
  folio,
  folioTold,
  given,
  happened,
  hours,
  on,
  people,
  ruledUpheld,
  verifyCause,
} from '../../src/testing/index.js';

const accepted = () => given(filed()).when(communicateFolio(), people.customerService);
const refused = () => given(filed(), folioTold()).when(communicateFolio(), people.customerService);

describe('A specification holds', () => {
  it('where exactly the expected events come of the command', () => {
    accepted().emits(happened('FolioCommunicated', { channel: 'phone', communicatedAt: hours(0) }));
    accepted().emitsOnly('FolioCommunicated');
  });

  it('where the command is refused with the expected code and details', () => {
    refused().isRejected('folio-already-told').isRejected('folio-already-told', { folio });
  });

  it('where the sealed values are those expected, as soon as they are named', () => {
    const explained = given(filed(), assignedTo('rt-1')).when(
      verifyCause({ explanation: 'Fibra rota.' }),
      people.technicalLead,
    );
    const verified = { causes: ['cut-fibre'], faultFound: true, attribution: 'user' } as const;
    explained.emits(happened('CauseVerified', verified));
    explained.emits({
      ...happened('CauseVerified', verified),
      personal: { 'sub-1': { explanation: 'Fibra rota.' } },
    });
    expect(() =>
      explained.emits({
        ...happened('CauseVerified', verified),
        personal: { 'sub-1': { explanation: 'Otra.' } },
      }),
    ).toThrow('Otra.');
  });

  it('over several commands, each in the state that the one before left', () => {
    given(filed())
      .when(assignTechnician({ technician: 'rt-3' }), people.customerService)
      .when(verifyCause(), asTechnicalLead('rt-3'))
      .emitsOnly('CauseVerified')
      .state(({ technician }) => technician === 'rt-3')
      .hasStatus('inProgress')
      .leaves({ 'technical-lead': ['repair'] });
  });
});

describe('A specification fails, and shows what happened instead', () => {
  it('where other events come of the command', () => {
    expect(() =>
      accepted().emits(happened('FolioCommunicated', { channel: 'email', communicatedAt: hours(0) })),
    ).toThrow(/email/);
    expect(() => accepted().emitsOnly('Filed')).toThrow(/FolioCommunicated/);
    expect(() => accepted().emits()).toThrow(/FolioCommunicated/);
  });

  it('where a refusal was expected and the command is accepted', () => {
    expect(() => accepted().isRejected('not-filed')).toThrow(
      'expected a refusal, not-filed, but it was accepted: FolioCommunicated',
    );
  });

  it('where another refusal comes, or other details', () => {
    expect(() => refused().isRejected('not-filed')).toThrow('but it was refused: folio-already-told');
    expect(() => refused().isRejected('folio-already-told', { folio: 'another' })).toThrow(/another/);
  });

  it('where events were expected and the command is refused', () => {
    expect(() => refused().emits()).toThrow('expected events, but it was refused: folio-already-told');
  });

  it('where the state, the status or a duty is another one', () => {
    expect(() => accepted().state(() => false)).toThrow('the state is another one');
    expect(() => accepted().hasStatus('closed')).toThrow(/acknowledged/);
    expect(() => accepted().leaves({ 'customer-service': [] })).toThrow(/assign-technician/);
  });
});

describe('A story', () => {
  it('is numbered from 0 and goes on by the minute, its folio assigned with the filing', () => {
    const { events } = given(filed(), folioTold(), on(days(2), assignedTo('rt-1')), causeVerified());
    expect(events.map(({ recorded }) => recorded.revision)).toEqual([0, 1, 2, 3, 4]);
    expect(events.map(({ recorded }) => recorded.occurredAt)).toEqual([
      hours(0),
      hours(0),
      hours(1 / 60),
      days(2),
      hours(48 + 1 / 60),
    ]);
  });

  it('keeps who did what', () => {
    const { events } = given(filed(), assignedTo('rt-1', 'cs-7'));
    expect(events.at(-1)?.recorded).toMatchObject(asCustomerService('cs-7'));
  });

  it('lets a step point at the step it rests on', () => {
    const { state } = given(filed(), assignedTo('rt-1'), causeVerified(), ruledUpheld());
    expect(state.ruling).toMatchObject({ revision: 4, cause: 3 });
  });

  it('begins with nothing at all where nothing is given', () => {
    given().when(communicateFolio(), people.customerService).isRejected('not-filed');
    expect(given().events).toEqual([]);
  });

  it('cannot be changed by what looks at it', () => {
    given(filed())
      .when(communicateFolio(), people.customerService)
      .state((state) => expect(Object.isFrozen(state.facets)).toBe(true));
  });

  it('takes no moment that is none', () => {
    expect(at('2026-03-02T09:00:00-06:00')).toBe(hours(0));
    expect(() => at('yesterday')).toThrow('no moment: yesterday');
  });

  it('knows a person by the pseudonym one gives, or a usual one', () => {
    expect([people.user, asUser('u-9')]).toEqual([
      { actor: 'sub-1', role: 'user' },
      { actor: 'u-9', role: 'user' },
    ]);
  });
});

describe('A specification in JavaScript gets a sentence, never a TypeError, for', () => {
  const thrownBy = (call: (...given: never[]) => unknown, ...given: readonly unknown[]): unknown => {
    try {
      return Reflect.apply(call, undefined, given);
    } catch (error) {
      return error instanceof TypeError ? 'TypeError' : String(error);
    }
  };

  it.each([[null], [undefined], [5], ['filed'], [[null]], [{ event: null, by: null }], [() => null]])(
    'a step that is none: given(%p)',
    (step) => {
      expect(thrownBy(given, step)).toMatch('given: not a step');
    },
  );

  it.each([[null], [undefined], ['close'], [{}], [{ type: 'clos' }]])(
    'a command that is none: %p',
    (command) => {
      expect(thrownBy(given(filed()).when, command, people.customerService)).toMatch('when: not a command');
    },
  );

  it.each([[null], [undefined], ['cs-1'], [{ actor: 'cs-1' }]])('an actor that is none: %p', (by) => {
    expect(thrownBy(given(filed()).when, communicateFolio(), by)).toMatch('when: not an actor');
  });
});
