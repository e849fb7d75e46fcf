import { codedError, type CodedError } from '../application/errors/coded-error.js';
import { optionInvalid, unsupported } from '../application/errors/option-faults.js';
import type { ProfileFault } from '../application/provider/fault.js';
import { pathAfter, rightForm, type FileScheme } from './place-url.js';

/** The path after the scheme. Throws `option-invalid`, with the right form where another file would be meant. */
export const pathIn = (option: string, scheme: FileScheme, url: string, known: string): string => {
  const right = rightForm(scheme, url);
  if (right !== undefined) throw unsupported(option, url, right);
  const path = pathAfter(scheme, url);
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

/** Who only reads a store needs a file: other stores are told by their own rights what may be written. */
export const readOnlyElsewhere = (): CodedError =>
  optionInvalid('readOnly', {
    es: 'readOnly sólo vale para un almacén que es un archivo: indique store: sqlite:RUTA, o quite readOnly.',
    en: 'readOnly is for a store that is a file alone: give store: sqlite:PATH, or leave readOnly out.',
  });

/** Read models of a host that keeps no rows would never be made. */
export const projectionsWithoutRows = (): CodedError =>
  optionInvalid('projections', {
    es: "Con rows: 'none' no se guardan renglones, así que projections no haría nada: quítelo, o indique dónde van los renglones con rows (inline, sqlite:RUTA, memory:).",
    en: "With rows: 'none' no rows are kept, so projections would do nothing: leave it out, or say with rows where they go (inline, sqlite:PATH, memory:).",
  });

/** Two read models of one name and version would write the same rows. */
export const projectionTwice = (name: string, version: number): CodedError =>
  optionInvalid(
    'projections',
    {
      es: `projections tiene dos veces ${name}, versión ${String(version)}: déle a una otro nombre o, si es la misma con otra forma, otra versión.`,
      en: `projections has ${name}, version ${String(version)}, twice: give one of them another name or, where it is the same in another shape, another version.`,
    },
    { projection: name },
  );

/** The library asks its own read models by their names. */
export const projectionOfOurs = (name: string, ours: readonly string[]): CodedError =>
  optionInvalid(
    'projections',
    {
      es: `projections: ${name} es el nombre de una proyección de Quejas; elija otro. Están tomados: ${ours.join(', ')}.`,
      en: `projections: ${name} is the name of a projection of Quejas; choose another one. These are taken: ${ours.join(', ')}.`,
    },
    { projection: name },
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
