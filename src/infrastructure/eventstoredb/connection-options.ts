import { codedError } from '../../application/errors/coded-error.js';
import type { Dialect } from './dialect.js';

/** What both clients read off a connection string (the union `ConnectionOptions` of their parsers). */
const known: ReadonlySet<string> = new Set(
  [
    'connectionName',
    'defaultDeadline',
    'discoveryInterval',
    'gossipTimeout',
    'keepAliveInterval',
    'keepAliveTimeout',
    'maxDiscoverAttempts',
    'nodePreference',
    'throwOnAppendFailure',
    'tls',
    'tlsCAFile',
    'tlsVerifyCert',
    'userCertFile',
    'userKeyFile',
  ].map((name) => name.toLowerCase()),
);

const plain = (name: string): string => name.trim().toLowerCase().replace(/[_-]/g, '');

const beforeHosts = /^[^:]+:\/\/(?:[^:]+:[^@]+@)?/;
/** The client takes what stands before the second colon for the whole password. */
const twoColons = /^[^:]+:\/\/[^:]+:[^:@]*:[^@]*@/;
/** What stands between the credentials' @ and another one, the client takes for a host, and tells it. */
const hostWithAt = /^[^?]*@/;
const option = /[?&]([^=]+)=([^&?]+)/g;

/** Whether the client would print the whole string, password included, to warn of an option. */
const isWarnedOf = (name: string, value: string, dialect: Dialect): boolean =>
  (!known.has(plain(name)) && name !== 'dnsDiscover') ||
  (dialect === 'eventstore' && plain(name) === 'tlsverifycert' && value.trim() === 'false');

const unknownOption = (name: string): Error =>
  codedError(
    'option-invalid',
    {
      es: `El cliente no conoce la opción «${name}» de la cadena de conexión: quítela o corríjala.`,
      en: `The client does not know the option "${name}" of the connection string: remove or correct it.`,
    },
    { option: 'store', value: name },
  );

const unreadablePassword = (): Error =>
  codedError(
    'option-invalid',
    {
      es: 'La cadena de conexión no se entiende: dentro del usuario y de la clave escriba @ como %40, : como %3A y ? como %3F.',
      en: 'The connection string cannot be understood: inside user and password write @ as %40, : as %3A and ? as %3F.',
    },
    { option: 'store' },
  );

/**
 * Refuses a connection string whose password its client would cut off or take for a host, and options that it would
 * ignore. Throws `option-invalid` with the option's name alone, and without it where it may be a piece of a password.
 */
export const checkConnectionOptions = (url: string, dialect: Dialect): void => {
  const fromHosts = url.trim().replace(/\/+$/, '').replace(beforeHosts, '');
  if (hostWithAt.test(fromHosts) || twoColons.test(url)) throw unreadablePassword();
  for (const [, name = '', value = ''] of fromHosts.matchAll(option)) {
    if (!isWarnedOf(name, value, dialect)) continue;
    throw fromHosts.includes('@') ? unreadablePassword() : unknownOption(name);
  }
};
