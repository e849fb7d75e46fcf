import type { JsonObject } from '../../domain/kernel/json.js';

/** A seam for traces: `run` surrounds one unit of work (`command`, `append`, `query`). */
export interface Tracer {
  readonly run: <T>(name: string, attributes: JsonObject, work: () => Promise<T>) => Promise<T>;
}
