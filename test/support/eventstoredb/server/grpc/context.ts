import type { FaultPlan } from '../faults/fault-plan.js';
import type { EventLog } from '../log/event-log.js';
import type { Publisher } from '../subscription/publisher.js';
import type { OpenCalls } from './open-calls.js';

/** What every service of the server has at hand. */
export interface ServerContext {
  readonly log: EventLog;
  readonly publisher: Publisher;
  readonly faults: FaultPlan;
  readonly calls: OpenCalls;
  /** Bytes of data that one append may hold. */
  readonly maxAppendSize: number;
  /** Milliseconds since 1970, as the server's clock has it. */
  readonly now: () => number;
  /** Resets the connection that a call came by. */
  readonly resetConnection: (peer: string) => void;
}
