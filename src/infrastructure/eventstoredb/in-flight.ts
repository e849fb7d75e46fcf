/** Does work, so much of it at once; the rest waits for its turn. */
export type InFlight = <Result>(work: () => Promise<Result>) => Promise<Result>;

export const inFlightLimit = (most: number): InFlight => {
  let free = most;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
};
