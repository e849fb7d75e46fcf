import { codedError } from '../../application/errors.js';
import type { EventStoreDbClient } from './client.js';

/**
 * Which client it is: `eventstore` is `@eventstore/db-client`, `kurrent` its successor `@kurrent/kurrentdb-client`.
 * They name the same options differently, and each ignores what it does not know.
 */
export type Dialect = 'eventstore' | 'kurrent';

const dialectOf = (client: EventStoreDbClient): Dialect =>
  'multiStreamAppend' in client ? 'kurrent' : 'eventstore';

/** Makes sure that a client is the one it was said to be. Throws `option-invalid`. */
export const checkDialect = (client: EventStoreDbClient, said: Dialect): void => {
  const found = dialectOf(client);
  if (found === said) return;
  throw codedError(
    'option-invalid',
    {
      es: `El cliente es de «${found}», no de «${said}»: corrija dialect.`,
      en: `The client is of "${found}", not of "${said}": correct dialect.`,
    },
    { option: 'dialect', value: said },
  );
};
