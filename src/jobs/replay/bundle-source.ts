import { loadProfile } from '../../application/provider/load-profile.js';
import { textOfBytes } from '../../application/audit/notes/strict-text.js';
import { tilePath } from '../../application/audit/tiles/tile-path.js';
import type { StoredEvent } from '../../application/ports/event-store.js';
import type { ProviderProfile } from '../../domain/provider/profile.js';
import { openBundle } from '../../infrastructure/bundle/open-bundle.js';
import type { BundleSource } from '../../infrastructure/bundle/files.js';
import { eventsAsStore } from '../bundle/events-as-store.js';
import { entryName } from '../bundle/names.js';
import { eachEntry } from '../export/survey.js';
import { verifyBundle, type Verified, type VerifyOptions } from '../verify/index.js';
import type { ReplayQuestion, ReplaySource } from './replay.js';

/** The events of a bundle that was verified, or why it cannot be replayed. */
export type BundleReplay =
  | { readonly kind: 'source'; readonly source: ReplaySource }
  /** A fault was found in it. */
  | { readonly kind: 'faulty'; readonly fault: Extract<Verified, { readonly ok: false }> }
  /** It lacks what the answer needs: the log from its beginning, all requests, or the provider's profile. */
  | { readonly kind: 'partial' };

const isEvent = (value: unknown): value is StoredEvent =>
  typeof value === 'object' && value !== null && 'stream' in value && 'metadata' in value;

const eventAt = (bytes: Uint8Array, place: number): readonly StoredEvent[] => {
  const value: unknown = JSON.parse(textOfBytes(bytes) ?? 'null');
  return isEvent(value) ? [{ ...value, position: String(place).padStart(16, '0') }] : [];
};

const entriesIn = async (
  bundle: BundleSource,
  { scope, checkpoint, entries }: Extract<Verified, { readonly ok: true }>,
): Promise<readonly StoredEvent[]> => {
  if (scope.kind === 'folio')
    return Array.from({ length: entries }, (_none, place) => bundle.read(entryName(place))).flatMap(eventAt);
  const events: StoredEvent[] = [];
  const readTile = (tile: Parameters<typeof tilePath>[0]): Uint8Array => bundle.read(tilePath(tile));
  for await (const [place, bytes] of eachEntry(readTile, checkpoint.size))
    events.push(...eventAt(bytes, place));
  return events;
};

const profileIn = (bundle: BundleSource): ProviderProfile | undefined => {
  if (!bundle.names.includes('provider.json')) return undefined;
  const loaded = loadProfile(JSON.parse(textOfBytes(bundle.read('provider.json')) ?? 'null'));
  return loaded.ok ? loaded.profile : undefined;
};

/** Verifies a bundle, and gives its events to be replayed. Throws what the system says where there is none. */
export const bundleSource = async (
  path: string,
  of: ReplayQuestion['of'],
  options: VerifyOptions,
): Promise<BundleReplay> => {
  const verified = await verifyBundle(path, options);
  if (!verified.ok) return { kind: 'faulty', fault: verified };
  const bundle = openBundle(path);
  try {
    const provider = profileIn(bundle);
    const { scope } = verified;
    const isEnough = scope.kind === 'log' ? scope.start === 0 : typeof of === 'object';
    if (provider === undefined || !isEnough) return { kind: 'partial' };
    return { kind: 'source', source: { store: eventsAsStore(await entriesIn(bundle, verified)), provider } };
  } finally {
    bundle.close();
  }
};
