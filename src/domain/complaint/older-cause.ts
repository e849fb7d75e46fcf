import { reject } from '../kernel/decision.js';
import type { RefusalTable } from '../kernel/refusal.js';
import type { FiledComplaint } from './state.js';

/** Why a ruling is not enough to go on with. */
export const olderCauseRefusals = {
  'ruling-on-older-cause': {
    kind: 'rule',
    es: 'La resolución de {folio} se basa en una verificación anterior de las causas.',
    en: 'The ruling on {folio} rests on an earlier verification of the causes.',
  },
} as const satisfies RefusalTable;

/** A cause that was found since waits for a ruling on it: the one before tells nothing of it (I-11). */
export const ruledOnOlderCause = ({ cause, ruling, folio }: FiledComplaint) =>
  cause !== null && ruling !== null && ruling.cause !== cause.revision
    ? reject('ruling-on-older-cause', { folio })
    : null;
