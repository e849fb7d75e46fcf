import { randomUUID } from 'node:crypto';
import type { ServerContext } from '../grpc/context.js';
import { createOutlet } from '../grpc/outlet.js';
import type { Outlet, ReadCall } from '../grpc/outlet.js';
import type { AllQuery, StreamQuery } from '../grpc/read-request.js';
import { refuse } from '../grpc/refuse.js';
import { streamDeleted } from '../grpc/rpc-errors.js';
import type { SubscribeFault } from '../faults/fault.js';
import { createConsidered } from './considered.js';
import type { Due } from './considered.js';
import { createEmission } from './emission.js';
import type { Emission } from './emission.js';
import { createLiveReader } from './live.js';
import { sourceOf } from './source.js';
import type { Source } from './source.js';
import type { LoggedEvent } from '../log/event.js';

/** Sends what there is, as fast as the client takes it; done once nothing is left that was not looked at. */
const catchUp = async (
  { history, start }: Source,
  consider: (event: LoggedEvent) => readonly Due[],
  outlet: Outlet,
  emission: Emission,
): Promise<void> => {
  for (let index = start; emission.goesOn(); index += 1) {
    const event = history()[index];
    if (event === undefined) return;
    for (const due of consider(event)) {
      due(emission);
      if (outlet.needsDrain()) await outlet.ready();
    }
  }
};

const follow = async (
  context: ServerContext,
  source: Source,
  outlet: Outlet,
  emission: Emission,
): Promise<void> => {
  const { log, publisher } = context;
  const consider = createConsidered(source);
  emission.confirm(randomUUID());
  const endsWithTombstone = (name: string): void => {
    if (name === source.name) outlet.fail(streamDeleted(name));
  };
  if (log.stream(source.name).tombstoned) {
    endsWithTombstone(source.name);
    return;
  }
  await catchUp(source, consider, outlet, emission);
  if (!emission.goesOn()) return;
  let isOwed = source.isMissing;
  if (!isOwed) emission.caughtUp();
  const reader = createLiveReader({
    outlet,
    emission,
    consider,
    after: log.all.at(-1)?.position,
    onTombstone: ({ stream }) => endsWithTombstone(stream),
    onSent: () => {
      if (isOwed) emission.caughtUp();
      isOwed = false;
    },
  });
  outlet.onClosed(publisher.join(reader));
};

const isRefusal = (fault: SubscribeFault): fault is Extract<SubscribeFault, Parameters<typeof refuse>[0]> =>
  ['not-leader', 'not-ready', 'busy', 'access-denied', 'reset', 'no-reply'].includes(fault.kind);

/** A subscription: a confirmation, what there is, a word that it has caught up, and then what comes. */
export const subscribe = (context: ServerContext, call: ReadCall, query: StreamQuery | AllQuery): void => {
  const outlet = createOutlet(call);
  outlet.onClosed(context.calls.opened('subscription'));
  const source = sourceOf(query, context.log);
  const reset = () => context.resetConnection(call.getPeer());
  const fault = context.faults.subscribe.strike(source.name);
  if (fault !== undefined && isRefusal(fault)) {
    refuse(fault, { reset, fail: outlet.fail });
    return;
  }
  void follow(context, source, outlet, createEmission(outlet, fault, reset));
};
