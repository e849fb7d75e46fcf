import type { Instant, Moment } from '../../../domain/kernel/instant.js';
import type { ComplaintCommands } from '../../../domain/complaint/commands.js';

/**
 * A request as it is brought in: without the folio, which is reserved once it is known to be new. Where it does not say
 * when it was received, that was when it happened (`occurredAt`), or now.
 */
export type Filing = Omit<ComplaintCommands['file'], 'folio' | 'receivedAt'> &
  Partial<Pick<ComplaintCommands['file'], 'receivedAt'>>;

/** What each command brings, as the domain takes it. */
export interface CommandInputs extends Omit<ComplaintCommands, 'file'> {
  readonly file: Filing;
}

/** The same as a host writes it: an instant is a `Date`, or any ISO 8601 date-time with its offset. */
export type AsSent<V> = V extends Instant
  ? Moment
  : V extends readonly (infer Item)[]
    ? readonly AsSent<Item>[]
    : V extends object
      ? { readonly [K in keyof V]: AsSent<V[K]> }
      : V;
