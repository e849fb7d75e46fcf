import { canonicalEvent } from '../../../src/application/schema/canonical-event.js';
import type { StoredEvent } from '../../../src/application/ports/event-store.js';
import { instantOf } from '../../../src/domain/index.js';
import { formatCheckpoint, type SignedCheckpoint } from '../../../src/application/audit/notes/checkpoint.js';
import {
  importSigningKey,
  signNote,
  type SigningKey,
} from '../../../src/application/audit/notes/signing-key.js';
import type { BundleSink } from '../../../src/infrastructure/bundle/files.js';
import { beginBundle } from '../../../src/infrastructure/bundle/open-bundle.js';
import { writeBundle, type BundleContent, type BundleFile } from '../../../src/jobs/export/index.js';
import { logOf } from '../../application/audit/sample-log.js';

export const origin = 'isp.example/complaints';

/** An Ed25519 key from a seed, in PKCS #8: the same key again. */
export const keyOf = (seed: number, name = origin): SigningKey =>
  importSigningKey(
    name,
    Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)]),
  );

const folioOf = (number: number): string => `CR-${String(number).padStart(6, '0')}-X`;

/** Folio of the complaint with this number, from 1. */
export const sampleFolio = folioOf;

const types = ['Filed', 'FolioAssigned', 'TechnicianAssigned', 'CauseVerified', 'Repaired'];

const eventOf = (complaint: number, revision: number): StoredEvent => ({
  id: `${complaint}-${revision}`,
  stream: `complaint-${complaint}`,
  revision,
  position: `${complaint * 10 + revision}`,
  type: types[revision] ?? 'Noted',
  version: 1,
  occurredAt: instantOf(Date.UTC(2026, 2, 2, 16, complaint % 60)),
  recordedAt: instantOf(Date.UTC(2026, 2, 2, 16, complaint % 60, 1)),
  zone: 'America/Mexico_City',
  data: revision === 1 ? { folio: folioOf(complaint) } : { note: 'señal é€😀\u0007"\\', amount: 1.5e21 },
  sealed: { 's-1': 'AAAA' },
  metadata: {
    commandId: `c-${complaint}`,
    index: revision,
    commandSize: 1,
    correlationId: 'x',
    causationId: 'x',
    actor: 'cs-1',
    role: 'customer-service',
    provider: 'conectared',
  },
});

/** Events of as many complaints as it takes, five each, three of them under way at a time. */
export const sampleEvents = (size: number): readonly StoredEvent[] =>
  Array.from({ length: size }, (_none, index) => {
    const [group, place] = [Math.floor(index / 15), index % 15];
    return eventOf(group * 3 + (place % 3) + 1, Math.floor(place / 3));
  });

/** The same as a log has them. */
export const sampleEntries = (size: number): readonly Uint8Array[] =>
  sampleEvents(size).map((event) => Buffer.from(canonicalEvent(event)));

export const sampleFiles: readonly BundleFile[] = [
  { name: 'calendars/conectared-phone-1.json', bytes: () => Buffer.from('{"id":"conectared-phone"}') },
  { name: 'report.html', bytes: () => Buffer.from('<!doctype html><title>Informe</title>') },
];

/** The head of the first entries of a log, signed by these keys. */
export const signedHead = async (
  entries: readonly Uint8Array[],
  keys: readonly SigningKey[],
): Promise<SignedCheckpoint> => {
  const { size, root } = await logOf(entries);
  const name = keys[0]?.verifier.name ?? origin;
  return { origin: name, size, root, note: signNote(formatCheckpoint({ origin: name, size, root }), keys) };
};

interface Wanted {
  readonly size: number;
  readonly keys?: readonly SigningKey[];
  readonly what?: BundleContent['what'];
  /** Size of the earlier checkpoint that goes with it. */
  readonly anchor?: number;
  readonly entries?: readonly Uint8Array[];
  readonly files?: readonly BundleFile[];
}

/** Writes a bundle of sample events. */
export const writeSample = async (
  target: string | BundleSink,
  {
    size,
    keys = [keyOf(1)],
    what = 'all',
    anchor,
    entries = sampleEntries(size),
    files = sampleFiles,
  }: Wanted,
) => {
  const { readTile } = await logOf(entries);
  const sink = typeof target === 'string' ? beginBundle(target) : target;
  return writeBundle(
    {
      checkpoint: await signedHead(entries, keys),
      readTile,
      keys: keys.map(({ verifier }) => verifier),
      signManifest: (text) => Promise.resolve(keys.map((key) => key.signText(text))),
      profile: 'redacted',
      ...(anchor !== undefined && { anchor: await signedHead(entries.slice(0, anchor), keys) }),
      what,
      filesBeside: () => files,
    },
    sink,
  );
};
