import type { KeyObject } from 'node:crypto';
import type { SignedCheckpoint } from '../../application/audit/notes/checkpoint.js';
import { formatNote, verifyNote } from '../../application/audit/notes/signed-note.js';
import { base64Of } from '../../application/audit/notes/strict-text.js';
import { fingerprintOf, type VerifierKey } from '../../application/audit/notes/verifier-key.js';
import { faultyOption, mustBeInOrder } from '../../application/errors/option-faults.js';
import { prefixOf } from '../../application/identity/stream-name.js';
import type { Position } from '../../application/ports/event-store.js';
import { providerEntries } from '../../application/audit-log/provider-entries.js';
import { publishedVersions } from '../../application/calendars/published-versions.js';
import { withCurrentEvents } from '../../application/schema/current-events.js';
import type { Language } from '../../domain/complaint/vocabulary.js';
import { readInstant, type Instant, type Moment } from '../../domain/kernel/instant.js';
import { folioAsWritten } from '../../domain/folio/parse.js';
import { stagedBundle } from '../../infrastructure/bundle/staged-bundle.js';
import { forms, queryInvalid } from '../../queries/query-faults.js';
import { writeBundle, type BundleContent, type BundleFile } from '../export/index.js';
import { fixedFiles, type LogContent } from '../export/content.js';
import { personsIn } from '../export/persons.js';
import { reportFiles } from '../export/report.js';
import { auditFault, type AuditFault } from './audit-fault.js';
import type { AuditParts } from './audit-parts.js';
import { signLog, type SignedLog } from './log-at-work.js';
import { personKeysFile, recipientGiven } from './person-keys-file.js';
import { keysOf, plainCheckpoint, type LogKey } from './told.js';
import type { Checkpoint } from '../../application/audit/notes/checkpoint.js';

/** What of a log goes into a bundle. */
export interface ExportOptions {
  /**
   * Leaves out entries that were recorded before then, as far as a signed head allows: the bundle begins at the last head
   * that was signed up to there, and says so.
   */
  readonly from?: Moment;
  /** Leaves out entries that were recorded after then, as far as a signed head allows. */
  readonly to?: Moment;
  /** The entries of one folio alone, each with its proof; written as people type it. Does not go with `from`. */
  readonly folio?: string;
  /**
   * Makes the bundle a full one: with the key of each person in it, wrapped to this public key (X25519, PEM as
   * `openssl pkey -pubout` writes it). Who holds the private half reads what those persons said; `revealBundle` opens it.
   * Default: none, the bundle is redacted.
   */
  readonly recipient?: string;
  /** In which language the report is. Default: that of the provider. */
  readonly language?: Language;
}

/** A bundle that was written. */
export interface ExportedBundle {
  /** Never false: a fault is another type. */
  readonly ok: true;
  /** Where it is: a folder, or a ZIP. */
  readonly dir: string;
  /** Entries in it. */
  readonly entries: number;
  /** The first of them, by its place in the log. */
  readonly start: number;
  /** Its files. */
  readonly files: number;
  /** The signed head that the bundle ends with. */
  readonly checkpoint: Checkpoint;
  /** Keys of the log, the current one first. */
  readonly keys: readonly LogKey[];
  /** True where the log's key was made for this. */
  readonly newKey: boolean;
}

interface Range {
  readonly head: SignedCheckpoint;
  readonly anchor: SignedCheckpoint | undefined;
}

/** How many entries come before the first that was recorded at or after `from`, and up to the last at or before `to`. */
const countsOf = async (
  { store, provider, namespace }: AuditParts,
  from: Instant | undefined,
  to: Instant | undefined,
): Promise<{ readonly before: number; readonly through: number }> => {
  let [place, before, through] = [0, from === undefined ? 0 : -1, 0];
  for await (const { event } of providerEntries(store, { provider: provider.id, namespace })) {
    if (before === -1 && from !== undefined && event.recordedAt >= from) before = place;
    place += 1;
    if (to === undefined || event.recordedAt <= to) through = place;
  }
  return { before: before === -1 ? place : before, through };
};

/** The heads that a bundle begins and ends with: of those that the log's keys have signed. */
const rangeOf = async (
  parts: AuditParts,
  { head, keys }: SignedLog,
  { from, to }: { readonly from: Instant | undefined; readonly to: Instant | undefined },
): Promise<Range> => {
  if (from === undefined && to === undefined) return { head, anchor: undefined };
  const { before, through } = await countsOf(parts, from, to);
  const signedByAll = ({ note }: SignedCheckpoint): boolean =>
    keys.every((key: VerifierKey) => verifyNote(note, [key]).ok);
  const heads = (await parts.kept.heads()).filter(signedByAll);
  const last = heads.find(({ size }) => size >= through) ?? head;
  const anchor = heads.findLast(({ size }) => size > 0 && size <= before && size <= last.size);
  return { head: last, anchor: from === undefined ? undefined : anchor };
};

/** Throws `query-invalid`. */
const instantFor = (name: string, moment: Moment | undefined): Instant | undefined => {
  if (moment === undefined) return undefined;
  const instant = readInstant(moment);
  if (instant === undefined) throw queryInvalid(name, moment, forms.moment);
  return instant;
};

