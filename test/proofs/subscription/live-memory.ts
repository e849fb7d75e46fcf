import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const isFunction = (value: unknown): value is () => void => typeof value === 'function';

/** Bytes that are in use after everything that nothing holds is let go. */
export const liveMemory = (): number => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (!isFunction(collect)) throw new Error('garbage cannot be collected on demand');
  collect();
  collect();
  return process.memoryUsage().heapUsed;
};
