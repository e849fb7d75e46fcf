/** How many ids a server remembers: its cache of 8 MiB holds about as many. */
const capacity = 50_000;

/** The ids a server remembers of late, each with its revision; the oldest are forgotten, and all are at a restart. */
export interface RecentIds {
  readonly remember: (stream: string, id: string, revision: number) => void;
  readonly find: (stream: string, id: string) => number | undefined;
  readonly forgetAll: () => void;
}

export const createRecentIds = (): RecentIds => {
  const known = new Map<string, number>();
  const key = (stream: string, id: string) => `${id} ${stream}`;
  return {
    remember: (stream, id, revision) => {
      known.set(key(stream, id), revision);
      if (known.size > capacity) for (const oldest of known.keys()) return void known.delete(oldest);
    },
    find: (stream, id) => known.get(key(stream, id)),
    forgetAll: () => known.clear(),
  };
};
