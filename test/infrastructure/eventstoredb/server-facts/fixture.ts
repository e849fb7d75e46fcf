import type { Dialect } from '../../../../src/infrastructure/eventstoredb/dialect.js';
import type { BareClient } from './bare-client.js';

/** What a fact is tried on: one client of one server. */
export interface Fixture {
  readonly dialect: Dialect;
  readonly client: () => BareClient;
  /** A client of its own, which the fact disposes of. */
  readonly another: () => Promise<BareClient>;
  /** The name of a stream that no other test has; those with the same category share its first part, up to the dash. */
  readonly stream: () => string;
  /** A category that no other test has. */
  readonly category: () => string;
}
