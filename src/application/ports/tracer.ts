import type { JsonObject } from '../../domain/kernel/json.js';

/** A seam for traces: `run` surrounds one unit of work (`command`, `append`, `query`). */
export interface Tracer {
  /** Does the work once and gives its result or its fault on; attributes hold no personal value. */
  readonly run: <T>(name: string, attributes: JsonObject, work: () => Promise<T>) => Promise<T>;
}
