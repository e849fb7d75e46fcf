import { bytesOf, concat, fromBase64, hexOf, textOf, wholeNumber, type Hashing } from './bytes.js';

/** A key that signs heads (C2SP signed-note), as it is written: `name+id+base64`. */
export interface Key {
  readonly vkey: string;
  readonly name: string;
  readonly id: string;
  /** 1: Ed25519; 4: a witness's cosignature. */
  readonly type: number;
  readonly publicKey: Uint8Array;
}

const isName = (name: string): boolean =>
  name !== '' && !/[\s+\u0000-\u001f\u007f\u0085\ufeff\p{Cs}]/u.test(name);

/** SHA-256 of name, type and public key, in hex: what two people compare. */
export const fingerprintOf = (
  { sha256 }: Hashing,
  { name, type, publicKey }: Omit<Key, 'id' | 'vkey'>,
): string => hexOf(sha256(concat(bytesOf(`${name}\n`), Uint8Array.of(type), publicKey)));

/** True where a key of this type can have so many bytes. */
const hasLength = (type: number, { length }: readonly number[]): boolean =>
  type === 1 || type === 4 ? length === 32 : length > 0;

/** Reads `name+id+base64`; `undefined` where it is none, or its id is another key's. */
export const parseKey = (hashing: Hashing, vkey: string): Key | undefined => {
  const [name = '', id = '', ...rest] = vkey.split('+');
  const [type, ...publicKey] = fromBase64(rest.join('+')) ?? [];
  if (!isName(name) || type === undefined || !hasLength(type, publicKey)) return undefined;
  const key = { name, type, publicKey: Uint8Array.from(publicKey) };
  return fingerprintOf(hashing, key).slice(0, 8) === id ? { ...key, id, vkey } : undefined;
};

/** A line `— name base64`. */
export interface SignatureLine {
  readonly name: string;
  readonly id: string;
  readonly signature: Uint8Array;
}

export const parseLine = (line: string): SignatureLine | undefined => {
  const [dash, name = '', encoded = '', ...rest] = line.split(' ');
  const bytes = fromBase64(encoded);
  if (dash !== '—' || rest.length > 0 || !isName(name) || bytes === undefined || bytes.length < 5)
    return undefined;
  return { name, id: hexOf(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
};

const signed = (
  { verifies }: Hashing,
  { type, publicKey }: Key,
  text: string,
  signature: Uint8Array,
): boolean => {
  if (type === 1) return signature.length === 64 && verifies(publicKey, bytesOf(text), signature);
  if (signature.length !== 72) return false;
  const time = new DataView(signature.slice(0, 8).buffer).getBigUint64(0);
  const cosigned = bytesOf(`cosignature/v1\ntime ${String(time)}\n${text}`);
  return time < 2n ** 63n && verifies(publicKey, cosigned, signature.subarray(8));
};

/** The keys that signed a text; none where a line of one of them fails. Lines of other keys are passed over. */
export const signersOf = (
  hashing: Hashing,
  { text, lines }: { readonly text: string; readonly lines: readonly SignatureLine[] },
  keys: readonly Key[],
): readonly Key[] => {
  const pairs = lines.flatMap(({ name, id, signature }) =>
    keys
      .filter((key) => key.name === name && key.id === id && (key.type === 1 || key.type === 4))
      .map((key) => ({ key, signature })),
  );
  const isRight = pairs.every(({ key, signature }) => signed(hashing, key, text, signature));
  return isRight ? pairs.map(({ key }) => key) : [];
};

/** The signed head of a log (C2SP tlog-checkpoint). */
export interface Head {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** What is signed. */
  readonly text: string;
  readonly lines: readonly SignatureLine[];
}

const hasControls = (text: string): boolean => /[\u0000-\u0009\u000b-\u001f]/.test(text);

interface Note {
  readonly text: string;
  readonly lines: readonly SignatureLine[];
}

const parseNote = (bytes: Uint8Array): Note | undefined => {
  const whole = bytes.length > 1_000_000 ? undefined : textOf(bytes);
  if (whole === undefined || hasControls(whole) || !whole.endsWith('\n')) return undefined;
  const end = whole.lastIndexOf('\n\n');
  if (end < 0) return undefined;
  const written = whole.slice(end + 2, -1).split('\n');
  const lines = written.flatMap((line) => parseLine(line) ?? []);
  if (lines.length !== written.length || lines.length > 100) return undefined;
  return { text: whole.slice(0, end + 1), lines };
};

const headOf = (note: Note): Head | undefined => {
  const [origin = '', sizeText = '', rootText = '', ...rest] = note.text.split('\n');
  const size = wholeNumber(sizeText);
  const root = fromBase64(rootText);
  if (!/^[^\ufeff]/.test(origin) || rest.join('\n') !== '' || rest.length !== 1) return undefined;
  return size === undefined || root?.length !== 32 ? undefined : { ...note, origin, size, root };
};

/** Reads a signed head, signatures unverified; `undefined` where it is none. */
export const parseHead = (bytes: Uint8Array): Head | undefined => {
  const note = parseNote(bytes);
  return note && headOf(note);
};
