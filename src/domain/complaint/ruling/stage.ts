import { accept, reject } from '../../kernel/decision.js';
import { isBlank } from '../../kernel/is-blank.js';
import type { ComplaintContext } from '../context.js';
import { alreadyRuled, firstOf } from '../guards.js';
import { defineStage } from '../stage.js';
import type { FiledComplaint } from '../state.js';
import { tracks } from '../tracks.js';
import { mustBeRouted } from '../triage/routing.js';
import type { RulingCommands, RulingEvents } from './messages.js';

const notYet = ({ facets, filing, folio }: FiledComplaint) => {
  if (!tracks[facets.track].ruled) return reject('not-on-this-track', { track: facets.track });
  return mustBeRouted(facets, filing.terms.routedKinds) ? reject('not-routed', { folio }) : null;
};

/** No actor rules on their own repair, nor on an appeal from their own ruling. The technical lead in charge is a party. */
const sameHands = ({ hands, technician, folio }: FiledComplaint, { actor }: ComplaintContext) =>
  hands.repaired.includes(actor) || hands.ruled.includes(actor) || technician === actor
    ? reject('separation-of-duties', { actor, folio })
    : null;

export const ruling = defineStage<RulingEvents, RulingCommands>()({
  events: {
    Ruled: { reasons: 'subscriber' },
    ConciliationRecorded: { agreement: 'subscriber' },
  },
  commands: {
    rule: ['competent-area', 'ruling-officer'],
    recordConciliation: ['competent-area'],
  },
  decide: {
    /**
     * *Procedencia o improcedencia* (O-25): on a verified cause, with reasons (I-08); routed first where the kind needs
     * it (I-13); a dismissal names where the user may go next (I-10). A second one needs an escalation or a reopening.
     */
    rule: ({ outcome, basis, reasons, nextInstance: named }, complaint, context) => {
      const { cause, filing, folio } = complaint;
      const refusal = firstOf(notYet(complaint), alreadyRuled(complaint), sameHands(complaint, context));
      if (refusal !== null) return refusal;
      if (cause === null) return reject('cause-not-verified', { folio });
      if (isBlank(reasons)) return reject('reasons-missing', { folio });
      const { policy, version, nextInstance: ofTheTerms } = filing.terms;
      const nextInstance = named ?? (outcome === 'dismissed' ? ofTheTerms : undefined);
      if (nextInstance !== undefined && isBlank(nextInstance))
        return reject('next-instance-missing', { folio });
      return accept({
        type: 'Ruled',
        data: { outcome, basis, cause: cause.revision, policy, policyVersion: version, nextInstance },
        personal: { [filing.subscriber]: { reasons } },
      });
    },

    /** What came of a conciliation before the area (O-32). */
    recordConciliation: ({ outcome, agreement }, { facets, filing, folio }) =>
      facets.routing === 'none'
        ? reject('not-routed', { folio })
        : accept({
            type: 'ConciliationRecorded',
            data: { outcome },
            personal: { [filing.subscriber]: { agreement } },
          }),
  },
  evolve: {
    /** A second ruling takes the place of the first: the user is told again. */
    Ruled: {
      card: ({ outcome }) => ({ facets: { ruling: outcome, rulingAgain: false, final: 'none' } }),
      details: ({ cause, nextInstance }, { hands }, { revision, actor }) => ({
        ruling: { cause, nextInstance, revision },
        hands: { ...hands, ruled: [...hands.ruled, actor] },
        finalWord: null,
      }),
    },
    ConciliationRecorded: {},
  },
  refusals: {
    'reasons-missing': {
      kind: 'rule',
      es: 'La resolución de {folio} debe expresar sus razones.',
      en: 'The ruling on {folio} must give its reasons.',
    },
    'next-instance-missing': {
      kind: 'rule',
      es: 'Una resolución de improcedencia debe indicar la instancia a la que puede acudir el usuario ({folio}).',
      en: 'A dismissal must name where the user may go next ({folio}).',
    },
  },
});
