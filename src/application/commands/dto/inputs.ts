import type { Instant } from '../../../domain/kernel/instant.js';
import type { ComplaintCommands } from '../../../domain/complaint/commands.js';

/** A request as it is brought in: everything but the folio, which it gets once it is known to be new. */
export type FilingInput = Omit<ComplaintCommands['file'], 'folio'>;

/** What each command brings, as the domain takes it. */
export interface CommandInputs extends Omit<ComplaintCommands, 'file'> {
  readonly file: FilingInput;
}

/** The same as whoever sends it writes it: an instant is any ISO 8601 date-time with its offset. */
export type AsSent<V> = V extends Instant
  ? string
  : V extends readonly (infer Item)[]
    ? readonly AsSent<Item>[]
    : V extends object
      ? { readonly [K in keyof V]: AsSent<V[K]> }
      : V;
