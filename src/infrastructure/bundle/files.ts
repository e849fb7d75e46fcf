/** The files of a bundle as they are read: a folder's, or a ZIP's. */
export interface BundleSource {
  /** Names in the order of their bytes, with `/` between folders. */
  readonly names: readonly string[];
  /** The bytes of a file. Throws a fault of the bundle where they are not those that the container says. */
  readonly read: (name: string) => Uint8Array;
  readonly close: () => void;
}

/** Where the files of a bundle are written to, in whichever order they are made. */
export interface BundleSink {
  readonly write: (name: string, bytes: Uint8Array) => void;
  /** Ends the bundle: nothing is complete before. */
  readonly finish: () => void;
  /** Takes away what was written of a bundle that did not come to its end. */
  readonly discard: () => void;
}

/** A container that is not as we write it: told at the first byte that differs from the only encoding there is. */
export interface ContainerFault {
  readonly containerFault: 'zip-malformed' | 'file-changed' | 'file-unexpected' | 'file-unreadable';
  readonly file: string | undefined;
  /** Offset in the ZIP. */
  readonly at: number | undefined;
}

/** To be thrown. */
export const containerFault = (
  code: ContainerFault['containerFault'],
  file?: string,
  at?: number,
): Error & ContainerFault => Object.assign(new Error(code), { containerFault: code, file, at });

export const isContainerFault = (error: unknown): error is Error & ContainerFault =>
  error instanceof Error && 'containerFault' in error;

const isAscii = (name: string): boolean => /^[\x20-\x7e]*$/.test(name);

/** Order of names in a bundle: by their bytes. Those of ASCII, which all of ours are, compare as texts do. */
export const byName = (one: string, other: string): number => {
  if (!isAscii(one) || !isAscii(other)) return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return one === other ? 0 : one < other ? -1 : 1;
};
