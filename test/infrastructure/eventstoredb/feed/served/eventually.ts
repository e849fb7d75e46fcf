import { setTimeout as pause } from 'node:timers/promises';

const step = 10;

/** Waits until something is so, looking again and again; fails where it never is. */
export const eventually = async (
  what: string,
  isSo: () => boolean | Promise<boolean>,
  patience = 15_000,
): Promise<void> => {
  const end = performance.now() + patience;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${String(patience)} ms`);
    await pause(step);
  }
};
