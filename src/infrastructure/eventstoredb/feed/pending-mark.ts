import type { Position } from '../../../application/ports/event-store.js';

/** What a subscription said of the log while events it gave before were still on their way to us. */
export interface Mark {
  readonly position: Position | undefined;
  readonly metEnd: boolean;
}

export interface PendingMark {
  /** The server considered everything up to here. Older ones than the last change nothing. */
  readonly checkpoint: (position: Position) => void;
  readonly metEnd: () => void;
  readonly fellBehind: () => void;
  /** How far the last checkpoint says that the server has come. */
  readonly position: () => Position | undefined;
  /** To be called whenever something came or is waited for: looks whether the mark may be believed by now. */
  readonly look: () => void;
}

interface Stream {
  /** Whether the next event is waited for and none is in the stream's own buffer. */
  readonly isDrained: () => boolean;
  /** How many events came. */
  readonly arrivals: () => number;
}

// From the stream's buffer to us a value takes a few turns of the microtask queue, four as of Node 24.
const turnsUnderWay = 32;

/**
 * A checkpoint, or word of the end, is told as it enters the client's stream, ahead of up to sixteen events that wait
 * there (reference: fact 0.11). It is believed when all of those have come.
 */
export const pendingMark = (stream: Stream, believe: (mark: Mark) => void): PendingMark => {
  let pending: Mark | undefined;
  let isLooking = false;

  const settle = async (): Promise<void> => {
    while (pending !== undefined && stream.isDrained()) {
      const before = stream.arrivals();
      for (let turn = 0; turn < turnsUnderWay; turn += 1) await Promise.resolve();
      if (!stream.isDrained() || stream.arrivals() !== before) continue;
      const mark = pending;
      pending = undefined;
      believe(mark);
    }
  };

  const look = (): void => {
    if (pending === undefined || isLooking) return;
    isLooking = true;
    void settle().finally(() => {
      isLooking = false;
    });
  };

  return {
    checkpoint: (position) => {
      const older = pending?.position;
      if (older !== undefined && position <= older) return;
      pending = { position, metEnd: pending?.metEnd ?? false };
      look();
    },
    metEnd: () => {
      pending = { position: pending?.position, metEnd: true };
      look();
    },
    fellBehind: () => {
      if (pending !== undefined) pending = { ...pending, metEnd: false };
    },
    position: () => pending?.position,
    look,
  };
};
