/** What the reader needs of cryptography: the page brings its own, the platform's is faster for long files. */
export interface Hashing {
  readonly sha256: (bytes: Uint8Array) => Uint8Array;
  /** The same, for whole files. */
  readonly digest: (bytes: Uint8Array) => Promise<Uint8Array> | Uint8Array;
  /** Ed25519 of RFC 8032. */
  readonly verifies: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
}

const encoder = new TextEncoder();

export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of UTF-8; `undefined` where the bytes are none. */
export const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};

/** Octets, one a character. `TextDecoder` reads 0x80 to 0x9f of "latin1" as windows-1252. */
export const latin1Of = (bytes: Uint8Array): string => {
  let text = '';
  for (const octet of bytes) text += String.fromCharCode(octet);
  return text;
};

/**
 * True where an editor saved a file of octets and LF in another form: with a byte order mark, as UTF-16, or with CR
 * before LF.
 */
export const isSavedOtherwise = (bytes: Uint8Array): boolean =>
  /^(\xff\xfe|\xfe\xff|(?=\xef\xbb\xbf|[^]*\r)[\t\n\r -~\x80-\xff]*$)/.test(latin1Of(bytes));

export const concat = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

export const isEqual = (one: Uint8Array, other: Uint8Array): boolean => {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
};

const hexDigits = '0123456789abcdef';

export const hexOf = (bytes: Uint8Array): string => {
  let hex = '';
  for (const byte of bytes) hex += hexDigits.charAt(byte >> 4) + hexDigits.charAt(byte & 15);
  return hex;
};

export const base64Of = (bytes: Uint8Array): string => btoa(latin1Of(bytes));

const octetsOf = (text: string): string | undefined => {
  try {
    return atob(text);
  } catch {
    return undefined;
  }
};

/** The bytes of a base64 text; `undefined` where the text is not the one spelling that they have. */
export const fromBase64 = (text: string): Uint8Array | undefined => {
  const octets = octetsOf(text);
  if (octets === undefined || btoa(octets) !== text) return undefined;
  const bytes = new Uint8Array(octets.length);
  for (let at = 0; at < octets.length; at += 1) bytes[at] = octets.charCodeAt(at);
  return bytes;
};

/** The number that a text is the one spelling of; `undefined` where it is none, or larger than is exact. */
export const wholeNumber = (text: string): number | undefined =>
  /^(0|[1-9]\d{0,15})$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;

const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

/** Order of texts by the bytes of their UTF-8. */
export const byBytes = (one: string, other: string): number => {
  if (isAscii(one) && isAscii(other)) return one < other ? -1 : one > other ? 1 : 0;
  const [a, b] = [bytesOf(one), bytesOf(other)];
  const place = a.findIndex((byte, index) => byte !== b[index]);
  return place === -1 ? a.length - b.length : (a[place] ?? 0) - (b[place] ?? -1);
};
