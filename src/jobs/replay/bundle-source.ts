import { loadProfile } from '../../application/provider/load-profile.js';
import { textOfBytes } from '../../application/audit/notes/strict-text.js';
import type { ProviderProfile } from '../../domain/provider/profile.js';
import { openBundle } from '../../infrastructure/bundle/open-bundle.js';
import type { BundleSource } from '../../infrastructure/bundle/files.js';
import { bundleEvents } from '../bundle/bundle-events.js';
import { eventsAsStore } from '../bundle/events-as-store.js';
import { verifyBundle, type Verified, type VerifyOptions } from '../verify/index.js';
import type { ReplayQuestion, ReplaySource } from './replay.js';

/** The events of a bundle that was verified, or why it cannot be replayed. */
export type BundleReplay =
  | {
      readonly kind: 'source';
      readonly source: ReplaySource;
      /** What was found, and on whose trust it rests. */
      readonly verified: Extract<Verified, { readonly ok: true }>;
    }
  /** A fault was found in it. */
  | { readonly kind: 'faulty'; readonly fault: Extract<Verified, { readonly ok: false }> }
  /** It lacks what the answer needs: the log from its beginning, all requests, or the provider's profile. */
  | { readonly kind: 'partial' };

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
    const { entries, checkpoint } = verified;
    const events = [...bundleEvents(bundle, { scope, size: checkpoint.size, entries })];
    return { kind: 'source', source: { store: eventsAsStore(events), provider }, verified };
  } finally {
    bundle.close();
  }
};
