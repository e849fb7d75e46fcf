import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../../application/errors/code-of.js';
import type { WriteBytes } from '../../application/ports/table-file.js';
import { folderTaken, folderUnwritable } from './folder-faults.js';
import { makeFolder } from '../../infrastructure/shared/make-folder.js';

/** A file that is being written. */
export interface StagedFile {
  readonly write: WriteBytes;
  /** Ends the file, and tells what it holds; it takes its name once all files are there. */
  readonly end: () => { readonly sha256: string };
}

/** A file that is only kept while others are written. */
export interface SpooledFile {
  readonly write: WriteBytes;
  /** Gives all that was written, in its order, and takes it away. */
  readonly drain: (into: WriteBytes) => void;
}

/** A folder whose files take their names together, once all of them are written. */
export interface StagedFolder {
  /** Begins a file. Throws `folder-unwritable`. */
  readonly begin: (name: string) => StagedFile;
  /** Begins a file that does not stay. Throws `folder-unwritable`. */
  readonly spool: (name: string) => SpooledFile;
  /** Gives all files their names, and takes away those of an earlier export. Throws `folder-unwritable`. */
  readonly keep: () => void;
  /** Takes away what was written; an earlier export stays as it was. */
  readonly discard: () => void;
}

const suffix = '.quejas-part';

const partOf = (name: string): string => `.${name}${suffix}`;

const isPart = (name: string): boolean => name.startsWith('.') && name.endsWith(suffix);

/** Bytes that are read at a time. */
const chunkLength = 64 * 1_024;

const openPart = (path: string) => {
  const descriptor = openSync(path, 'w+');
  let isOpen = true;
  return {
    write: (bytes: Uint8Array): void => {
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
    },
    each: (give: WriteBytes): void => {
      const chunk = Buffer.alloc(chunkLength);
      for (let at = 0; ;) {
        const read = readSync(descriptor, chunk, 0, chunk.length, at);
        if (read === 0) return;
        give(chunk.subarray(0, read));
        at += read;
      }
    },
    end: (): void => {
      fsyncSync(descriptor);
    },
    close: (): void => {
      if (isOpen) closeSync(descriptor);
      isOpen = false;
    },
  };
};

/** What a folder may hold beside files that are being written, by its mark: the files of an earlier export. */
type OwnFiles = (read: (name: string) => Uint8Array) => readonly string[];

/**
 * A folder to be written anew. It may be absent, empty, or hold an earlier export, as `ownFiles` tells it from the files
 * that are there. Throws `folder-taken`, `folder-unwritable`.
 */
export const stagedFolder = (dir: string, mark: string, ownFiles: OwnFiles): StagedFolder => {
  const trying = <Done>(work: () => Done): Done => {
    try {
      return work();
    } catch (error) {
      throw folderUnwritable(dir, codeOf(error) ?? 'unwritable', error);
    }
  };
  const present = trying(() => {
    makeFolder(dir);
    return readdirSync(dir);
  });
  const whole = present.filter((name) => !isPart(name));
  const earlier = whole.includes(mark) ? ownFiles((name) => readFileSync(join(dir, name))) : [];
  const foreign = whole.find((name) => !earlier.includes(name));
  if (foreign !== undefined) throw folderTaken(dir, foreign);

  const begun = new Map<string, ReturnType<typeof openPart>>();
  const remove = (name: string): void => rmSync(join(dir, name), { force: true });
  const closeAll = (): void => begun.forEach(({ close }) => close());
  present.filter(isPart).forEach(remove);
  return {
    begin: (name) => {
      const part = trying(() => openPart(join(dir, partOf(name))));
      begun.set(name, part);
      const hash = createHash('sha256');
      return {
        write: (bytes) => {
          hash.update(bytes);
          trying(() => part.write(bytes));
        },
        end: () => {
          trying(part.end);
          part.close();
          return { sha256: hash.digest('hex') };
        },
      };
    },
    spool: (name) => {
      const part = trying(() => openPart(join(dir, partOf(name))));
      begun.set(name, part);
      return {
        write: (bytes) => trying(() => part.write(bytes)),
        drain: (into) => {
          part.each(into);
          part.close();
          remove(partOf(name));
          begun.delete(name);
        },
      };
    },
    keep: () => {
      closeAll();
      trying(() => {
        for (const name of begun.keys()) renameSync(join(dir, partOf(name)), join(dir, name));
        whole.filter((name) => !begun.has(name)).forEach(remove);
      });
    },
    discard: () => {
      closeAll();
      for (const name of begun.keys()) remove(partOf(name));
    },
  };
};
