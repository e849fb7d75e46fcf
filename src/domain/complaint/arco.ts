import { reject } from '../kernel/decision.js';
import type { RefusalTable } from '../kernel/refusal.js';

/** What a user asked of their rights over their data (access, rectification, cancellation, opposition). */
export interface ArcoRequests {
  /** How many requests were made. */
  readonly made: number;
  /** The numbers of those that have no answer yet, in the order in which they were made. */
  readonly open: readonly number[];
}

/** The requests of a complaint in which no right over data was exercised. */
export const noArco: ArcoRequests = { made: 0, open: [] };

/** What stands against an ending before a request over personal data is answered. */
export const arcoRefusals = {
  'arco-not-answered': {
    kind: 'rule',
    es: 'La solicitud {folio} no puede terminarse antes de responder lo que el usuario pidió sobre sus datos personales.',
    en: 'Request {folio} may not end before what the user asked about their personal data is answered.',
  },
} as const satisfies RefusalTable;

/** The provider answers what was asked of a person's data before it ends the complaint in which that was asked. */
export const arcoUnanswered = ({ arco, folio }: { readonly arco: ArcoRequests; readonly folio: string }) =>
  arco.open.length > 0 ? reject('arco-not-answered', { folio }) : null;
