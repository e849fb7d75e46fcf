import { randomUUID } from 'node:crypto';
import type { Refusal, SubscribeFault } from '../faults/fault.js';
import type { ServerContext } from '../grpc/context.js';
import { createOutlet } from '../grpc/outlet.js';
import type { Outlet, ReadCall } from '../grpc/outlet.js';
import type { AllQuery, StreamQuery } from '../grpc/read-request.js';
import { refuse } from '../grpc/refuse.js';
import { handlerThrew, streamDeleted } from '../grpc/rpc-errors.js';
import type { EventLog } from '../log/event-log.js';
import { catchUp } from './catch-up.js';
import { createCheckpointCounter } from './checkpoint-counter.js';
import { createEmission } from './emission.js';
import type { Emission } from './emission.js';
import { createLiveReader } from './live.js';
import { sourceOf } from './source.js';
import type { Source } from './source.js';

const isGone = ({ name }: Source, log: EventLog): boolean => log.stream(name).tombstoned;

/** Resolves once there is something to begin with, or the subscriber is gone. */
const beginning = (source: Source, log: EventLog, outlet: Outlet): Promise<void> =>
  new Promise((resolve) => {
    const isReady = () => !source.isMissing() || isGone(source, log);
    if (isReady()) {
      resolve();
      return;
    }
    const leave = log.onCommit(() => {
      // The answer comes in a turn of its own, once the whole transaction stands.
      if (isReady()) setImmediate(resolve);
    });
    outlet.onClosed(() => {
      leave();
      resolve();
    });
  });

const follow = async (
  { log, publisher }: ServerContext,
  source: Source,
  outlet: Outlet,
  emission: Emission,
): Promise<void> => {
  const counter = createCheckpointCounter(source.windows);
  if (!isGone(source, log)) emission.confirm(randomUUID());
  await beginning(source, log, outlet);
  if (isGone(source, log)) {
    outlet.fail(streamDeleted(source.name));
    return;
  }
  await catchUp(source, counter, outlet, emission);
  if (!emission.goesOn()) return;
  emission.caughtUp();
  const after = log.all.at(-1)?.position;
  outlet.onClosed(publisher.join(createLiveReader({ source, counter, outlet, emission, after })));
};

const refusals = {
  'not-leader': true,
  'not-ready': true,
  busy: true,
  'access-denied': true,
  reset: true,
  'no-reply': true,
} as const satisfies Record<Refusal['kind'], true>;

const isRefusal = (fault: SubscribeFault): fault is Refusal => Object.hasOwn(refusals, fault.kind);

/** Whether the server's handler throws at a query: at a place where nothing is, or at a checkpoint every 0 events. */
const throws = (query: StreamQuery | AllQuery, log: EventLog): boolean => {
  if (query.of === 'stream') return false;
  if (query.windows?.checkpointEvery === 0) return true;
  return typeof query.from === 'object' && !log.isBoundary(query.from.commit);
};

/** A subscription: a confirmation, what there is, a word that it has caught up, and then what comes. */
export const subscribe = (context: ServerContext, call: ReadCall, query: StreamQuery | AllQuery): void => {
  const outlet = createOutlet(call);
  outlet.onClosed(context.calls.opened('subscription'));
  const source = sourceOf(query, context.log);
  const reset = () => context.resetConnection(call.getPeer());
  const fault = context.faults.subscribe.strike(source.name);
  if (fault !== undefined && isRefusal(fault)) refuse(fault, { reset, fail: outlet.fail });
  else if (throws(query, context.log)) outlet.fail(handlerThrew());
  else void follow(context, source, outlet, createEmission(outlet, fault, reset));
};
