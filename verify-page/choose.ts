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

/** What was dropped: a ZIP, or a folder with all that is in it. */
export const chosenDrop = async (data: DataTransfer): Promise<Chosen | undefined> => {
  const entry = data.items[0]?.webkitGetAsEntry();
  const [file] = data.files;
  if (entry && isFolder(entry)) {
    const files = new Map<string, File>();
    await collect(entry, '', files);
    return folderOf(entry.name, files);
  }
  return file === undefined ? undefined : chosenZip(file);
};
