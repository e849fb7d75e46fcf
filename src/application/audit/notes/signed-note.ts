import { isUint8Array } from 'node:util/types';
import { base64Of, bytesOfBase64, textOfBytes } from './strict-text.js';
import { isEd25519, isKeyName, verifiesLine, type VerifierKey } from './verifier-key.js';

/** A line `— name base64` of a note: which key signed, and how. */
export interface SignatureLine {
  /** Of the key that signed. */
  readonly name: string;
  /** The key's id, in hex. */
  readonly id: string;
  /** What follows the id in the line. */
  readonly signature: Uint8Array;
}

/** A text with the lines of those who signed it (C2SP signed-note). */
export interface SignedNote {
  /** Ends in a newline. */
  readonly text: string;
  /** As they stand in the note; those of unknown keys too. */
  readonly signatures: readonly SignatureLine[];
}

/** What is read of a note at most: a checkpoint has some 200 bytes, a post-quantum signature 5 KB. */
const longestNote = 1_000_000;
const mostSignatures = 100;

const lineStart = '— ';

/** `— name base64`, without a newline. */
export const formatSignatureLine = ({ name, id, signature }: SignatureLine): string =>
  `${lineStart}${name} ${base64Of(Buffer.concat([Buffer.from(id, 'hex'), signature]))}`;

/** Reads `— name base64`. */
export const parseSignatureLine = (line: string): SignatureLine | undefined => {
  if (!line.startsWith(lineStart)) return undefined;
  const [name = '', encoded = '', ...rest] = line.slice(lineStart.length).split(' ');
  const bytes = bytesOfBase64(encoded);
  if (rest.length > 0 || !isKeyName(name) || bytes === undefined || bytes.length < 5) return undefined;
  return { name, id: Buffer.from(bytes.subarray(0, 4)).toString('hex'), signature: bytes.subarray(4) };
};

/** The one text that a note has. */
export const formatNote = ({ text, signatures }: SignedNote): string =>
  `${text}\n${signatures.map((line) => `${formatSignatureLine(line)}\n`).join('')}`;

const hasControls = (text: string): boolean => /[\u0000-\u0009\u000b-\u001f]/.test(text);

/** Reads a note, signatures unverified; `undefined` where it is none. */
export const parseNote = (bytes: unknown): SignedNote | undefined => {
  const whole = isUint8Array(bytes) && bytes.length <= longestNote ? textOfBytes(bytes) : undefined;
  if (whole === undefined || hasControls(whole) || !whole.endsWith('\n')) return undefined;
  const end = whole.lastIndexOf('\n\n');
  if (end < 0) return undefined;
  const lines = whole.slice(end + 2, -1).split('\n');
  const signatures = lines.flatMap((line) => parseSignatureLine(line) ?? []);
  if (signatures.length !== lines.length || lines.length > mostSignatures) return undefined;
  const note = { text: whole.slice(0, end + 1), signatures };
  return formatNote(note) === whole ? note : undefined;
};

/** Which of these keys signed a note; lines of other keys are passed over. */
export type NoteVerdict =
  | { readonly ok: true; readonly signedBy: readonly VerifierKey[] }
  | { readonly ok: false; readonly code: 'signature-invalid' | 'signature-missing' };

/**
 * Every line of a known key has to verify, and there has to be one (C2SP signed-note, "Signatures"). A key whose
 * signature type is not verified here counts as unknown.
 */
export const verifyNote = ({ text, signatures }: SignedNote, keys: readonly VerifierKey[]): NoteVerdict => {
  const signedBy = new Set<VerifierKey>();
  const verified = keys.filter(({ type }) => isEd25519(type));
  for (const { name, id, signature } of signatures)
    for (const key of verified.filter((each) => each.name === name && each.id === id)) {
      if (!verifiesLine(key, text, signature)) return { ok: false, code: 'signature-invalid' };
      signedBy.add(key);
    }
  return signedBy.size === 0
    ? { ok: false, code: 'signature-missing' }
    : { ok: true, signedBy: [...signedBy] };
};
