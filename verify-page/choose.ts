import { folderSource, type Source } from './reader/source.js';
import { zipSource } from './reader/zip.js';

/** A bundle that was chosen. */
export interface Chosen {
  readonly kind: 'zip' | 'folder';
  readonly name: string;
  readonly count: number;
  readonly open: () => Promise<Source>;
}

export const chosenZip = (file: File): Chosen => ({
  ...{ kind: 'zip', name: file.name, count: 1 },
  open: () => zipSource(file),
});

const folderOf = (name: string, files: ReadonlyMap<string, File>): Chosen => ({
  ...{ kind: 'folder', name, count: files.size },
  open: () => Promise.resolve(folderSource(files)),
});

/** The files of a folder that was chosen: their paths begin with its name. */
export const chosenFolder = (list: readonly File[]): Chosen | undefined => {
  const [first] = list;
  if (first === undefined) return undefined;
  const [root = ''] = first.webkitRelativePath.split('/');
  const files = new Map(
    list.map((file): [string, File] => [file.webkitRelativePath.slice(root.length + 1), file]),
  );
  return folderOf(root, files);
};

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const entriesIn = async (folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> => {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  // A reader gives some of them at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return entries;
    entries.push(...some);
  }
};

const collect = async (
  folder: FileSystemDirectoryEntry,
  at: string,
  files: Map<string, File>,
): Promise<void> => {
  for (const entry of await entriesIn(folder)) {
    const name = `${at}${entry.name}`;
    if (isFolder(entry)) await collect(entry, `${name}/`, files);
    else if (isFile(entry))
      files.set(
        name,
        await new Promise<File>((resolve, reject) => {
          entry.file(resolve, reject);
        }),
      );
  }
};

const isFolderHandle = (handle: FileSystemHandle): handle is FileSystemDirectoryHandle =>
  handle.kind === 'directory';
const isFileHandle = (handle: FileSystemHandle): handle is FileSystemFileHandle => handle.kind === 'file';

const collectByHandle = async (
  folder: FileSystemDirectoryHandle,
  at: string,
  files: Map<string, File>,
): Promise<void> => {
  for await (const [own, handle] of folder.entries()) {
    const name = `${at}${own}`;
    if (isFolderHandle(handle)) await collectByHandle(handle, `${name}/`, files);
    else if (isFileHandle(handle)) files.set(name, await handle.getFile());
  }
};

/** Chromium has it; there the entries of a folder cannot be read by a page that was opened from a disk. */
type WithHandle = DataTransferItem & {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
};

/**
 * What was dropped: a ZIP, or a folder with all that is in it. Both ways to a folder are asked for at once: what was
 * dropped is gone after the first wait. Rejects where the browser lets no page read it.
 */
export const chosenDrop = async (data: DataTransfer): Promise<Chosen | undefined> => {
  const item: WithHandle | undefined = data.items[0];
  const entry = item?.webkitGetAsEntry();
  const [file] = data.files;
  if (!entry || !isFolder(entry)) return file === undefined ? undefined : chosenZip(file);
  const handle = await item?.getAsFileSystemHandle?.();
  const files = new Map<string, File>();
  if (handle && isFolderHandle(handle)) await collectByHandle(handle, '', files);
  else await collect(entry, '', files);
  return folderOf(entry.name, files);
};