/** A bundle of one folio has the events of that folio from the first one on: no anchor takes any of them away. */
const mustStandAlone = ({ from, folio }: ExportOptions): void => {
  if (from === undefined || folio === undefined) return;
  throw faultyOption('from', {
    es: 'no va con folio: el paquete de un folio tiene todos sus eventos desde el primero.',
    en: 'does not go with folio: the bundle of a folio has all of its events from the first one on.',
  });
};

/** A folio that the log has not is told before anything is signed. */
const missingFolio = async (
  { store, provider, namespace }: AuditParts,
  folio: string,
): Promise<AuditFault | undefined> => {
  const prefixes = [prefixOf(namespace, 'complaint')];
  let after: Position | undefined;
  for (;;) {
    const page = await store.readAll({
      ...{ limit: 1_000, prefixes, types: ['FolioAssigned'] },
      ...(after !== undefined && { after }),
    });
    const isThere = page.events.some(
      ({ metadata, data }) => metadata.provider === provider.id && data['folio'] === folio,
    );
    if (isThere) return undefined;
    if (page.caughtUp || page.next === undefined) return auditFault('folio-unknown');
    after = page.next;
  }
};

const folioGiven = ({ provider }: AuditParts, asked: string | undefined): string | undefined =>
  asked === undefined ? undefined : folioAsWritten(asked, provider.folio.prefix);

interface Beside {
  readonly head: SignedCheckpoint;
  readonly start: number;
  readonly folio: string | undefined;
  readonly language: Language;
  readonly recipient: KeyObject | undefined;
}

/** What goes beside the log: who the provider is, what deadlines count by, the report, keys and a stamp. */
const filesBeside = async function* (
  parts: AuditParts,
  { log, keys: [key] }: SignedLog,
  { head, start, folio, language, recipient }: Beside,
  { streams, published, asOf }: LogContent,
): AsyncGenerator<BundleFile> {
  const { store: stored, provider, namespace } = parts;
  const store = withCurrentEvents(stored);
  const { origin, size, root } = head;
  const reported = streams.filter((each) => folio === undefined || each.folio === folio);
  yield* fixedFiles(provider);
  yield* published;
  yield* reportFiles(
    {
      ...{ store, provider, language, asOf },
      versions: publishedVersions({ store, namespace, provider: provider.id }),
      head: { origin, size, root: base64Of(root), fingerprint: fingerprintOf(key) },
    },
    reported,
  );
  if (recipient !== undefined) {
    const only = folio === undefined ? undefined : reported[0]?.stream;
    const persons = await personsIn(log.readTile, size, start, only);
    yield await personKeysFile(parts, recipient, persons);
  }
  const { stamp } = parts;
  if (stamp !== undefined)
    yield { name: 'checkpoint.tsr', bytes: () => stamp(Buffer.from(formatNote(head.note))) };
};

const profileFor = (recipient: KeyObject | undefined): BundleContent['profile'] =>
  recipient === undefined ? 'redacted' : 'full';

const whatOf = (folio: string | undefined, anchor: SignedCheckpoint | undefined): BundleContent['what'] => {
  if (folio !== undefined) return { folio };
  return anchor === undefined ? 'all' : 'since-anchor';
};

/**
 * Signs the head of the log and writes a bundle: whole, or not at all. The same store and key give the same bytes, but for
 * the wrapped keys of a full one. Throws `option-invalid`, `keys-foreign`, and what the system says where it cannot be
 * written (`EEXIST` where something is there).
 */
export const exportBundle = async (
  parts: AuditParts,
  path: string,
  options: ExportOptions = {},
): Promise<ExportedBundle | AuditFault> => {
  const { from, to, folio: asked, recipient: pem, language = parts.provider.language } = options;
  const { signer } = parts;
  mustStandAlone(options);
  const recipient = recipientGiven(pem);
  const folio = folioGiven(parts, asked);
  const range = { from: instantFor('from', from), to: instantFor('to', to) };
  mustBeInOrder(range.from, range.to);
  const sink = stagedBundle(path);
  let isWritten = false;
  try {
    const signed = await signLog(parts, {
      lookFirst: () => (folio === undefined ? Promise.resolve(undefined) : missingFolio(parts, folio)),
    });
    if (!signed.ok) return signed;
    const { log, keys } = signed;
    const { head, anchor } = await rangeOf(parts, signed, range);
    const start = anchor?.size ?? 0;
    const beside = { head, start, folio, language, recipient };
    const written = await writeBundle(
      {
        ...{ checkpoint: head, readTile: log.readTile, keys },
        profile: profileFor(recipient),
        signManifest: signer.signManifest,
        ...(anchor !== undefined && { anchor }),
        what: whatOf(folio, anchor),
        filesBeside: (content) => filesBeside(parts, signed, beside, content),
      },
      sink,
    );
    if (!written.ok) return auditFault('folio-unknown');
    isWritten = true;
    return {
      ...{ ok: true, dir: path, entries: written.entries, start },
      ...{ files: written.files, checkpoint: plainCheckpoint(head) },
      ...{ keys: keysOf(keys), newKey: signed.isNewKey },
    };
  } finally {
    if (!isWritten) sink.discard();
  }
};
