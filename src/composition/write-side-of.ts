import type { Checkpoints } from '../application/ports/checkpoints.js';
import type { EventStore } from '../application/ports/event-store.js';
import type { FolioRegister, FolioRegisterApart } from '../application/ports/folio-register.js';
import type { ProjectedRows } from '../application/ports/projected-rows.js';
import { memoryCheckpoints } from '../infrastructure/memory/memory-checkpoints.js';

/** What the write side needs besides events and keys. */
export interface WriteSide {
  /** Written by the store with its filings. */
  readonly folios?: FolioRegister;
  /** Beside a store that writes none. */
  readonly foliosApart?: FolioRegisterApart;
  readonly checkpoints: Checkpoints;
  /** What was opened for this and ends with it. */
  readonly opened: readonly { readonly close: () => Promise<void> }[];
}

type Keeping<Name extends string, Part> = EventStore & Readonly<Record<Name, Part>>;

const keepsFolios = (store: EventStore): store is Keeping<'folios', FolioRegister> =>
  'folios' in store && store.folios !== undefined;
const keepsCheckpoints = (store: EventStore): store is Keeping<'checkpoints', Checkpoints> =>
  'checkpoints' in store && store.checkpoints !== undefined;

const scheme = 'sqlite:';

/**
 * The companion of a file of rows: `rows.db` has `rows.companion.db` beside it, `rows` has `rows.companion`. No two
 * files of rows have the same one.
 */
const companionOf = (rows: string | ProjectedRows | undefined): string | undefined => {
  if (typeof rows !== 'string' || !rows.startsWith(scheme)) return undefined;
  const path = rows.slice(scheme.length);
  return path.endsWith('.db') ? `${path.slice(0, -'.db'.length)}.companion.db` : `${path}.companion`;
};

/**
 * Where folios are looked up and processes keep their checkpoints: in the store where it keeps them, else in a file
 * beside the rows. Where there is neither, folios are found by the events of their blocks, and processes begin anew.
 */
export const writeSideOf = async (
  store: EventStore,
  { rows, namespace }: { readonly rows: string | ProjectedRows | undefined; readonly namespace: string },
): Promise<WriteSide> => {
  if (keepsFolios(store)) {
    const checkpoints = keepsCheckpoints(store) ? store.checkpoints : memoryCheckpoints();
    return { folios: store.folios, checkpoints, opened: [] };
  }
  const path = companionOf(rows);
  if (path === undefined) return { checkpoints: memoryCheckpoints(), opened: [] };
  const { sqliteCompanion } = await import('../infrastructure/sqlite/companion.js');
  const companion = sqliteCompanion(path, namespace);
  return { foliosApart: companion.folios, checkpoints: companion.checkpoints, opened: [companion] };
};
