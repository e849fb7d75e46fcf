/** What a log may cost to read. Memory is bounded by a token and a case; time by the size of the whole. */
export interface XesLimits {
  /** Largest growth of a compressed log, in bytes unpacked for each byte of the file. */
  readonly ratio: number;
  /** Bytes unpacked before the growth is looked at: a small log may be one sentence repeated. */
  readonly ratioFrom: number;
  /** Largest log, bytes unpacked. */
  readonly bytes: number;
  /** Longest stretch without the end of a tag, characters. */
  readonly token: number;
  /** Longest case, characters of XML. */
  readonly caseLength: number;
  /** Deepest nesting of elements. */
  readonly depth: number;
}

/**
 * Real logs grow 30 to 80 times (44 for the help desk of the reference data); what gzip can do at most is 1,032, and
 * that is what bombs do.
 */
export const defaultLimits: XesLimits = {
  ratio: 300,
  ratioFrom: 8 * 1024 * 1024,
  bytes: 8 * 1024 * 1024 * 1024,
  token: 1024 * 1024,
  caseLength: 64 * 1024 * 1024,
  depth: 64,
};
