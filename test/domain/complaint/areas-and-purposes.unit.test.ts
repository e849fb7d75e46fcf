import { describe, expect, it } from '@jest/globals';
import { routingPurposes } from '../../../src/domain/complaint/vocabulary.js';
import {
  asCompetentArea,
  assessCompensation,
  assignedTo,
  causeVerified,
  declareNothingDue,
  filed,
  filedAs,
  folio,
  given,
  grantCompensation,
  people,
  recordConciliation,
  repaired,
  rerouteToArea,
  routedTo,
  routeToArea,
  rule,
} from '../../../src/testing/index.js';

const cs = people.customerService;
const house = {
  areas: ['billing', 'conciliation', 'technical'],
  purposes: { billing: ['clarification'], conciliation: ['conciliation'], technical: ['repair'] },
} as const;

describe('An area is asked for what it is there for (O-32)', () => {
  it('a technical fault does not go to the area of bills, whatever it is called; the refusal names who may, or what for', () => {
    const purposes = ['conciliation', 'repair'];
    given(filed())
      .when(routeToArea({ area: 'billing', purpose: 'clarification' }), cs, house)
      .isRejected('purpose-not-for-this', { folio, track: 'fault', purpose: 'clarification', purposes });
    given(filed())
      .when(routeToArea({ area: 'billing', purpose: 'repair' }), cs, house)
      .isRejected('area-not-for-this', { folio, area: 'billing', may: ['technical'] });
    given(filed())
      .when(routeToArea({ area: 'technical', purpose: 'repair' }), cs, house)
      .emitsOnly('RoutedToArea');
  });

  it('a clarification does not go to the technical area, neither at first nor from another one', () => {
    const purposes = ['clarification', 'conciliation'];
    const refused = { folio, track: 'clarification', purpose: 'repair', purposes };
    given(filedAs('clarification'))
      .when(routeToArea({ area: 'technical', purpose: 'repair' }), cs, house)
      .isRejected('purpose-not-for-this', refused);
    given(filedAs('clarification'), routedTo('billing'))
      .when(rerouteToArea({ area: 'technical', purpose: 'repair' }), cs, house)
      .isRejected('purpose-not-for-this', refused);
    given(filedAs('clarification'))
      .when(routeToArea({ area: 'technical', purpose: 'clarification' }), cs, house)
      .isRejected('area-not-for-this', { folio, area: 'technical', may: ['billing'] });
    given(filedAs('clarification'), routedTo('billing'))
      .when(rerouteToArea({ area: 'conciliation', purpose: 'conciliation' }), cs, house)
      .emitsOnly('ReroutedToArea');
  });

  it('a conciliation is recorded by an area that conciliates', () => {
    given(filedAs('clarification'), routedTo('billing'))
      .when(recordConciliation(), people.competentArea, house)
      .isRejected('area-not-for-this', { folio, area: 'billing', may: ['conciliation'] });
    given(filedAs('clarification'), routedTo('conciliation'))
      .when(recordConciliation(), people.competentArea, house)
      .emitsOnly('ConciliationRecorded');
  });

  it('a clerk of the area of bills neither rules nor grants on a technical fault that lies in no area', () => {
    const found = given(filed(), assignedTo('rt-1'), causeVerified(), repaired());
    const billing = asCompetentArea('ar-9', { area: 'billing' });
    const refused = { folio, area: 'billing', may: ['conciliation', 'technical'] };
    for (const command of [rule(), grantCompensation(), assessCompensation(), declareNothingDue()])
      found.when(command, billing, house).isRejected('area-not-for-this', refused);
    found.when(rule(), asCompetentArea('ar-9', { area: 'technical' }), house).emitsOnly('Ruled');
    found.when(rule(), asCompetentArea('ar-9'), house).emitsOnly('Ruled');
    given(filedAs('clarification'), routedTo('billing'), causeVerified())
      .when(rule(), billing, house)
      .emitsOnly('Ruled');
  });

  it('no refusal names the area that is refused among those that may, whatever it is asked for', () => {
    for (const kind of ['fault', 'clarification', 'complaint', 'inquiry'] as const)
      for (const area of house.areas)
        for (const purpose of routingPurposes) {
          const { decision } = given(filedAs(kind)).when(routeToArea({ area, purpose }), cs, house);
          const named = decision.ok ? [] : [decision.details['may']].flat();
          expect([area, purpose, named]).toEqual([area, purpose, expect.not.arrayContaining([area])]);
        }
  });

  it('what a log tells of its own areas is taken as it is', () => {
    given(filed())
      .when(routeToArea({ area: 'billing', purpose: 'repair' }), cs, { ...house, imported: true })
      .emitsOnly('RoutedToArea');
  });
});
