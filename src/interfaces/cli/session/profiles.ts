import { shippedMappings } from '../../../jobs/import/mappings/index.js';
import type { EventStore } from '../../../application/ports/event-store.js';
import { prefixOf, streamName } from '../../../application/identity/stream-name.js';
import { conectared } from '../../../domain/provider/conectared.js';
import { emenet } from '../../../domain/provider/emenet.js';
import type { ProviderProfile } from '../../../domain/provider/profile.js';
import { fault } from '../faults.js';

/** The providers that come with Quejas: the two it was written for, and those of imported logs. */
export const shippedProfiles: readonly ProviderProfile[] = [
  conectared,
  emenet,
  ...shippedMappings.map(({ provider }) => provider),
];

const known = (): readonly string[] => shippedProfiles.map(({ id }) => id);

/** A shipped profile by its id. Throws `provider-unknown`. */
export const profileNamed = (id: string): ProviderProfile => {
  const profile = shippedProfiles.find((each) => each.id === id);
  if (profile === undefined) throw fault('provider-unknown', { provider: id, known: known() });
  return profile;
};

/**
 * The providers whose folios a store has given, as far as the second: who has one is served without being named. A stream is
 * of the provider whose event begins it: what was put into one behind the store's back is for a check to find.
 */
export const providersIn = async (store: Pick<EventStore, 'readAll'>): Promise<readonly string[]> => {
  const found = new Set<string>();
  const prefixes = [prefixOf('', 'folio')];
  let after: string | undefined;
  for (;;) {
    const page = await store.readAll({ limit: 1000, prefixes, ...(after === undefined ? {} : { after }) });
    for (const { revision, metadata } of page.events) if (revision === 0) found.add(metadata.provider);
    if (found.size > 1 || page.caughtUp || page.next === undefined) return [...found];
    after = page.next;
  }
};

/** The shipped providers whose folio streams a server has, as far as the second: each is looked at directly. */
export const providersWithFolios = async (store: Pick<EventStore, 'read'>): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const { folio } of shippedProfiles) {
    const [first] = await store.read(streamName('', 'folio', folio.prefix), { to: 0 });
    if (first !== undefined) found.push(first.metadata.provider);
    if (found.length > 1) break;
  }
  return found;
};

/**
 * The only provider of a store that holds these. Throws `provider-ambiguous`, `provider-unknown`, and
 * `provider-missing` where it holds none and one is needed; a command that only reads such a store finds nothing under any
 * provider.
 */
export const onlyProfileOf = (found: readonly string[], needed: boolean): ProviderProfile => {
  if (found.length > 1) throw fault('provider-ambiguous', { found });
  const [only] = found;
  if (only !== undefined) return profileNamed(only);
  if (needed) throw fault('provider-missing', { known: known() });
  return conectared;
};
