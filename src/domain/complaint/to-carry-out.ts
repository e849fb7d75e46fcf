import type { Instant } from '../kernel/instant.js';
import type { RefusalTable } from '../kernel/refusal.js';
import { toCarryOutOf, type Proceedings } from './authority/proceedings.js';

/** What was agreed in a conciliation and is not carried out yet. */
export interface Agreement {
  /** Which of the conciliations that ended in an agreement, from 1. */
  readonly conciliation: number;
  /** Until when it has to be carried out; `null` where the agreement does not say. */
  readonly dueAt: Instant | null;
}

/** What was agreed in conciliations. */
export interface Agreements {
  /** How many were made. */
  readonly made: number;
  /** Those that are not carried out yet, in the order in which they were made. */
  readonly open: readonly Agreement[];
}

/** The agreements of a complaint before any conciliation. */
export const noAgreements: Agreements = { made: 0, open: [] };

/** What binds the provider: what it agreed to in conciliations, and what was resolved or agreed before an authority. */
export interface Binding {
  readonly agreements: Agreements;
  readonly proceedings: Proceedings;
}

/** How much of what binds the provider is not carried out yet. */
export const countToCarryOut = ({ agreements, proceedings }: Binding): number =>
  agreements.open.length + toCarryOutOf(proceedings).length;

/** Until when agreements and resolutions are to be carried out, where that was said. */
export const datesOf = (toCarryOut: readonly { readonly dueAt: Instant | null }[]): readonly Instant[] =>
  toCarryOut.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]));

/** What stands against an ending before what binds the provider is carried out. */
export const carryOutRefusals = {
  'resolution-not-carried-out': {
    kind: 'rule',
    es: 'La solicitud {folio} no puede terminarse antes de cumplir lo que la autoridad resolvió a favor del usuario o lo que se acordó ante ella.',
    en: 'Request {folio} may not end before what the authority resolved for the user, or what was agreed before it, is carried out.',
  },
  'agreement-not-carried-out': {
    kind: 'rule',
    es: 'La solicitud {folio} no puede terminarse antes de cumplir lo que se acordó con el usuario en la conciliación, salvo que el propio usuario renuncie a ello.',
    en: 'Request {folio} may not end before what was agreed with the user in the conciliation is carried out, unless the user waives it.',
  },
} as const satisfies RefusalTable;
