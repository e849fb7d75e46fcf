/** Counts what is under way, so that a store can be closed after the last of it. */
export interface UseCount {
  readonly begin: () => void;
  readonly end: () => void;
  /** Ends when nothing is under way. */
  readonly ended: () => Promise<void>;
}

export const useCount = (): UseCount => {
  let count = 0;
  let waiting: (() => void)[] = [];
  return {
    begin: () => {
      count += 1;
    },
    end: () => {
      count -= 1;
      if (count > 0) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    ended: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
};
