import { accept, reject } from '../../kernel/decision.js';
import type { ComplaintContext, Deciders } from '../context.js';
import { afterTheClock, afterTheFinalWord, alreadyRuled, firstOf, type Refusal } from '../guards.js';
import type { FiledComplaint } from '../state.js';
import { tracks } from '../tracks.js';
import type { DiagnosisCommands } from './commands.js';
import type { DiagnosisEvents } from './events.js';

/** On a technical track the assigned technical lead verifies, nobody else; on an area's track the area does (I-06). */
const notInCharge = (
  { facets: { track, routing }, technician, folio }: FiledComplaint,
  { actor, role }: ComplaintContext,
): Refusal => {
  const { causeBy } = tracks[track];
  if (causeBy === 'nobody') return reject('not-on-this-track', { track });
  if (causeBy === 'competent-area' && routing === 'none') return reject('not-routed', { folio });
  if (causeBy === 'technical-lead' && technician === null) return reject('nobody-assigned', { folio });
  return role === causeBy && (causeBy === 'competent-area' || actor === technician)
    ? null
    : reject('not-in-charge', { folio, actor, role });
};

type Cause = DiagnosisEvents['CauseVerified'];

const asText = ({ causes, faultFound, attribution, affectedFrom, evidence = [] }: Cause) =>
  JSON.stringify([causes, faultFound, attribution, affectedFrom ?? null, evidence]);

export const diagnosisDeciders: Deciders<DiagnosisCommands> = {
  /** A second verification corrects the first, until somebody ruled on it. */
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
    return accept({ type: 'CauseVerified', data: found, personal: { [filing.subscriber]: { explanation } } });
  },
};
