import { reject } from '../../kernel/decision.js';
import type { ComplaintContext } from '../context.js';
import type { FiledComplaint } from '../state.js';
import { tracks } from '../tracks.js';
import type { DiagnosisEvents } from './messages.js';

/** On a technical track the technical lead in charge verifies; on an area's track the area does (I-06). */
export const notInCharge = (
  { facets: { track, routing }, folio }: FiledComplaint,
  { actor, role }: ComplaintContext,
) => {
  const { causeBy } = tracks[track];
  if (causeBy === 'nobody') return reject('not-on-this-track', { track });
  if (causeBy === 'competent-area' && routing === 'none') return reject('not-routed', { folio });
  return role === causeBy ? null : reject('not-in-charge', { actor, role });
};

type Cause = DiagnosisEvents['CauseVerified'];

/** What a verification says, to be compared with another one. */
export const causeAsText = ({ causes, faultFound, attribution, affectedFrom, evidence = [] }: Cause) =>
  JSON.stringify([causes, faultFound, attribution, affectedFrom ?? null, evidence]);
