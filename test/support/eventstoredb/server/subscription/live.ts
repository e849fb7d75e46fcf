import { consumerTooSlow } from '../grpc/rpc-errors.js';
import type { Outlet } from '../grpc/outlet.js';
import { comparePositions, tombstoneType } from '../log/event.js';
import type { LoggedEvent, Position } from '../log/event.js';
import type { Due } from './considered.js';
import type { Emission } from './emission.js';
import type { LiveReader } from './publisher.js';

/** Events wait in two buffers of 32 on their way to a live client; one more, and its subscription is dropped. */
const room = 64;

/** While it is told of a transaction, a client that keeps up takes one event of every so many. */
const takenOneOf = 2;

/** The live part of a subscription: what comes in a burst waits here, and a client that is too far behind is dropped. */
export const createLiveReader = (parts: {
  readonly outlet: Outlet;
  readonly emission: Emission;
  readonly consider: (event: LoggedEvent) => readonly Due[];
  /** Everything up to there was sent before. */
  readonly after: Position | undefined;
  /** Called with the tombstone of the stream that is followed. */
  readonly onTombstone: (event: LoggedEvent) => void;
  readonly onSent: () => void;
}): LiveReader => {
  const { outlet, emission } = parts;
  const waiting: Due[] = [];
  let isSending = false;

  const sendOne = (): void => {
    waiting.shift()?.(emission);
    parts.onSent();
  };
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

  return {
    tell: (events) => {
      const keepsUp = !isSending;
      let turn = 0;
      for (const event of events) {
        if (parts.after !== undefined && comparePositions(event.position, parts.after) <= 0) continue;
        if (event.type === tombstoneType) parts.onTombstone(event);
        waiting.push(...parts.consider(event));
        turn = (turn + 1) % takenOneOf;
        if (keepsUp && turn === 0 && waiting.length > 0) sendOne();
        if (waiting.length > room) {
          outlet.fail(consumerTooSlow());
          return;
        }
      }
      void sendRest();
    },
    ready: outlet.ready,
  };
};
