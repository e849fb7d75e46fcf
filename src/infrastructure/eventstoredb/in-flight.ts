/** Lets so much through at once; the rest waits for its turn. */
export interface InFlight {
  /** Ends when there is room; `undefined` where there is room at once. */
  readonly enter: () => Promise<void> | undefined;
  /** Makes room again. */
  readonly leave: () => void;
}

export const inFlightLimit = (most: number): InFlight => {
  let free = most;
  const waiting: (() => void)[] = [];
  return {
    enter: () => {
      if (free === 0) return new Promise((resolve) => waiting.push(resolve));
      free -= 1;
      return undefined;
    },
    leave: () => {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
};
