import type { Windows } from '../grpc/read-request.js';

/** Counts the events that a filtered subscription looked at, and says when a checkpoint is due. */
export interface CheckpointCounter {
  /** After a page of the history. Its last page owes none; what it counted goes on into the live part. */
  readonly afterPage: (considered: number, isLast: boolean) => boolean;
  readonly afterLiveEvent: () => boolean;
}

const never: CheckpointCounter = { afterPage: () => false, afterLiveEvent: () => false };

export const createCheckpointCounter = (windows: Windows | undefined): CheckpointCounter => {
  if (windows === undefined) return never;
  const { checkpointEvery } = windows;
  let count = 0;
  return {
    afterPage: (considered, isLast) => {
      count += considered;
      if (isLast || count < checkpointEvery) return false;
      count %= checkpointEvery;
      return true;
    },
    afterLiveEvent: () => {
      count += 1;
      if (count < checkpointEvery) return false;
      count = 0;
      return true;
    },
  };
};
