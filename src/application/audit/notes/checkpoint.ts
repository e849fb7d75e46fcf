import { hashLength, type Hash } from '../merkle/hash.js';
import { base64Of, bytesOfBase64, wholeNumberOf } from './strict-text.js';
import { parseNote, type SignedNote } from './signed-note.js';

/** The head of a log: what its key signs (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Which log it is; the name of its key. */
  readonly origin: string;
  /** Entries in the tree. */
  readonly size: number;
  /** Of the tree, 32 bytes (RFC 6962, 2.1). */
  readonly root: Hash;
}

/** A checkpoint with the note that it was read from. */
export interface SignedCheckpoint extends Checkpoint {
  /** With the lines of all who signed it. */
  readonly note: SignedNote;
}

/** The text that is signed: three lines. */
export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${base64Of(root)}\n`;

/**
 * Reads the text of a checkpoint; `undefined` where it is none. Lines after the third are refused: logs of ours have
 * none, and no reader could tell what they say. An origin is the name of a key, which begins with no byte order mark:
 * a file that has one was saved by an editor, and is told as no checkpoint.
 */
export const parseCheckpoint = (text: string): Checkpoint | undefined => {
  const [origin = '', sizeText = '', rootText = '', ...rest] = text.split('\n');
  const size = wholeNumberOf(sizeText);
  const root = bytesOfBase64(rootText);
  if (!/^[^\ufeff]/.test(origin) || size === undefined || root?.length !== hashLength) return undefined;
  return rest.length === 1 && rest[0] === '' ? { origin, size, root } : undefined;
};

/** Reads a signed checkpoint, signatures unverified; `undefined` where it is none. */
export const parseSignedCheckpoint = (bytes: unknown): SignedCheckpoint | undefined => {
  const note = parseNote(bytes);
  const checkpoint = note === undefined ? undefined : parseCheckpoint(note.text);
  return note === undefined || checkpoint === undefined ? undefined : { ...checkpoint, note };
};
