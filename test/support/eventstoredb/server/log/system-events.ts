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
