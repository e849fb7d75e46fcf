import { hashLength, type Hash } from '../merkle/hash.js';
import { parseSignedCheckpoint, type SignedCheckpoint } from './checkpoint.js';
import { formatNote } from './signed-note.js';
import { base64Of, bytesOfBase64, textOfBytes, wholeNumberOf } from './strict-text.js';

/** Shows offline that an entry lies in a log (C2SP tlog-proof). */
export interface TlogProof {
  /** Place of the entry, from 0. */
  readonly index: number;
  /** Siblings from the leaf up. */
  readonly hashes: readonly Hash[];
  readonly checkpoint: SignedCheckpoint;
  /** Opaque, and not authenticated. */
  readonly extra?: Uint8Array;
}

const header = 'c2sp.org/tlog-proof@v1';

const textOf = ({ index, hashes, extra }: Omit<TlogProof, 'checkpoint'>, note: string): string =>
  [
    header,
    ...(extra === undefined ? [] : [`extra ${base64Of(extra)}`]),
    `index ${index}`,
    ...hashes.map(base64Of),
    '',
    note,
  ].join('\n');

/** The one text that a proof has. */
export const formatTlogProof = (proof: TlogProof): string => textOf(proof, formatNote(proof.checkpoint.note));

/** The same for many proofs of one checkpoint, whose note is written once. */
export const proofFormat = ({
  note,
}: SignedCheckpoint): ((index: number, hashes: readonly Hash[]) => string) => {
  const text = formatNote(note);
  return (index, hashes) => textOf({ index, hashes }, text);
};

const after = (line: string, word: string): string | undefined =>
  line.startsWith(`${word} `) ? line.slice(word.length + 1) : undefined;

const hashOfLine = (line: string): Hash | undefined => {
  const hash = bytesOfBase64(line);
  return hash?.length === hashLength ? hash : undefined;
};

/** No tree has more levels: sizes are exact up to 2^53. */
const mostHashes = 63;

/** A proof whose checkpoint is not read yet. */
export interface ProofPath {
  /** Place of the entry, from 0. */
  readonly index: number;
  /** Siblings from the leaf up. */
  readonly hashes: readonly Hash[];
  /** Opaque, and not authenticated. */
  readonly extra?: Uint8Array;
}

const parsePath = ([first, ...lines]: readonly string[]): ProofPath | undefined => {
  const extraText = after(lines[0] ?? '', 'extra');
  const [indexLine = '', ...hashLines] = extraText === undefined ? lines : lines.slice(1);
  const index = wholeNumberOf(after(indexLine, 'index') ?? '');
  const extra = extraText === undefined ? undefined : bytesOfBase64(extraText);
  const hashes = hashLines.slice(0, mostHashes).flatMap((line) => hashOfLine(line) ?? []);
  if (first !== header || index === undefined) return undefined;
  return { index, hashes, ...(extra !== undefined && { extra }) };
};

/** Reads what stands before the checkpoint, and that as the text it is; `undefined` where it is not a proof's. */
export const parseProofPath = (bytes: Uint8Array): (ProofPath & { readonly note: string }) | undefined => {
  const whole = textOfBytes(bytes) ?? '';
  const end = Math.max(whole.indexOf('\n\n'), 0);
  const path = parsePath(whole.slice(0, end).split('\n'));
  const note = whole.slice(end + 2);
  return path !== undefined && textOf(path, note) === whole ? { ...path, note } : undefined;
};

/** Reads a proof, signatures unverified; `undefined` where it is none. */
export const parseTlogProof = (bytes: Uint8Array): TlogProof | undefined => {
  const parsed = parseProofPath(bytes);
  if (parsed === undefined) return undefined;
  const { note, ...path } = parsed;
  const checkpoint = parseSignedCheckpoint(Buffer.from(note));
  return checkpoint && { ...path, checkpoint };
};
