import type { PersonRef } from '../kernel/message.js';
import { stillToTell } from './compensation/to-tell.js';
import { chargesAfresh } from './compensation/undue-charge.js';
import type { Facets } from './facets.js';
import type { ComplaintState } from './state.js';
import { unprovenAnew } from './unproven.js';

/**
 * What is forgotten where the work begins again: cause, repair, restoration, hand-off, ruling, compensation and final
 * word. Who follows it up, its area and its folio stay, and what a cancellation did and charged.
 */
export const freshFacets = {
  faultFound: null,
  attribution: null,
  repair: 'none',
  handedOff: false,
  restoration: 'none',
  ruling: 'none',
  rulingAgain: false,
  compensation: 'none',
  toldRuling: 'none',
  final: 'none',
  unreachable: false,
} as const satisfies Partial<Facets>;

const nothingDone = {
  cause: null,
  repair: null,
  restoredBy: null,
  ruling: null,
  hands: { repaired: [], ruled: [] },
  assessed: null,
  grants: {},
  finalWord: null,
  told: null,
  toldGrants: {},
  unreached: [],
} as const satisfies Partial<ComplaintState>;

/** The rest of what is forgotten; a grant that no notice has carried is still to be told, and a charge that is owed stays. */
export const freshDetails = (state: ComplaintState) => ({
  ...nothingDone,
  toTellBefore: stillToTell(state),
  charges: chargesAfresh(state),
  unproven: unprovenAnew(state),
});

/** All who have ruled so far, once the user does not accept their ruling. */
export const appealedFrom = ({ appealedFrom: before, hands }: ComplaintState): readonly PersonRef[] => [
  ...new Set([...before, ...hands.ruled]),
];

/** An assessment, and that nothing is due, rest on the cause and the restoration they were made from. */
export const assessedAnew = ({ compensation }: Facets): Partial<Facets> =>
  compensation === 'assessed' || compensation === 'not-due' ? { compensation: 'none' } : {};
