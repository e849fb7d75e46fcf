import { codedError } from '../errors/coded-error.js';
import type { StreamName } from '../ports/event-store.js';

/** What a stream is about (design: Streams). */
export const streamKinds = [
  'complaint',
  'folio',
  'calendar',
  'policy',
  'subject',
  'process',
  'store-loss',
] as const;
export type StreamKind = (typeof streamKinds)[number];

/** Names streams within one namespace, empty unless configured. */
export const streamName = (namespace: string, kind: StreamKind, id: string): StreamName =>
  `${namespace}${kind}-${id}`;

/** Where a store keeps which vault is a provider's; no reader of all events of a namespace is given it. */
export const vaultStream = (namespace: string, provider: string): StreamName =>
  `${namespace}store-vault-${provider}`;

export const prefixOf = (namespace: string, kind: StreamKind): string => `${namespace}${kind}-`;

/** Every id of a stream is a UUID as text. */
const idLength = 36;

/** The id that a stream's name ends in. */
export const idInStream = (stream: string): string => stream.slice(-idLength);

/** The namespace that the name of a stream of this kind begins with. */
export const namespaceOf = (stream: string, kind: StreamKind): string =>
  stream.slice(0, -(kind.length + 1 + idLength));

const checkNamespace = (given: unknown): void => {
  if (typeof given === 'string') return;
  throw codedError(
    'option-invalid',
    {
      es: 'namespace es un texto; «» donde no hay ninguno.',
      en: 'namespace is a text; "" where there is none.',
    },
    { option: 'namespace', value: typeof given },
  );
};

/**
 * Every stream of a namespace (`''` where none is configured) begins with one of these. Throws `option-invalid` for what
 * is no text.
 */
export const prefixesOf = (namespace: string): readonly string[] => {
  checkNamespace(namespace);
  return streamKinds.map((kind) => prefixOf(namespace, kind));
};
