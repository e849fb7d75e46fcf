import { accept, reject } from '../../kernel/decision.js';
import { knownAt } from '../../kernel/known-at.js';
import type { CaseCard } from '../card.js';
import { affectedAnew } from '../compensation/affected-period.js';
import { chargeIn, undueChargeOwed } from '../compensation/undue-charge.js';
import type { ComplaintContext } from '../context.js';
import type { CardChanges } from '../evolver.js';
import type { Facets } from '../facets.js';
import { freshDetails, freshFacets } from '../fresh-start.js';
import { afterTheFinalWord, alreadyRuled, defectElsewhere, firstOf } from '../guards.js';
import { ofTheHouse, told } from '../disclosure/disclosed.js';
import { asks, ofNoOtherArea, others } from '../asked-relations.js';
import { onRecord } from '../on-record.js';
import { theReceipt } from '../rests-on.js';
import { isSameOutage } from '../same-outage.js';
import { defineStage } from '../stage.js';
import type { FiledComplaint } from '../state.js';
import { changesHands, isAbout, trackOf } from '../tracks.js';
import { notForThisPurpose } from './purposes.js';
import type { Classification, TriageCommands, TriageEvents } from './messages.js';

const sameClassification = (a: Classification, b: Classification) =>
  a.severity === b.severity &&
  (a.urgent ?? false) === (b.urgent ?? false) &&
  (a.vulnerableUser ?? false) === (b.vulnerableUser ?? false);

const ofAnotherProvider = (area: string, { areas }: ComplaintContext) =>
  areas.includes(area) ? null : reject('unknown-area', { area, areas });

/** A finer kind that is not named stays as it is. */
const sameRequest = (
  to: Omit<TriageCommands['reclassify'], 'explanation'>,
  { about }: FiledComplaint,
): boolean =>
  to.kind === about.kind &&
  to.subject === about.subject &&
  to.defect === about.defect &&
  (to.subkind === undefined || to.subkind === about.subkind);

/** A cause stands only as long as the same side verifies causes: an area's finding is no technician's (I-06). */
const beginsAnew = ({ kind, subject }: TriageEvents['Reclassified'], { track }: Facets): boolean =>
  track !== null && changesHands(track, trackOf(kind, subject));

/** The clerk who had it in another area has it no longer. */
const inArea = ({ area }: { readonly area: string }, { holders }: CaseCard): CardChanges => ({
  area,
  holders: { ...holders, 'competent-area': null },
  facets: { routing: 'routed' },
});

