import type { Reopening } from '../ending/messages.js';
import { explainedToTheHouse, toldOfTheOther } from '../disclosure/disclosed.js';
import { asks, inCharge, ofNoOtherArea, others } from '../asked-relations.js';
import { arrangements, notices, theProceeding, whatItCorrects } from '../rests-on.js';
import { defineStage } from '../stage.js';
import type { CorrectionCommands, CorrectionEvents } from './messages.js';
import { sealed } from './decisions.js';
import { correctConciliations, evolveConciliations } from './of-conciliations.js';
import { correctDeliveries, evolveDeliveries } from './of-deliveries.js';
import { correctMoney, evolveMoney } from './of-money.js';
import { correctOutages, evolveOutages } from './of-outages.js';
import { correctWhatCame, evolveWhatCame } from './of-what-came.js';
import { correctWork, evolveWork } from './of-the-work.js';
import { correctionRefusals } from './refusals.js';

export const correction = defineStage<CorrectionEvents, CorrectionCommands, Reopening>()({
  events: sealed,
  disclosed: {
    RulingCorrected: { to: 'parties', words: { reasons: 'user', explanation: 'house' } },
    CauseCorrected: { to: 'parties', words: { explanation: 'house', forUser: 'user' } },
    RestorationCorrected: explainedToTheHouse,
    CompensationCorrected: explainedToTheHouse,
    CreditCorrected: explainedToTheHouse,
    CancellationCorrected: explainedToTheHouse,
    ResolutionCorrected: { to: 'parties', words: { explanation: 'house', agreement: 'user' } },
    ConciliationCorrected: { to: 'parties', words: { explanation: 'house', agreement: 'user' } },
    DeliveryCorrected: explainedToTheHouse,
    VisitCorrected: explainedToTheHouse,
    TechnicianCorrected: explainedToTheHouse,
    MassOutageCorrected: explainedToTheHouse,
    DuplicateCorrected: {
      ...toldOfTheOther,
      words: { explanation: 'house' },
      houseFields: ['from', 'toldTo'],
    },
  },
  restsOn: {
    RulingCorrected: whatItCorrects,
    CauseCorrected: whatItCorrects,
    RestorationCorrected: whatItCorrects,
    CompensationCorrected: whatItCorrects,
    CreditCorrected: whatItCorrects,
    CancellationCorrected: whatItCorrects,
    ResolutionCorrected: theProceeding,
    ConciliationCorrected: whatItCorrects,
    DeliveryCorrected: notices,
    VisitCorrected: arrangements,
    TechnicianCorrected: whatItCorrects,
    MassOutageCorrected: whatItCorrects,
    DuplicateCorrected: whatItCorrects,
  },
  commands: {
    correctRuling: ['competent-area', 'ruling-officer'],
    correctCause: ['technical-lead', 'competent-area'],
    correctRestoration: ['technical-lead', 'customer-service'],
    correctCompensation: ['competent-area', 'billing'],
    correctCredit: ['billing'],
    correctCancellation: ['customer-service', 'billing'],
    correctResolution: ['legal'],
    correctConciliation: ['competent-area'],
    correctDelivery: ['customer-service'],
    correctVisit: ['customer-service', 'technical-lead'],
    correctTechnician: ['customer-service'],
    correctMassOutage: ['technical-lead', 'customer-service'],
    correctDuplicate: ['customer-service'],
  },
  relations: {
    correctRuling: asks(null, ofNoOtherArea),
    correctCause: asks(inCharge, ofNoOtherArea),
    correctRestoration: asks(inCharge),
    correctCompensation: asks(null, ofNoOtherArea),
    correctCredit: others,
    correctCancellation: others,
    correctResolution: others,
    correctConciliation: asks(null, ofNoOtherArea),
    correctDelivery: others,
    correctVisit: asks(inCharge),
    correctTechnician: others,
    correctMassOutage: asks(inCharge),
    correctDuplicate: others,
  },
  decide: {
    ...correctWork,
    ...correctMoney,
    ...correctWhatCame,
    ...correctConciliations,
    ...correctDeliveries,
    ...correctOutages,
  },
  evolve: {
    ...evolveWork,
    ...evolveMoney,
    ...evolveWhatCame,
    ...evolveConciliations,
    ...evolveDeliveries,
    ...evolveOutages,
  },
  refusals: correctionRefusals,
});
