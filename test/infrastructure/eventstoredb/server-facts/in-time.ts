import { setTimeout as pause } from 'node:timers/promises';

/** What something came to within so many milliseconds, or that it was still pending then. */
export const within = async <Value>(ms: number, asked: Promise<Value>): Promise<Value | 'pending'> => {
  const over = new AbortController();
  const late = pause(ms, 'pending' as const, { signal: over.signal });
  try {
    return await Promise.race([asked, late]);
  } finally {
    over.abort();
    late.catch(() => undefined);
  }
};
