import type { JsonObject } from '../../domain/kernel/json.js';
import type { RejectionText } from '../../domain/kernel/rejection-text.js';

/** Brings the data of one version of an event to the next version. Pure and total. */
export type Upcaster = (data: JsonObject) => JsonObject;

/** Whether a field is there in every event of its type. */
export type Presence = 'always' | 'sometimes';

/**
 * What is known of a type of event besides its data: enough to read it in ten years. The personal values sealed beside
 * it are declared with the event itself, in its stage.
 */
export interface EventSchema {
  /** The version that is written today, from 1. */
  readonly version: number;
  /** The release that wrote it first. */
  readonly since: string;
  readonly meaning: RejectionText;
  /** The obligations (O-nn) and invariants (I-nn) it serves. */
  readonly obligations: readonly string[];
  /** The fields of its data, in clear. */
  readonly fields: Readonly<Record<string, Presence>>;
  /** By the version they read. One for each version before today's. */
  readonly upcasters: Readonly<Record<number, Upcaster>>;
}

type FieldsOf<Data> = {
  readonly [K in keyof Data]-?: undefined extends Data[K] ? 'sometimes' : 'always';
};

/** The schemas of a group of events. An event or a field that is left out, or misjudged, does not compile. */
export type EventSchemas<Events> = {
  readonly [T in keyof Events]: EventSchema & { readonly fields: FieldsOf<Events[T]> };
};

/** Events that have had no other form yet. */
export const asFirstReleased = { version: 1, since: '0.1.0', upcasters: {} } as const;
