/** How much work a rate is taken over, and how much may come before it. */
export interface Pace {
  /** Operations that count. */
  readonly count: number;
  /** Operations under way at the same time. */
  readonly atOnce: number;
  /** The most operations before those: they end earlier where the rate stands. */
  readonly warmUp: number;
}

const windows = 8;
/** Two rates that differ by less are the same: these machines are noisy. */
const standing = 0.05;

/** All the operations that a pace may need. */
export const operationsOf = ({ count, warmUp }: Pick<Pace, 'count' | 'warmUp'>): number => count + warmUp;

/** Runs `work` for each number of a range, some at once; gives the rate per second. */
export const rateOf = async (
  { from = 0, count, atOnce }: { readonly from?: number; readonly count: number; readonly atOnce: number },
  work: (n: number) => Promise<void>,
): Promise<number> => {
  const end = from + count;
  let next = from;
  const worker = async () => {
    while (next < end) await work(next++);
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  return count / ((performance.now() - began) / 1000);
};

/** The rate once it stands: the compiler has its say before the clock starts. */
export const steadyRate = async (
  { count, atOnce, warmUp }: Pace,
  work: (n: number) => Promise<void>,
): Promise<number> => {
  const window = Math.floor(warmUp / windows);
  let from = 0;
  let before = 0;
  while (window > 0 && from + window <= warmUp) {
    const rate = await rateOf({ from, count: window, atOnce }, work);
    from += window;
    if (Math.abs(rate / before - 1) < standing) break;
    before = rate;
  }
  return rateOf({ from, count, atOnce }, work);
};
