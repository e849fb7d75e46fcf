import { isBlank } from '../../kernel/is-blank.js';
import { accept, reject } from '../../kernel/decision.js';
import type { ComplaintContext, Deciders } from '../context.js';
import { alreadyRuled, firstOf, type Refusal } from '../guards.js';
import type { FiledComplaint } from '../state.js';
import { tracks } from '../tracks.js';
import { mustBeRouted } from '../triage/routing.js';
import type { RulingCommands } from './commands.js';

const notYet = ({ facets, filing, folio }: FiledComplaint): Refusal => {
  if (!tracks[facets.track].ruled) return reject('not-on-this-track', { track: facets.track });
  return mustBeRouted(facets, filing.terms.routedKinds) ? reject('not-routed', { folio }) : null;
};

/** Nobody rules on their own repair. The technical lead in charge is a party as well. */
const sameHands = ({ hands, technician, folio }: FiledComplaint, { actor }: ComplaintContext): Refusal =>
  hands.repaired.includes(actor) || technician === actor
    ? reject('separation-of-duties', { actor, folio })
    : null;

export const rulingDeciders: Deciders<RulingCommands> = {
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
};
