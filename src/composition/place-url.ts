import { homedir } from 'node:os';
import { isBlank } from '../domain/kernel/is-blank.js';

/** A URL of a part that lies in a file: the scheme, and what follows it. */
export type FileScheme = 'sqlite' | 'file';

/** A URI of SQLite within a URL of ours: it would be the name of a file. */
const uri = /^(?:file|sqlite):/i;

/** What SQLite and others call a database in memory: with us it would be the name of a file. */
const inMemory = /^(?::+memory:*|memory:+)$/i;

/** Devices that keep nothing: who names one wants nothing kept, as the memory of the process does. */
const keepsNothing = /^\/+dev\/+(?:null|zero|full)$/;

/** What follows a path in a URL of the web. */
const end = /[?#\0]/;

/** Blanks and marks that come along when a URL is copied, or read from a file with other line ends. */
const copied = /^[\s\p{Cf}]+|[\s\p{Cf}]+$|\p{Cc}/gu;

/** The folder of the user, which only a shell knows by this name, and only at the beginning of a word. */
const home = /^~(?=[/\\])/;

/** The part of a path that can be the name of a file. */
const plainly = (path: string): string => {
  const [plain = ''] = path.replace(uri, '').split(end);
  return plain.replace(copied, '').replace(home, homedir());
};

/** The path in a URL of this scheme; empty where nothing in it names a file, or the URL has another scheme. */
export const pathAfter = (scheme: FileScheme, url: string): string => {
  const path = url.startsWith(`${scheme}:`) ? url.slice(scheme.length + 1) : '';
  return isBlank(plainly(path)) ? '' : path;
};

/** What a file is called by default in the folder that a URL names in its place. */
const fileIn: Readonly<Record<FileScheme, string>> = { sqlite: 'quejas.db', file: 'keys.db' };

/**
 * What a URL that looks like one of ours should be, where it would name another file than was meant
 * (`sqlite://rel.db`, `sqlite::memory:`, `sqlite:r.db?mode=ro`, `sqlite:~/r.db`, `sqlite:./data/`); `undefined` for a URL that is in
 * order, or names no file.
 */
export const rightForm = (scheme: FileScheme, url: string): string | undefined => {
  const path = pathAfter(scheme, url);
  if (inMemory.test(path) || keepsNothing.test(path)) return 'memory:';
  const plain = plainly(path);
  const isFolder = plain.endsWith('/');
  if (plain === path && !plain.startsWith('//') && !isFolder) return undefined;
  const rest = plain.replace(/^\/+/, '');
  const forms = plain.startsWith('//') ? [`./${rest}`, `/${rest}`] : [plain];
  return forms.map((form) => `${scheme}:${form}${isFolder ? fileIn[scheme] : ''}`).join(', ');
};
