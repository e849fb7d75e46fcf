/** The text of these bytes; `undefined` where they are not UTF-8 or where another spelling of the text exists. */
export const textOfBytes = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/**
 * True where an editor saved a file of octets and LF in another form: with a byte order mark, as UTF-16, or with CR
 * before LF. A note or a policy is none then, and what a reader finds wrong with it first would not tell why.
 */
export const isSavedOtherwise = (bytes: Uint8Array): boolean =>
  /^(\xff\xfe|\xfe\xff|(?=\xef\xbb\xbf|[^]*\r)[\t\n\r -~\x80-\xff]*$)/.test(
    Buffer.from(bytes).toString('latin1'),
  );

/** The bytes of a base64 text; `undefined` where it is not the one spelling that they have (RFC 4648, section 4). */
export const bytesOfBase64 = (text: string): Uint8Array | undefined => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
};

/** Base64 of RFC 4648, section 4. */
export const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The number that a text is the one decimal spelling of; `undefined` where it is none, or larger than is exact. */
export const wholeNumberOf = (text: string): number | undefined => {
  const value = Number(text);
  return /^(0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(value) ? value : undefined;
};
