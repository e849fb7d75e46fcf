/** How many at a time a job takes. */
export const workersRange = [1, 1_024] as const;

/**
 * Works through a sequence with several at a time, in the order in which they come. Ends when all has been done; after a
 * failure nothing more is begun, what was begun is waited for, and the failure is thrown.
 */
export const inParallel = async <Item>(
  items: AsyncIterable<Item>,
  workers: number,
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const iterator = items[Symbol.asyncIterator]();
  let stopped = false;
  const worker = async (): Promise<void> => {
    try {
      while (!stopped) {
        const next = await iterator.next();
        if (next.done === true) return;
        await work(next.value);
      }
    } catch (error) {
      stopped = true;
      throw error;
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: workers }, worker));
  await iterator.return?.();
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
};
