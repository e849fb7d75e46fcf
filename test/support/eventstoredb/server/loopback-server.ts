import { startChild } from './process/child.js';
import type { Order } from './process/protocol.js';
import type { FaultRule } from './faults/fault.js';
import type { Observed } from './serve.js';

export type { FaultRule } from './faults/fault.js';
export type { Observed } from './serve.js';

/** A server in hand. */
export interface LoopbackServer {
  readonly port: number;
  /** For either client: `esdb://127.0.0.1:PORT?tls=false`. */
  readonly connectionString: `esdb://${string}`;
  /** Adds a rule of what goes wrong; see `FaultRule`. */
  readonly fault: (rule: FaultRule) => Promise<void>;
  /** Takes back the rules that have not struck. */
  readonly clearFaults: () => Promise<void>;
  /** Connections and calls that are open, how many faults struck, how many events there are. */
  readonly observed: () => Promise<Observed>;
  /** Resets every connection; the server goes on. */
  readonly dropConnections: () => Promise<void>;
  /** Refuses connections, and resets those there are; the log stays. */
  readonly down: () => Promise<void>;
  /** Comes back on the same port after `down` or `kill`. */
  readonly up: () => Promise<void>;
  /** Goes down and comes back at once. */
  readonly restart: () => Promise<void>;
  /** SIGSTOP: connections stay open, nothing is answered. Nothing can be ordered until `thaw`. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** kill -9. After `up` there is what `file` kept, and nothing where no file was named. */
  readonly kill: () => Promise<void>;
  /** Ends it for good. */
  readonly stop: () => Promise<void>;
}

/** What a server may be started with. */
export interface LoopbackOptions {
  /** 0, as without it, takes a free one. */
  readonly port?: number;
  /** Where the log is kept, so that it survives `kill`; in memory where it is not given. */
  readonly file?: string;
  /** Bytes of data that one append may hold: 1,048,576 where it is not given, as the real server has it. */
  readonly maxAppendSize?: number;
}

const argumentsOf = ({ file, maxAppendSize }: LoopbackOptions, port: number): readonly string[] => [
  `--port=${port}`,
  ...(file === undefined ? [] : [`--file=${file}`]),
  ...(maxAppendSize === undefined ? [] : [`--max-append-size=${maxAppendSize}`]),
];

/**
 * Starts a server that speaks EventStoreDB's protocol on the loopback interface, and answers as a real one of the 23.10
 * line does (eventstoredb.md, sections 4.3, 4.4 and 6; `test/infrastructure/eventstoredb/server-facts` holds it to
 * them), to `@eventstore/db-client` and `@kurrent/kurrentdb-client`.
 *
 *     const server = await startLoopbackServer();
 *     const client = EventStoreDBClient.connectionString(server.connectionString);
 *     await server.fault({ on: 'append', fault: { kind: 'reset', committed: true }, stream: 'complaint-' });
 *     …
 *     await client.dispose();
 *     await server.stop();
 *
 * It runs as a process of its own: it can be frozen and killed, takes no time from what is measured, and keeps the
 * generated messages of its client package away from those of the tests. The two client packages do share a process
 * badly: each replaces the other's messages, which both keep in one global object. A test file loads one of them.
 */
export const startLoopbackServer = async (options: LoopbackOptions = {}): Promise<LoopbackServer> => {
  let child = await startChild(argumentsOf(options, options.port ?? 0));
  let isGone = false;
  const { port } = child;
  const order = async (what: Order): Promise<void> => {
    await child.order(what);
  };
  return {
    port,
    connectionString: `esdb://127.0.0.1:${port}?tls=false`,
    fault: (rule) => order({ act: 'fault', rule }),
    clearFaults: () => order({ act: 'clearFaults' }),
    observed: () => child.order({ act: 'observe' }),
    dropConnections: () => order({ act: 'dropConnections' }),
    down: () => order({ act: 'down' }),
    up: async () => {
      if (!isGone) return order({ act: 'up' });
      child = await startChild(argumentsOf(options, port));
      isGone = false;
    },
    restart: async () => {
      await order({ act: 'down' });
      await order({ act: 'up' });
    },
    freeze: () => child.signal('SIGSTOP'),
    thaw: () => child.signal('SIGCONT'),
    kill: async () => {
      await child.kill();
      isGone = true;
    },
    stop: () => child.kill(),
  };
};
