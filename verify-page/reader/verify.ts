import { fromBase64, isEqual, textOf, type Hashing } from './bytes.js';
import { checkProof, checkTiles, parseEvent, type Checking, type Requests } from './entries.js';
import { faultAt, isFault, type Fault } from './fault.js';
import {
  checkedFiles,
  checkSignatures,
  compareNames,
  keyFile,
  namedKeys,
  parseManifest,
  type Files,
  type Manifest,
  type Scope,
} from './manifest.js';
import { fingerprintOf, parseHead, signersOf, type Head, type Key } from './note.js';
import { meets, type Policy } from './policy.js';
import type { Source } from './source.js';
import type { Tell } from './steps.js';
import { isContinued, leafOf, rootAt } from './tree.js';

/** What the inspector brings. */
export interface Asked {
  /** What is trusted; without it the bundle is held against the key that it brings itself. */
  readonly policy: Policy | undefined;
  /** A head of this log that the inspector had from before. */
  readonly from: Head | undefined;
}

/** A bundle of which every byte is as it was signed. */
export interface Passed {
  readonly ok: true;
  readonly trust: 'given' | 'self';
  readonly entries: number;
  readonly head: Head;
  readonly fingerprint: string;
  readonly scope: Scope;
  readonly profile: string;
  /** For what is asked of it afterwards. */
  readonly checking: Checking;
  readonly requests: Requests;
}

export type Verdict = Passed | ({ readonly ok: false } & Fault);

const isLogFile = (name: string): boolean => /^(tile|entries|proofs)\//.test(name);

const manifestIn = async (source: Source): Promise<Manifest> => {
  const name = 'manifest.json';
  const missing = [name, keyFile, 'checkpoint'].find((needed) => !source.names.includes(needed));
  if (missing !== undefined) throw faultAt('file-missing', missing);
  const manifest = parseManifest(await source.read(name));
  if (manifest === undefined) throw faultAt('manifest-malformed', name);
  return manifest;
};

/** Files that are known by their hash alone. */
const checkPlainFiles = async ({ manifest: { names }, read }: Files, tell: Tell): Promise<void> => {
  const stray = names.find(
    (name) => name.startsWith('anchor/') && !/^anchor\/(checkpoint|consistency)$/.test(name),
  );
  if (stray !== undefined) throw faultAt('file-unexpected', stray);
  const plain = names.filter((name) => !isLogFile(name));
  for (const [place, name] of plain.entries()) {
    await read(name);
    await tell({ name: 'files', state: 'running', count: place + 1, of: plain.length });
  }
};

interface Trusted {
  readonly keys: readonly Key[];
  readonly logs: readonly Key[];
  readonly policy: Policy | undefined;
}

/** The keys of a bundle that are trusted. Throws `key-untrusted`. */
const trustedOf = (keys: readonly Key[], policy: Policy | undefined): Trusted => {
  const logs =
    policy === undefined
      ? keys.slice(0, 1)
      : keys.filter(({ vkey }) => policy.logs.some((log) => log.vkey === vkey));
  if (logs.length === 0) throw faultAt('key-untrusted', keyFile);
  return { keys, logs, policy };
};

const checkHead = (hashing: Hashing, bytes: Uint8Array, { keys, logs, policy }: Trusted) => {
  const file = 'checkpoint';
  const head = parseHead(bytes);
  if (head === undefined || head.origin !== keys[0]?.name) throw faultAt('checkpoint-malformed', file);
  const by = signersOf(hashing, head, [...keys, ...(policy?.witnesses.values() ?? [])]);
  if (!keys.some((key) => by.includes(key))) throw faultAt('checkpoint-signature-invalid', file);
  const key = by.find((each) => logs.includes(each));
  if (key === undefined) throw faultAt('key-untrusted', file);
  if (policy !== undefined && !meets(policy, by)) throw faultAt('quorum-unmet', file);
  return { head, key };
};

