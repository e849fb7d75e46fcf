import { codedError, type CodedError } from '../application/errors/coded-error.js';
import { optionInvalid, unsupported } from '../application/errors/option-faults.js';
import type { ProfileFault } from '../application/provider/fault.js';
import { rightForm, type FileScheme } from './place-url.js';

/** The path after the scheme. Throws `option-invalid`, with the right form where another file would be meant. */
export const pathIn = (option: string, scheme: FileScheme, url: string, known: string): string => {
  const right = rightForm(scheme, url);
  if (right !== undefined) throw unsupported(option, url, right);
  const path = url.startsWith(`${scheme}:`) ? url.slice(scheme.length + 1) : '';
  if (path === '') throw unsupported(option, url, known);
  return path;
};

/** Keys in the file of the store would be lost, and found, together with it. */
export const keysInStore = (path: string): CodedError =>
  optionInvalid(
    'keys',
    {
      es: `${path} es también el archivo de los datos: guarde las llaves en otro, lejos de ellos, como file:./secrets/keys.db.`,
      en: `${path} is the file of the data too: keep the keys in another one, away from it, such as file:./secrets/keys.db.`,
    },
    { path },
  );

/** Rows apart are a file of their own: the store's own file is given by `inline`. */
export const rowsInStore = (path: string): CodedError =>
  optionInvalid(
    'rows',
    {
      es: `${path} es también el archivo del almacén: para guardar los renglones en él use 'inline'; si no, indique otro archivo.`,
      en: `${path} is the file of the store too: to keep the rows in it use 'inline'; else name another file.`,
    },
    { path },
  );

/** What is given as a provider is none: all that is wrong with it, or the first things where that is much. */
export const noProvider = (faults: readonly ProfileFault[]): CodedError => {
  const told = (language: 'es' | 'en'): string =>
    faults
      .slice(0, 3)
      .map((fault) => `${fault.path === '' ? '/' : fault.path}: ${fault[language]}`)
      .join(' ');
  return codedError(
    'option-invalid',
    {
      es: `provider no es el perfil de un proveedor; importe conectared o emenet de 'quejas', o lea uno con loadProfile de 'quejas/provider'. ${told('es')}`,
      en: `provider is no provider's profile; import conectared or emenet from 'quejas', or read one with loadProfile of 'quejas/provider'. ${told('en')}`,
    },
    { option: 'provider', faults: faults.map(({ path, code }) => ({ path, code })) },
  );
};
