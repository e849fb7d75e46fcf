import { isBlank } from '../../kernel/is-blank.js';
import { reject, type Refused } from '../../kernel/decision.js';
import { ruledOnOlderCause } from '../older-cause.js';
import type { FiledComplaint } from '../state.js';
import { tracks } from '../tracks.js';
import type { Restoration } from '../vocabulary.js';
import type { NoticeCommands } from './messages.js';

type NotToBeTold =
  'impossible-needs-offer' | 'restoration-not-impossible' | 'not-repaired' | 'restoration-not-confirmed';
type Impossible = NoticeCommands['notifyUser']['restorationImpossible'];

/** Of a fault that was found and may be repaired. */
const afterRepair = ({
  facets: { repair, restoration },
  folio,
}: FiledComplaint): Restoration | Refused<NotToBeTold> => {
  if (repair === 'not-ours') return 'not-ours';
  if (repair !== 'done') return reject('not-repaired', { folio });
  return restoration === 'confirmed' ? 'confirmed' : reject('restoration-not-confirmed', { folio });
};

/** What the final notice may say of the service, from what was recorded (O-26, I-09); or why it may not be sent yet. */
export const restorationToTell = (
  complaint: FiledComplaint,
  impossible: Impossible,
): Restoration | Refused<NotToBeTold> => {
  const {
    facets: { track, faultFound, repair },
    folio,
  } = complaint;
  if (repair === 'impossible' && faultFound === true)
    return impossible === undefined || isBlank(impossible.reason)
      ? reject('impossible-needs-offer', { folio })
      : 'impossible';
  if (impossible !== undefined) return reject('restoration-not-impossible', { folio });
  if (tracks[track].repair === 'never') return 'not-applicable';
  return faultFound === true ? afterRepair(complaint) : 'not-needed';
};

/** The cause and the ruling that the final notice tells, once both are there and fit each other (I-11). */
export const toldTogether = (complaint: FiledComplaint) => {
  const { facets, cause, ruling, folio } = complaint;
  const { track, handedOff, ruling: outcome } = facets;
  if (cause === null) return reject('cause-not-verified', { folio });
  if (tracks[track].technician === 'required' && !handedOff) return reject('not-reported', { folio });
  if (ruling === null || outcome === 'none') return reject('not-ruled', { folio });
  return ruledOnOlderCause(complaint) ?? ({ ok: true, cause, ruling, outcome } as const);
};