export const triage = defineStage<TriageEvents, TriageCommands>()({
  events: {
    Classified: {},
    Reclassified: { explanation: 'subscriber' },
    RoutedToArea: {},
    ReroutedToArea: {},
    LinkedTo: {},
    MassOutageLinked: {},
  },
  disclosed: {
    Classified: ofTheHouse,
    Reclassified: { to: 'parties', words: { explanation: 'house' } },
    RoutedToArea: told,
    ReroutedToArea: told,
    LinkedTo: ofTheHouse,
    MassOutageLinked: told,
  },
  restsOn: {
    Classified: theReceipt,
    Reclassified: theReceipt,
    RoutedToArea: theReceipt,
    ReroutedToArea: ['RoutedToArea'],
    LinkedTo: theReceipt,
    MassOutageLinked: theReceipt,
  },
  commands: {
    classify: ['customer-service', 'system'],
    reclassify: ['customer-service'],
    routeToArea: ['customer-service', 'competent-area', 'system'],
    rerouteToArea: ['customer-service', 'competent-area'],
    linkTo: ['customer-service', 'system'],
    linkMassOutage: ['technical-lead', 'customer-service', 'system'],
  },
  relations: {
    classify: others,
    reclassify: others,
    routeToArea: asks(null, ofNoOtherArea),
    rerouteToArea: asks(null, ofNoOtherArea),
    linkTo: others,
    linkMassOutage: asks(['anybody']),
  },
  decide: {
    classify: (data, { classification, folio }) =>
      classification !== null && sameClassification(classification, data)
        ? reject('no-new-fact', { folio })
        : accept({ type: 'Classified', data }),

    /** The user's word is not always the operator's. The folio stays (I-02), the track follows. */
    reclassify: ({ explanation, ...to }, complaint) => {
      const { about, filing, folio } = complaint;
      const refusal = firstOf(afterTheFinalWord(complaint), alreadyRuled(complaint), defectElsewhere(to));
      if (refusal !== null) return refusal;
      if (sameRequest(to, complaint)) return reject('no-new-fact', { folio });
      return accept({
        type: 'Reclassified',
        data: { from: about.kind, ...to },
        personal: { [filing.subscriber]: { explanation } },
      });
    },

    /** *Turnar* (O-31), once; from then on it is rerouted. */
    routeToArea: (data, complaint, context) => {
      const { facets, area, folio } = complaint;
      if (facets.routing === 'routed') return reject('already-routed', { folio, area });
      return (
        firstOf(
          ofAnotherProvider(data.area, context),
          notForThisPurpose(data.area, data.purpose, complaint, context),
        ) ?? accept({ type: 'RoutedToArea', data })
      );
    },

    rerouteToArea: ({ area, purpose }, complaint, context) => {
      const { area: from, folio } = complaint;
      if (from === null) return reject('not-routed', { folio });
      if (from === area) return reject('no-new-fact', { folio });
      return (
        firstOf(ofAnotherProvider(area, context), notForThisPurpose(area, purpose, complaint, context)) ??
        accept({ type: 'ReroutedToArea', data: { from, area, purpose } })
      );
    },

    linkTo: (data, { folio, links }) => {
      if (data.other === folio) return reject('linked-to-itself', { folio });
      return links.some((link) => link.folio === data.other && link.kind === data.relationship)
        ? reject('no-new-fact', { folio })
        : accept({ type: 'LinkedTo', data });
    },

    linkMassOutage: ({ outage }, { folio, outages }) =>
      outages.some((each) => isSameOutage(each.outage, outage))
        ? reject('no-new-fact', { folio })
        : accept({ type: 'MassOutageLinked', data: { outage } }),
  },
  evolve: {
    Classified: {
      card: ({ severity }) => ({ severity }),
      details: (classification) => ({ classification }),
    },
    Reclassified: {
      card: (data, card, recorded) => {
        const { facets, technician } = card;
        const begunAnew = beginsAnew(data, facets);
        const is = isAbout(data);
        return {
          ...is,
          technician: begunAnew ? null : technician,
          ...(begunAnew && affectedAnew(card, knownAt(recorded))),
          facets: {
            ...(begunAnew && { ...freshFacets, diagnosis: 'none' }),
            ...is.facets,
            charge: chargeIn(data.subject, {
              ...facets,
              ...(begunAnew && undueChargeOwed({ facets }) && { charge: 'owed' }),
            }),
          },
        };
      },
      details: (data, state) => (beginsAnew(data, state.facets) ? freshDetails(state) : {}),
    },
    RoutedToArea: { card: inArea },
    ReroutedToArea: { card: inArea },
    LinkedTo: {
      beforeWork: true,
      details: ({ other, relationship }, { links }) => ({
        links: [...links, { folio: other, kind: relationship }],
      }),
    },
    MassOutageLinked: {
      details: ({ outage }, { outages }, recorded) => ({
        outages: [...outages, { outage, ...onRecord(recorded) }],
      }),
    },
  },
  refusals: {
    'unknown-area': {
      kind: 'rule',
      es: 'El proveedor no tiene un área «{area}»; tiene: {areas}.',
      en: 'The provider has no area "{area}"; it has: {areas}.',
    },
    'purpose-not-for-this': {
      kind: 'rule',
      es: 'La solicitud {folio}, de tipo «{track}», no se turna para «{purpose}»; se turna para: {purposes}.',
      en: 'Request {folio}, on the track "{track}", is not routed for "{purpose}"; it is routed for: {purposes}.',
    },
    'already-routed': {
      kind: 'rule',
      es: 'La solicitud {folio} ya se turnó al área «{area}»; lo que procede es turnarla a otra.',
      en: 'Request {folio} has already been routed to the area "{area}"; reroute it instead.',
    },
    'linked-to-itself': {
      kind: 'rule',
      es: 'La solicitud {folio} no puede vincularse consigo misma.',
      en: 'Request {folio} cannot be linked to itself.',
    },
  },
});
