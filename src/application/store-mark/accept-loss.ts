import { millisecondsOf } from '../../domain/kernel/instant.js';
import { eventIdOf } from '../identity/derived-ids.js';
import { streamOfProvider } from '../identity/own-stream.js';
import { streamName } from '../identity/stream-name.js';
import { derivedUuid, timeBits } from '../identity/uuid.js';
import { storeError, type StoreError } from '../errors/store-error.js';
import type { NewEvent, StoreIdentity } from '../ports/event-store.js';
import type { MarkedEvent } from '../ports/store-marks.js';
import { versionOf } from '../schema/catalogue.js';
import type { VoidParts } from '../folio/void-numbers.js';

const type = 'LossAccepted';

interface Loss {
  readonly reason: string;
  readonly fault: StoreError;
  readonly identity: StoreIdentity;
  readonly provider: string;
  readonly zone: string;
}

/** A detail of a fault, where it is a text. */
const told = (name: 'found' | 'known', { details }: StoreError): object => {
  const value = details[name];
  return typeof value === 'string' ? { [name]: value } : {};
};

/** Records that a loss was accepted, and why; gives the event. */
export const recordLoss = async (
  { reason, fault, identity, provider, zone }: Loss,
  { store, clock, holder }: Pick<VoidParts, 'store' | 'clock' | 'holder'>,
): Promise<MarkedEvent> => {
  const first = streamName('', 'store-loss', identity.id);
  const own = streamName('', 'store-loss', derivedUuid(undefined, first, provider));
  const stream = await streamOfProvider({ first, own }, provider, store);
  const before = (await store.read(stream)).at(-1);
  const now = clock();
  const commandId = derivedUuid(
    timeBits(millisecondsOf(now)),
    stream,
    holder,
    String(before?.revision ?? -1),
  );
  const event: NewEvent = {
    id: eventIdOf(stream, commandId, 0),
    type,
    version: versionOf(type),
    occurredAt: now,
    zone,
    recordedAt: now,
    data: { reason, fault: fault.code, ...told('found', fault), ...told('known', fault) },
    metadata: {
      ...{ commandId, index: 0, commandSize: 1, correlationId: commandId, causationId: commandId },
      ...{ actor: 'system', role: 'system', provider },
    },
  };
  const outcome = await store.append({
    ...{ stream, commandId, events: [event] },
    expect: before?.revision ?? 'none',
  });
  if (outcome.kind !== 'appended') throw storeError('store-locked');
  return { id: event.id, stream, revision: outcome.revision, position: outcome.position };
};
