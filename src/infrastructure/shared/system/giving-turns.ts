import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds that work goes on by itself: signals, timers and sockets wait no longer for their turn. */
const longest = 50;

/**
 * Gives timers, sockets and signals their turn, where it is time for that: for work whose every step is done at once, such as
 * reading a file page by page.
 */
export const givingTurns = (): (() => Promise<void>) => {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < longest) return;
    await nextTurn();
    last = performance.now();
  };
};
