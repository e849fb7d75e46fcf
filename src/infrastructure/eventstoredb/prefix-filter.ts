import type { PrefixFilter } from './client.js';

// The client counts checkpoints in windows: the server's default of 32 records would tell of one at every page.
const searchWindow = 1_000;

/** What the server looks for in its log: streams whose names begin with one of the prefixes. */
export const prefixFilter = (prefixes: readonly string[]): Omit<PrefixFilter, 'checkpointReached'> => ({
  filterOn: 'streamName',
  prefixes: [...prefixes],
  maxSearchWindow: searchWindow,
  checkpointInterval: 1,
});
