import { accept, reject } from '../../kernel/decision.js';
import type { ComplaintContext, Deciders } from '../context.js';
import { afterTheFinalWord, alreadyRuled, defectElsewhere, firstOf, type Refusal } from '../guards.js';
import type { FiledComplaint } from '../state.js';
import type { TriageCommands } from './commands.js';
import type { Classification } from './events.js';

const sameClassification = (a: Classification, b: Classification) =>
  a.severity === b.severity &&
  (a.urgent ?? false) === (b.urgent ?? false) &&
  (a.vulnerableUser ?? false) === (b.vulnerableUser ?? false);

const ofAnotherProvider = (area: string, { areas }: ComplaintContext): Refusal =>
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

export const triageDeciders: Deciders<TriageCommands> = {
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
  routeToArea: (data, { facets, area, folio }, context) => {
    if (facets.routing === 'routed') return reject('already-routed', { folio, area });
    return ofAnotherProvider(data.area, context) ?? accept({ type: 'RoutedToArea', data });
  },

  rerouteToArea: ({ area, purpose }, { area: from, folio }, context) => {
    if (from === null) return reject('not-routed', { folio });
    if (from === area) return reject('no-new-fact', { folio });
    return (
      ofAnotherProvider(area, context) ?? accept({ type: 'ReroutedToArea', data: { from, area, purpose } })
    );
  },

  linkTo: (data, { folio, links }) => {
    if (data.other === folio) return reject('linked-to-itself', { folio });
    return links.some((link) => link.folio === data.other && link.kind === data.relationship)
      ? reject('no-new-fact', { folio })
      : accept({ type: 'LinkedTo', data });
  },

  linkMassOutage: ({ outage }, { folio, outages }) =>
    outages.includes(outage)
      ? reject('no-new-fact', { folio })
      : accept({ type: 'MassOutageLinked', data: { outage } }),
};
