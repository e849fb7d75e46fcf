import { codedError } from '../../application/errors/coded-error.js';
import type { EventStoreDbClient } from './client.js';

/**
 * Which client it is: `eventstore` is `@eventstore/db-client`, `kurrent` its successor `@kurrent/kurrentdb-client`.
 * They name the same options differently, and each ignores what it does not know.
 */
export type Dialect = 'eventstore' | 'kurrent';

const dialectOf = (client: object): Dialect => ('multiStreamAppend' in client ? 'kurrent' : 'eventstore');

const methods: readonly (keyof EventStoreDbClient)[] = [
  'appendToStream',
  'readStream',
  'readAll',
  'subscribeToAll',
  'dispose',
];

const isClient = (made: unknown): made is EventStoreDbClient =>
  typeof made === 'object' &&
  made !== null &&
  methods.every((name) => typeof Reflect.get(made, name) === 'function');

/**
 * Makes sure that a host made a client (and not a promise of one), and that it is the one it was said to be. Throws
 * `option-invalid`.
 */
export const checkDialect = (client: unknown, stated: Dialect): void => {
  if (!isClient(client))
    throw codedError(
      'option-invalid',
      {
        es: 'createClient debe dar en seguida un cliente de EventStoreDB o KurrentDB, no una promesa ni otra cosa.',
        en: 'createClient must give a client of EventStoreDB or KurrentDB at once, not a promise or anything else.',
      },
      { option: 'createClient' },
    );
  const found = dialectOf(client);
  if (found === stated) return;
  throw codedError(
    'option-invalid',
    {
      es: `El cliente es de «${found}», no de «${stated}»: corrija dialect.`,
      en: `The client is of "${found}", not of "${stated}": correct dialect.`,
    },
    { option: 'dialect', value: stated },
  );
};
