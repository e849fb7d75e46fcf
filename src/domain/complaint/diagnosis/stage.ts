import { accept, reject } from '../../kernel/decision.js';
import type { ComplaintContext } from '../context.js';
import { assessedAnew } from '../fresh-start.js';
import { afterTheClock, afterTheFinalWord, alreadyRuled, firstOf } from '../guards.js';
import { defineStage } from '../stage.js';
import type { FiledComplaint } from '../state.js';
import { tracks } from '../tracks.js';
import type { DiagnosisCommands, DiagnosisEvents } from './messages.js';

/** On a technical track the technical lead in charge verifies; on an area's track the area does (I-06). */
const notInCharge = (
  { facets: { track, routing }, folio }: FiledComplaint,
  { actor, role }: ComplaintContext,
) => {
  const { causeBy } = tracks[track];
  if (causeBy === 'nobody') return reject('not-on-this-track', { track });
  if (causeBy === 'competent-area' && routing === 'none') return reject('not-routed', { folio });
  return role === causeBy ? null : reject('not-in-charge', { actor, role });
};

type Cause = DiagnosisEvents['CauseVerified'];

const asText = ({ causes, faultFound, attribution, affectedFrom, evidence = [] }: Cause) =>
  JSON.stringify([causes, faultFound, attribution, affectedFrom ?? null, evidence]);

export const diagnosis = defineStage<DiagnosisEvents, DiagnosisCommands>()({
  events: {
    CauseVerified: { explanation: 'subscriber' },
  },
  commands: {
    verifyCause: ['technical-lead', 'competent-area'],
  },
  decide: {
    /** A second verification corrects the first, until there is a ruling on it. */
    verifyCause: ({ explanation, ...found }, complaint, context) => {
      const { cause, facets, filing, folio } = complaint;
      const refusal = firstOf(
        notInCharge(complaint, context),
        facets.rulingAgain ? null : afterTheFinalWord(complaint),
        alreadyRuled(complaint),
        afterTheClock(found.affectedFrom, context),
      );
      if (refusal !== null) return refusal;
      if (found.causes.length === 0) return reject('cause-missing', { folio });
      if (facets.repair === 'done' && !found.faultFound) return reject('already-repaired', { folio });
      if (cause !== null && asText(cause) === asText(found)) return reject('no-new-fact', { folio });
      return accept({
        type: 'CauseVerified',
        data: found,
        personal: { [filing.subscriber]: { explanation } },
      });
    },
  },
  evolve: {
    /** What was reported or assessed before rested on another cause, or on none: it is done again. */
    CauseVerified: {
      card: ({ faultFound, attribution, affectedFrom }, { facets }) => ({
        facets: {
          diagnosis: 'verified',
          faultFound,
          attribution,
          affected: affectedFrom !== undefined,
          handedOff: false,
          ...assessedAnew(facets),
        },
      }),
      details: (cause, _state, { revision }) => ({ cause: { ...cause, revision }, assessed: null }),
    },
  },
  refusals: {
    'cause-missing': {
      kind: 'rule',
      es: 'La verificación de {folio} debe nombrar al menos una causa.',
      en: 'The verification of {folio} must name at least one cause.',
    },
  },
});
