import type { EventStoreDbClient } from 'quejas/eventstoredb';

/**
 * The client that ours would use for this connection string, with nothing around it. One of the two packages is loaded:
 * they share a process badly.
 */
export const bareClient = async (url: string): Promise<EventStoreDbClient> => {
  if (url.startsWith('esdb')) {
    const { EventStoreDBClient } = await import('@eventstore/db-client');
    return EventStoreDBClient.connectionString(url);
  }
  const { KurrentDBClient } = await import('@kurrent/kurrentdb-client');
  return KurrentDBClient.connectionString(url);
};

/** What an append is told to expect: one client reads the one name, its successor the other. */
export const exactly = (revision: number) => {
  const exact = revision === -1 ? ('no_stream' as const) : BigInt(revision);
  return { expectedRevision: exact, streamState: exact, requiresLeader: true };
};
