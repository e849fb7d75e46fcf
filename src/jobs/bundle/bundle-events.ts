import { textOfBytes } from '../../application/audit/notes/strict-text.js';
import { decodeEntryBundle } from '../../application/audit/tiles/entry-bundle.js';
import { tilePath, tilesOfLevel, tileWidth } from '../../application/audit/tiles/tile-path.js';
import type { StoredEvent } from '../../application/ports/event-store.js';
import type { BundleSource } from '../../infrastructure/bundle/files.js';
import type { BundleScope } from './manifest.js';
import { entryName } from './names.js';

const isEvent = (value: unknown): value is StoredEvent =>
  typeof value === 'object' && value !== null && 'stream' in value && 'metadata' in value;

const eventAt = (bytes: Uint8Array, place: number): readonly StoredEvent[] => {
  const value: unknown = JSON.parse(textOfBytes(bytes) ?? 'null');
  return isEvent(value) ? [{ ...value, position: String(place).padStart(16, '0') }] : [];
};

/** What was verified of a bundle: which entries it has, and up to which size of the log. */
export interface BundleExtent {
  readonly scope: BundleScope;
  readonly size: number;
  readonly entries: number;
}

/** The events of a bundle that was verified, one after another; their position is their place in it. */
export const bundleEvents = function* (
  bundle: BundleSource,
  { scope, size, entries }: BundleExtent,
): Generator<StoredEvent> {
  if (scope.kind === 'folio') {
    for (let place = 0; place < entries; place += 1) yield* eventAt(bundle.read(entryName(place)), place);
    return;
  }
  for (const tile of tilesOfLevel('entries', size, scope.start))
    for (const [at, bytes] of (decodeEntryBundle(bundle.read(tilePath(tile))) ?? []).entries()) {
      const place = tile.index * tileWidth + at;
      if (place >= scope.start) yield* eventAt(bytes, place);
    }
};
