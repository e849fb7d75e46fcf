/** Tells how long something did not go on though it should have. */
export interface StallWatch {
  /** To be called often: whether there is anything to do, and how far it is done. */
  readonly look: (isDue: boolean, progress: string) => void;
  /** The longest stall, in milliseconds. */
  readonly longest: () => number;
}

/** Time in which this process was not given the machine counts as no more than this. */
const turn = 50;

export const stallWatch = (now: () => number): StallWatch => {
  let lookedAt = now();
  let last = '';
  let stalled = 0;
  let longest = 0;
  return {
    look: (isDue, progress) => {
      const passed = Math.min(turn, now() - lookedAt);
      lookedAt = now();
      stalled = isDue && progress === last ? stalled + passed : 0;
      last = progress;
      longest = Math.max(longest, stalled);
    },
    longest: () => longest,
  };
};
