/** What an event, a command or a rejection may carry: values that JSON holds without loss (no dates, no bigint). */
export type JsonValue = string | number | boolean | null | JsonArray | JsonObject;
/** A list of JSON values. */
export type JsonArray = readonly JsonValue[];
/** JSON values by name; a name whose value is `undefined` is left out when it is written. */
export interface JsonObject {
  /** Absent where `undefined`: JSON has no such value. */
  readonly [key: string]: JsonValue | undefined;
}
