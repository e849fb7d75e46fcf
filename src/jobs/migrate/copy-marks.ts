import { marksInStream } from '../../application/keys/marks-in-stream.js';
import { scopeOf } from '../../application/identity/scope.js';
import type { EventStore, StoredEvent } from '../../application/ports/event-store.js';
import type { VaultMarks } from '../../application/ports/vault-marks.js';
import { systemClock } from '../../infrastructure/shared/system/system-clock.js';

/** A side of a copy: without `read` it has no stream to keep marks in. */
type Side = Partial<Pick<EventStore, 'read' | 'append' | 'vaultMarks'>>;

interface Scope {
  readonly namespace: string;
  readonly provider: string;
}

const onlyRead = (): Promise<never> => Promise.reject(new Error('this side of a copy is only read'));

const marksOf = (side: Side, scope: Scope): VaultMarks | undefined => {
  if (side.vaultMarks !== undefined || side.read === undefined) return side.vaultMarks;
  const store: Pick<EventStore, 'read' | 'append'> = {
    read: (stream, options) => side.read?.(stream, options) ?? Promise.resolve([]),
    append: (request) => side.append?.(request) ?? onlyRead(),
  };
  return marksInStream({ store, ...scope, zone: 'UTC', clock: systemClock });
};

/** Takes along which vault the values are sealed with: the copy knows its keys as the source does. */
export const markCopier = () => {
  const scopes = new Map<string, Scope>();
  return {
    /** Sees an event that was copied: each provider has a stream of folios. */
    see: ({ stream, metadata: { provider } }: Pick<StoredEvent, 'stream' | 'metadata'>): void => {
      const at = stream.indexOf('folio-');
      if (at === -1) return;
      const namespace = stream.slice(0, at);
      scopes.set(scopeOf(namespace, provider), { namespace, provider });
    },
    copy: async (from: Side, to: Side): Promise<void> => {
      for (const [name, scope] of scopes) {
        const mark = await marksOf(from, scope)?.read(name);
        if (mark !== undefined) await marksOf(to, scope)?.keep(name, mark);
      }
    },
  };
};
