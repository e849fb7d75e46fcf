import type { StreamName } from '../ports/event-store.js';

/** What a stream is about (design: Streams). */
export const streamKinds = ['complaint', 'folio', 'calendar', 'policy', 'subject', 'process'] as const;
export type StreamKind = (typeof streamKinds)[number];

/** Names streams within one namespace, empty unless configured. */
export const streamName = (namespace: string, kind: StreamKind, id: string): StreamName =>
  `${namespace}${kind}-${id}`;

export const prefixOf = (namespace: string, kind: StreamKind): string => `${namespace}${kind}-`;

/** Every stream of a namespace (`''` where none is configured) begins with one of these. */
export const prefixesOf = (namespace: string): readonly string[] =>
  streamKinds.map((kind) => prefixOf(namespace, kind));
