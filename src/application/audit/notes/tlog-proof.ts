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

interface Head {
  readonly index: number;
  readonly hashes: readonly Hash[];
  readonly extra?: Uint8Array;
}

/** What stands before the checkpoint. */
const parseHead = ([first, ...lines]: readonly string[]): Head | undefined => {
  const extraText = after(lines[0] ?? '', 'extra');
  const [indexLine = '', ...hashLines] = extraText === undefined ? lines : lines.slice(1);
  const index = wholeNumberOf(after(indexLine, 'index') ?? '');
  const extra = extraText === undefined ? undefined : bytesOfBase64(extraText);
  const hashes = hashLines.slice(0, mostHashes).flatMap((line) => hashOfLine(line) ?? []);
  if (first !== header || index === undefined) return undefined;
  return { index, hashes, ...(extra !== undefined && { extra }) };
};

/** Reads a proof, signatures unverified; `undefined` where it is none. */
export const parseTlogProof = (bytes: Uint8Array): TlogProof | undefined => {
  const whole = textOfBytes(bytes) ?? '';
  const end = Math.max(whole.indexOf('\n\n'), 0);
  const head = parseHead(whole.slice(0, end).split('\n'));
  const checkpoint = parseSignedCheckpoint(Buffer.from(whole.slice(end + 2)));
  if (head === undefined || checkpoint === undefined) return undefined;
  const proof = { ...head, checkpoint };
  return formatTlogProof(proof) === whole ? proof : undefined;
};