/** The earlier head that the bundle brings, of which the log is shown to be the continuation. */
const checkAnchor = async (
  hashing: Hashing,
  files: Files,
  head: Head,
  logs: readonly Key[],
): Promise<Head | undefined> => {
  if (!files.manifest.names.some((name) => name.startsWith('anchor/'))) return undefined;
  const [file, proof] = ['anchor/checkpoint', 'anchor/consistency'];
  const anchor = parseHead(await files.read(file));
  const text = textOf(await files.read(proof));
  if (anchor?.origin !== head.origin || signersOf(hashing, anchor, logs).length === 0)
    throw faultAt('anchor-invalid', file);
  const hashes = (text ?? '')
    .split('\n')
    .slice(0, -1)
    .map((line) => fromBase64(line) ?? new Uint8Array());
  const isWhole = text !== undefined && (text === '' || text.endsWith('\n'));
  if (!isWhole || !isContinued(hashing, anchor, head, hashes)) throw faultAt('anchor-invalid', proof);
  return anchor;
};

/** The entries of one folio, one after another, as many as the manifest says. */
const checkFolio = async (checking: Checking, scope: Extract<Scope, { kind: 'folio' }>): Promise<void> => {
  const { hashing, files, head, tell } = checking;
  const { names } = files.manifest;
  const { folio, stream, entries } = scope;
  const pairs = Array.from({ length: Math.min(entries, names.length) }, (_none, revision) => {
    const number = String(revision).padStart(6, '0');
    const proof = revision === entries - 1 ? folio : `${folio}/${number}`;
    return { name: `entries/${number}.json`, proof: `proofs/${proof}.tlog-proof` };
  });
  compareNames(
    names.filter(isLogFile),
    pairs.flatMap(({ name, proof }) => [name, proof]),
  );
  const proofs: { readonly proof: string; readonly leaf: Uint8Array }[] = [];
  let isNamed = false;
  for (const [revision, { name, proof }] of pairs.entries()) {
    const bytes = await files.read(name);
    const event = parseEvent(bytes);
    if (event === undefined) throw faultAt('entry-malformed', name, revision);
    if (event.stream !== stream || event.revision !== revision) throw faultAt('entry-gap', name, revision);
    isNamed ||= event.folio === folio;
    proofs.push({ proof, leaf: leafOf(hashing, bytes) });
  }
  if (!isNamed) throw faultAt('entry-gap', 'entries/000000.json', 0);
  let last = -1;
  for (const [revision, { proof, leaf }] of proofs.entries()) {
    const before = last;
    const isLater = (place: number): boolean => place > before && place < head.size;
    last = (await checkProof(checking, proof, leaf, isLater)).index;
    await tell({ name: 'entries', state: 'running', count: revision + 1, of: entries });
  }
};

/** The log continues the head that the inspector had. */
const checkEarlier = async (
  { hashing, files, head }: Checking,
  logs: readonly Key[],
  from: Head,
  anchor: Head | undefined,
): Promise<void> => {
  if (from.origin !== head.origin || signersOf(hashing, from, logs).length === 0)
    throw faultAt('from-untrusted');
  if (from.size > head.size) throw faultAt('from-ahead');
  const { scope } = files.manifest;
  const known = [head, anchor].find((each) => each?.size === from.size);
  if (known === undefined && (scope.kind !== 'log' || from.size < scope.start))
    throw faultAt('from-unreachable');
  const root = known?.root ?? (await rootAt(hashing, files.read, from.size, head.size));
  if (!isEqual(root, from.root)) throw faultAt('from-inconsistent');
};

const checkProofs = async (checking: Checking, { folios }: Requests): Promise<void> => {
  const { files, tell } = checking;
  const last = new Map([...folios].map(([folio, entry]) => [`proofs/${folio}.tlog-proof`, entry]));
  const names = files.manifest.names.filter((name) => name.startsWith('proofs/'));
  compareNames(names, [...last.keys()]);
  for (const [place, name] of names.entries()) {
    const entry = last.get(name);
    if (entry === undefined) throw faultAt('file-unexpected', name);
    await checkProof(checking, name, entry.leaf, (index) => index === entry.index);
    await tell({ name: 'proofs', state: 'running', count: place + 1, of: names.length });
  }
};

const noRequests: Requests = { streams: new Map(), folios: new Map() };

