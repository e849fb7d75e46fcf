/** A URL of a part that lies in a file: the scheme, and what follows it. */
export type FileScheme = 'sqlite' | 'file';

/** A URI of SQLite within a URL of ours: it would be the name of a file. */
const uri = /^(?:file|sqlite):/i;

const isDoubted = (path: string): boolean =>
  path.startsWith('//') || /[?\0]/.test(path) || /^:+memory:$/.test(path) || uri.test(path);

/**
 * What a URL that looks like one of ours should be, where it would name another file than was meant
 * (`sqlite://rel.db`, `sqlite::memory:`, `sqlite:r.db?mode=ro`, `sqlite:file:r.db`); `undefined` for a URL that is in
 * order or none of ours.
 */
export const rightForm = (scheme: FileScheme, url: string): string | undefined => {
  const path = url.startsWith(`${scheme}:`) ? url.slice(scheme.length + 1) : '';
  if (!isDoubted(path)) return undefined;
  if (/^:+memory:$/.test(path)) return 'memory:';
  const [plain = ''] = path.replace(uri, '').split(/[?\0]/);
  const rest = plain.replace(/^\/+/, '');
  const forms = plain.startsWith('//') ? [`./${rest}`, `/${rest}`] : [plain];
  return forms.map((form) => `${scheme}:${form}`).join(', ');
};
