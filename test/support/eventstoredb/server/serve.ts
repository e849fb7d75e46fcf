import { Server, ServerCredentials } from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { createFaultPlan } from './faults/fault-plan.js';
import type { FaultRule } from './faults/fault.js';
import { append } from './grpc/append.js';
import { batchAppend } from './grpc/batch-append.js';
import type { ServerContext } from './grpc/context.js';
import { softDelete, tombstone } from './grpc/delete.js';
import { gossipRead } from './grpc/gossip.js';
import { createOpenCalls } from './grpc/open-calls.js';
import type { CallKind } from './grpc/open-calls.js';
import { defaultMaxAppendSize } from './grpc/proposed-events.js';
import { read } from './grpc/read.js';
import { serverFeatures } from './grpc/server-features.js';
import { listen } from './listener.js';
import type { Listener } from './listener.js';
import type { EventLog } from './log/event-log.js';
import { createPublisher } from './subscription/publisher.js';

/** What a server has seen. */
export interface Observed {
  readonly connections: number;
  readonly open: Readonly<Record<CallKind, number>>;
  readonly total: Readonly<Record<CallKind, number>>;
  /** How many faults struck. */
  readonly struck: number;
  /** How many events the log holds, the server's own included. */
  readonly events: number;
}

/** A server in this process. */
export interface Serving {
  readonly port: number;
  /** Adds a rule of what goes wrong. */
  readonly fault: (rule: FaultRule) => void;
  readonly clearFaults: () => void;
  readonly observed: () => Observed;
  readonly dropConnections: () => void;
  /** Goes down, its connections reset; the log stays. */
  readonly down: () => Promise<void>;
  /** Comes back on the same port with the same log. */
  readonly up: () => Promise<void>;
}

/** What a server may be started with. */
interface ServeOptions {
  /** 0, as without it, takes a free one. */
  readonly port?: number;
  readonly log: EventLog;
  /** Bytes of data that one append may hold, 1,048,576 where it is not given. */
  readonly maxAppendSize?: number;
  /** Milliseconds since 1970, as the server's clock has it. */
  readonly now: () => number;
}

/** The greatest message that is taken, in bytes; a greater one fails its call with RESOURCE_EXHAUSTED. */
const maxMessageSize = 16 * 1024 * 1024 - 10_000;

const open = async (
  port: number,
  parts: Pick<ServerContext, 'log' | 'faults' | 'calls' | 'maxAppendSize' | 'now'>,
): Promise<{ readonly listener: Listener; readonly close: () => Promise<void> }> => {
  const server = new Server({ 'grpc.max_receive_message_length': maxMessageSize });
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  const listener = await listen(port, (socket) => injector.injectConnection(socket));
  const publisher = createPublisher(parts.log);
  const context: ServerContext = { ...parts, publisher, resetConnection: listener.reset };
  server.addService(StreamsService, {
    append: append(context),
    batchAppend: batchAppend(context),
    read: read(context),
    delete: softDelete(context),
    tombstone: tombstone(context),
  });
  server.addService(ServerFeaturesService, { getSupportedMethods: serverFeatures(context) });
  server.addService(GossipService, { read: gossipRead(() => listener.port) });
  return {
    listener,
    close: async () => {
      publisher.stop();
      await listener.close();
      server.forceShutdown();
    },
  };
};

/** Serves a log on the loopback interface. */
export const serve = async (options: ServeOptions): Promise<Serving> => {
  const { log, now, maxAppendSize = defaultMaxAppendSize } = options;
  const faults = createFaultPlan();
  const calls = createOpenCalls();
  const parts = { log, now, maxAppendSize, faults, calls };
  let opened = await open(options.port ?? 0, parts);
  const { port } = opened.listener;
  return {
    port,
    fault: faults.add,
    clearFaults: faults.clear,
    observed: () => ({
      connections: opened.listener.connections(),
      open: calls.open(),
      total: calls.total(),
      struck: faults.struck(),
      events: log.all.length,
    }),
    dropConnections: () => opened.listener.resetAll(),
    down: async () => {
      await opened.close();
      log.forgetRecentIds();
    },
    up: async () => {
      opened = await open(port, parts);
    },
  };
};
