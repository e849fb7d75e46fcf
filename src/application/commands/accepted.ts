import type { Instant } from '../../domain/kernel/instant.js';
import type { Position } from '../ports/event-store.js';

/** Who gave a command. */
export interface Giver {
  readonly actor: string;
  readonly role: string;
  readonly party?: string | undefined;
}

/** What an accepted command left in its stream: enough to give its outcome again. */
export interface Accepted {
  readonly firstRevision: number;
  readonly types: readonly string[];
  /** When it happened, as it was stored. */
  readonly occurredAt: Instant;
  /** What it asked, as far as that may stand in clear; absent for a command that came without its input. */
  readonly fingerprint?: string;
  readonly position: Position;
  /** Who gave it, as they told themselves apart. */
  readonly by: Giver;
}

/** The accepted commands of a stream as of one moment. It never changes: `with` gives a later moment. */
export interface AcceptedCommands {
  readonly get: (commandId: string) => Accepted | undefined;
  readonly with: (commandId: string, accepted: Accepted) => AcceptedCommands;
}

interface Entry {
  readonly place: number;
  readonly accepted: Accepted;
}

/** What several moments of one stream share: each sees the entries up to its own place. */
interface Shared {
  places: number;
  readonly entries: Map<string, readonly Entry[]>;
}

/** Only if a future of the same moment exists already: two futures of it must not see each other. */
const copyUpTo = ({ entries }: Shared, places: number): Shared => {
  const copy: Shared = { places, entries: new Map() };
  if (places === 0) return copy;
  for (const [commandId, all] of entries) {
    const seen = all.filter(({ place }) => place < places);
    if (seen.length > 0) copy.entries.set(commandId, seen);
  }
  return copy;
};

const asOf = (shared: Shared, places: number): AcceptedCommands => ({
  get: (commandId) => shared.entries.get(commandId)?.findLast(({ place }) => place < places)?.accepted,
  with: (commandId, accepted) => {
    const own = shared.places === places ? shared : copyUpTo(shared, places);
    const entry = { place: places, accepted };
    own.entries.set(commandId, [...(own.entries.get(commandId) ?? []), entry]);
    own.places = places + 1;
    return asOf(own, places + 1);
  },
});

/** A stream of which no command is known. Adding one copies nothing, however many there are. */
export const noneAccepted = (): AcceptedCommands => asOf({ places: 0, entries: new Map() }, 0);
