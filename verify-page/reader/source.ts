import { byBytes } from './bytes.js';
import { faultAt } from './fault.js';

/** The files of a bundle: of a folder, or of a ZIP. */
export interface Source {
  /** In the order of their bytes. */
  readonly names: readonly string[];
  /** Throws `file-unreadable` and the faults of the ZIP. */
  readonly read: (name: string) => Promise<Uint8Array>;
}

/** A part of a file that can be read: the platform's `Blob`. */
export interface Slices {
  readonly size: number;
  readonly slice: (from: number, to: number) => { readonly arrayBuffer: () => Promise<ArrayBuffer> };
}

export const bytesIn = async (file: Slices, from: number, to: number): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(from, to).arrayBuffer());

/** The files of a folder by their names in it. */
export const folderSource = (files: ReadonlyMap<string, Slices>): Source => ({
  names: [...files.keys()].sort(byBytes),
  read: async (name) => {
    const file = files.get(name);
    if (file === undefined) throw faultAt('file-unreadable', name);
    try {
      return await bytesIn(file, 0, file.size);
    } catch {
      throw faultAt('file-unreadable', name);
    }
  },
});
