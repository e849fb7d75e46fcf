import { randomUUID } from 'node:crypto';
import type { NewEvent } from './event.js';

/** An event that the server writes for itself. */
export const systemEvent = (type: string, json: string): NewEvent => ({
  id: randomUUID(),
  type,
  contentType: json === '' ? 'application/octet-stream' : 'application/json',
  data: Buffer.from(json, 'utf8'),
  metadata: new Uint8Array(),
});

/** Where the first event of a new log stands; before it are records that are no events. */
export const firstRecord = 548;

/** What a server writes to a new log: the stream, its events, and the first one's revision. */
export const firstTransaction: [stream: string, events: readonly NewEvent[], first: number] = [
  '$$$scavenges',
  [systemEvent('$metadata', '{"$maxAge":2592000}')],
  0,
];
