import { codedError } from '../errors/coded-error.js';
import { streamName } from '../identity/stream-name.js';
import type { EventStore } from '../ports/event-store.js';

/** Which folio prefix, of which provider, in which namespace of a store. */
export interface OwnPrefix {
  readonly store: Pick<EventStore, 'read'>;
  readonly namespace: string;
  readonly provider: string;
  readonly prefix: string;
}

/**
 * Whether the folio prefix is known to be the provider's: false where no number of it was lent yet. Throws
 * `folio-prefix-taken` where another provider in the store has it, so that no folio is given twice.
 */
export const ownsPrefix = async ({ store, namespace, provider, prefix }: OwnPrefix): Promise<boolean> => {
  const [first] = await store.read(streamName(namespace, 'folio', prefix), { to: 0 });
  const owner = first?.metadata.provider;
  if (owner === undefined || owner === provider) return owner !== undefined;
  throw codedError(
    'folio-prefix-taken',
    {
      es: `Los folios ${prefix}-… de este almacén son de ${owner}: dé a ${provider} otro prefijo (folio.prefix), otro almacén o un espacio de nombres propio (namespace).`,
      en: `The folios ${prefix}-… of this store are those of ${owner}: give ${provider} another prefix (folio.prefix), another store or a namespace of its own.`,
    },
    { prefix, owner, provider },
  );
};
