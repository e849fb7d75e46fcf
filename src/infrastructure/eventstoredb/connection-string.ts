/** A connection string of EventStoreDB or KurrentDB. */
export type ConnectionString = `${'esdb' | 'kurrentdb' | 'kurrent' | 'kdb'}${'' | '+discover'}://${string}`;

const ofEither = /^esdb(\+discover)?:\/\//i;

/** Whether only `@kurrent/kurrentdb-client`, the successor, understands a connection string. */
export const isOfSuccessor = (url: string): boolean =>
  /^(kurrentdb|kurrent|kdb)(\+discover)?:\/\//i.test(url);

/** Whether a store's URL is a connection string of EventStoreDB or KurrentDB. */
export const isConnectionString = (url: unknown): boolean =>
  typeof url === 'string' && (ofEither.test(url) || isOfSuccessor(url));

/** The same string with its scheme in small letters, the only ones in which the clients know it. */
export const plainScheme = (url: string): string =>
  url.replace(/^[a-z]+(?:\+discover)?(?=:\/\/)/i, (scheme) => scheme.toLowerCase());

const isPlain = (url: string): url is ConnectionString => isConnectionString(url) && plainScheme(url) === url;

/** A text as a connection string, its scheme in small letters; `undefined` for what is none. */
export const parseConnectionString = (text: string): ConnectionString | undefined => {
  const url = plainScheme(text);
  return isPlain(url) ? url : undefined;
};

/** The same string as the successor wants it: it warns of the older scheme each time it reads one. */
export const forSuccessor = (url: string): string => plainScheme(url).replace(/^esdb(?=[+:])/, 'kurrentdb');
