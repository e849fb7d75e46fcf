/** Names of files that a bundle's reader knows (interface: section 4). */
export const bundleNames = {
  manifest: 'manifest.json',
  checkpoint: 'checkpoint',
  key: 'keys/log.vkey',
  anchor: 'anchor/checkpoint',
  consistency: 'anchor/consistency',
} as const;

/** Where a further key of the log lies, while keys change. */
export const furtherKeyName = (id: string): string => `keys/log-${id}.vkey`;

export const isKeyFile = (name: string): boolean => /^keys\/log(-[0-9a-f]{8})?\.vkey$/.test(name);

/** The proof of a folio's last entry. */
export const proofName = (folio: string): string => `proofs/${folio}.tlog-proof`;

const numbered = (revision: number): string => String(revision).padStart(6, '0');

/** An entry of a bundle for one folio, by its place in the stream. */
export const entryName = (revision: number): string => `entries/${numbered(revision)}.json`;

/** The proof of an entry of a bundle for one folio; the last one's is the folio's. */
export const entryProofName = (folio: string, revision: number, count: number): string =>
  revision === count - 1 ? proofName(folio) : `proofs/${folio}/${numbered(revision)}.tlog-proof`;

/** True for a name that any system takes, and that leads nowhere else. */
export const isFileName = (name: string): boolean =>
  /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/.test(name);

const reserved = /^(checkpoint|manifest\.json|anchor\/.*|tile\/.*|entries\/.*|proofs\/.*)$/;

/** True for a name whose file says what the log is: nothing else may be called so. */
export const isReserved = (name: string): boolean => reserved.test(name) || isKeyFile(name);
