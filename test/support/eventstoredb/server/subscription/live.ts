import type { Outlet } from '../grpc/outlet.js';
import { consumerTooSlow, streamDeleted } from '../grpc/rpc-errors.js';
import { comparePositions, tombstoneType } from '../log/event.js';
import type { LoggedEvent, Position } from '../log/event.js';
import type { CheckpointCounter } from './checkpoint-counter.js';
import type { Emission } from './emission.js';
import type { LiveReader } from './publisher.js';
import type { Source } from './source.js';

/** Events wait in two buffers of 32 on their way to a live client; one more, and its subscription is dropped. */
const room = 64;

/** While it is told of a transaction, a client that keeps up takes one event of every so many. */
const takenOneOf = 2;

/** The live part of a subscription: what comes in a burst waits here, and a client that is too far behind is dropped. */
export const createLiveReader = (parts: {
  readonly source: Source;
  readonly counter: CheckpointCounter;
  readonly outlet: Outlet;
  readonly emission: Emission;
  /** Everything up to there was looked at before. */
  readonly after: Position | undefined;
}): LiveReader => {
  const { source, counter, outlet, emission, after } = parts;
  const waiting: (() => void)[] = [];
  let isSending = false;

  const sendOne = (): void => waiting.shift()?.();
  const sendRest = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    await outlet.ready();
    while (waiting.length > 0 && emission.goesOn()) {
      sendOne();
      await outlet.ready();
    }
    isSending = false;
  };

  const take = (event: LoggedEvent): void => {
    if (source.passes(event)) waiting.push(() => emission.event(event));
    if (counter.afterLiveEvent()) waiting.push(() => emission.checkpoint(event.position));
    if (event.type === tombstoneType && event.stream === source.name)
      waiting.push(() => outlet.fail(streamDeleted(event.stream)));
  };

  return {
    tell: (events) => {
      const keepsUp = !isSending;
      for (const [index, event] of events.entries()) {
        if (after !== undefined && comparePositions(event.position, after) <= 0) continue;
        take(event);
        if (keepsUp && (index + 1) % takenOneOf === 0) sendOne();
        if (waiting.length <= room) continue;
        outlet.fail(consumerTooSlow());
        return;
      }
      void sendRest();
    },
    ready: outlet.ready,
  };
};
