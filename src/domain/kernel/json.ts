/** What an event, a command or a rejection may carry: values that JSON holds without loss (no dates, no bigint). */
export type JsonValue = string | number | boolean | null | JsonArray | JsonObject;
export type JsonArray = readonly JsonValue[];
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}
