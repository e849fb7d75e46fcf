import { millisecondsOf } from '../../domain/kernel/instant.js';
import { codedError } from '../errors/coded-error.js';
import { eventIdOf } from '../identity/derived-ids.js';
import { vaultStream } from '../identity/stream-name.js';
import { derivedUuid, timeBits } from '../identity/uuid.js';
import type { Clock } from '../ports/clock.js';
import type { EventStore, NewEvent, StoredEvent } from '../ports/event-store.js';
import type { VaultMark, VaultMarks } from '../ports/vault-marks.js';
import { versionOf } from '../schema/catalogue.js';

interface StreamOfMarks {
  readonly store: Pick<EventStore, 'read' | 'append'>;
  readonly namespace: string;
  readonly provider: string;
  readonly zone: string;
  readonly clock: Clock;
}

const type = 'VaultBound';
const attempts = 16;

const markOf = ({ type: of, data }: StoredEvent): VaultMark | undefined => {
  const { vault, check, generation } = data;
  return of === type &&
    typeof vault === 'string' &&
    typeof check === 'string' &&
    typeof generation === 'number'
    ? { id: vault, check, generation }
    : undefined;
};

/** Marks where the store keeps them; one that was copied from a server may have them in a stream still. */
export const eitherMarks = (inStore: VaultMarks | undefined, inStream: VaultMarks): VaultMarks =>
  inStore === undefined
    ? inStream
    : { keep: inStore.keep, read: async (scope) => (await inStore.read(scope)) ?? inStream.read(scope) };

/** Which vault belongs to a provider, recorded as events: for a store that has no other place for it. */
export const marksInStream = ({ store, namespace, provider, zone, clock }: StreamOfMarks): VaultMarks => {
  const stream = vaultStream(namespace, provider);

  const last = async (): Promise<{ readonly mark: VaultMark | undefined; readonly revision: number }> => {
    const events = await store.read(stream);
    return { mark: events.flatMap((event) => markOf(event) ?? []).at(-1), revision: events.length - 1 };
  };

  const eventOf = ({ id: vault, check, generation }: VaultMark, revision: number): NewEvent => {
    const now = clock();
    const commandId = derivedUuid(timeBits(millisecondsOf(now)), stream, vault, String(revision));
    return {
      id: eventIdOf(stream, commandId, 0),
      type,
      version: versionOf(type),
      occurredAt: now,
      zone,
      recordedAt: now,
      data: { vault, check, generation },
      metadata: {
        ...{ commandId, index: 0, commandSize: 1, correlationId: commandId, causationId: commandId },
        ...{ actor: 'system', role: 'system', provider },
      },
    };
  };

  return {
    read: async () => (await last()).mark,
    keep: async (_scope, mark, isAdopted = false) => {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const { mark: known, revision } = await last();
        if (known?.id === mark.id && known.generation >= mark.generation && !isAdopted) return;
        const event = eventOf(mark, revision + 1);
        const { commandId } = event.metadata;
        const expect = revision === -1 ? 'none' : revision;
        const outcome = await store.append({ stream, expect, commandId, events: [event] });
        if (outcome.kind === 'appended') return;
      }
      throw codedError(
        'keys-unavailable',
        {
          es: 'No se pudo anotar en el almacén cuál es su llavero; intente de nuevo.',
          en: 'The store could not be told which vault is its own; try again.',
        },
        { stream },
      );
    },
  };
};