/** What the bundle holds of the log: that it adds up to the signed head, or that each entry lies under it. */
const checkEntries = async (
  checking: Checking,
  source: Source,
  anchor: Head | undefined,
): Promise<Requests> => {
  const { hashing, files, head, tell } = checking;
  const { scope } = files.manifest;
  if (scope.kind === 'folio') {
    await checkFolio(checking, scope);
    await tell({ name: 'entries', state: 'done', count: scope.entries });
    await tell({ name: 'root', state: 'passed' });
    return noRequests;
  }
  const { start } = scope;
  if (start > 0 && anchor?.size !== start) throw faultAt('anchor-invalid', 'anchor/checkpoint');
  const requests = await checkTiles(checking, start, source.read);
  await tell({ name: 'entries', state: 'done', count: head.size - start });
  await tell({ name: 'root', state: 'running' });
  if (!isEqual(await rootAt(hashing, files.read, head.size, head.size), head.root))
    throw faultAt('root-mismatch', 'checkpoint');
  await tell({ name: 'root', state: 'done' });
  return requests;
};

/** The index of the bundle and who signed it; every file that is known by its hash alone. */
const checkOutside = async (hashing: Hashing, source: Source, { policy }: Asked, tell: Tell) => {
  await tell({ name: 'manifest', state: 'running' });
  const manifest = await manifestIn(source);
  await tell({ name: 'manifest', state: 'done', count: manifest.names.length });
  await tell({ name: 'signatures', state: 'running' });
  const keys = checkSignatures(hashing, manifest, await namedKeys(hashing, source, manifest));
  await tell({ name: 'signatures', state: 'done', count: keys.length });
  await tell({ name: 'trust', state: 'running' });
  const trusted = trustedOf(keys, policy);
  await tell({ name: 'trust', state: policy === undefined ? 'passed' : 'done' });
  await tell({ name: 'names', state: 'running' });
  compareNames(source.names, [...manifest.names, 'manifest.json']);
  await tell({ name: 'names', state: 'done', count: source.names.length });
  const files = checkedFiles(hashing, source, manifest);
  await tell({ name: 'files', state: 'running' });
  await checkPlainFiles(files, tell);
  await tell({
    name: 'files',
    state: 'done',
    count: manifest.names.filter((name) => !isLogFile(name)).length,
  });
  return { files, trusted };
};

const verified = async (
  hashing: Hashing,
  open: () => Promise<Source>,
  asked: Asked,
  tell: Tell,
): Promise<Passed> => {
  await tell({ name: 'container', state: 'running' });
  const source = await open();
  await tell({ name: 'container', state: 'done', count: source.names.length });
  const { files, trusted } = await checkOutside(hashing, source, asked, tell);
  await tell({ name: 'checkpoint', state: 'running' });
  const bytes = await files.read('checkpoint');
  const { head, key } = checkHead(hashing, bytes, trusted);
  await tell({ name: 'checkpoint', state: 'done', count: head.size });
  await tell({ name: 'anchor', state: 'running' });
  const anchor = await checkAnchor(hashing, files, head, trusted.logs);
  await tell(
    anchor ? { name: 'anchor', state: 'done', count: anchor.size } : { name: 'anchor', state: 'passed' },
  );
  const checking: Checking = { hashing, files, head, own: textOf(bytes) ?? '', tell };
  await tell({ name: 'entries', state: 'running' });
  const requests = await checkEntries(checking, source, anchor);
  const { scope, profile, names } = files.manifest;
  await tell({ name: 'proofs', state: 'running' });
  if (scope.kind === 'log') await checkProofs(checking, requests);
  const proofs = names.filter((name) => name.startsWith('proofs/')).length;
  await tell({ name: 'proofs', state: 'done', count: proofs });
  const { from } = asked;
  await tell({ name: 'earlier', state: 'running' });
  if (from !== undefined) await checkEarlier(checking, trusted.logs, from, anchor);
  await tell(
    from ? { name: 'earlier', state: 'done', count: from.size } : { name: 'earlier', state: 'passed' },
  );
  const entries = scope.kind === 'folio' ? scope.entries : head.size - scope.start;
  const trust = asked.policy === undefined ? 'self' : 'given';
  const fingerprint = fingerprintOf(hashing, key);
  return { ok: true, trust, entries, head, fingerprint, scope, profile, checking, requests };
};

/** Verifies a bundle, in the order of `quejas verify`, and stops at the first fault. */
export const verify = async (
  hashing: Hashing,
  open: () => Promise<Source>,
  asked: Asked,
  tell: Tell,
): Promise<Verdict> => {
  try {
    return await verified(hashing, open, asked, tell);
  } catch (error) {
    if (isFault(error)) return { ok: false, ...error.fault };
    throw error;
  }
};
