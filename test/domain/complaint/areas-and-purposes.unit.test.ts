import { describe, it } from '@jest/globals';
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
  it('a technical fault does not go to the area of bills, whatever it is called; the refusal names who may', () => {
    const may = ['conciliation', 'technical'];
    given(filed())
      .when(routeToArea({ area: 'billing', purpose: 'clarification' }), cs, house)
      .isRejected('area-not-for-this', { folio, area: 'billing', may });
    given(filed())
      .when(routeToArea({ area: 'billing', purpose: 'repair' }), cs, house)
      .isRejected('area-not-for-this', { folio, area: 'billing', may: ['technical'] });
    given(filed())
      .when(routeToArea({ area: 'technical', purpose: 'repair' }), cs, house)
      .emitsOnly('RoutedToArea');
  });

  it('a clarification does not go to the technical area, neither at first nor from another one', () => {
    const refused = { folio, area: 'technical', may: ['billing', 'conciliation'] };
    given(filedAs('clarification'))
      .when(routeToArea({ area: 'technical', purpose: 'repair' }), cs, house)
      .isRejected('area-not-for-this', refused);
    given(filedAs('clarification'), routedTo('billing'))
      .when(rerouteToArea({ area: 'technical', purpose: 'repair' }), cs, house)
      .isRejected('area-not-for-this', refused);
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

  it('what a log tells of its own areas is taken as it is', () => {
    given(filed())
      .when(routeToArea({ area: 'billing', purpose: 'repair' }), cs, { ...house, imported: true })
      .emitsOnly('RoutedToArea');
  });
});
