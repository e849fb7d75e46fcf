import { codedError, type CodedError } from '../../application/errors/coded-error.js';
import { nearestOf } from '../../application/errors/nearest.js';
import type { Projection } from '../../application/ports/projection.js';

const noSuchVersion = (name: string, version: number, versions: readonly number[]): CodedError => {
  const there = versions.join(', ');
  return codedError(
    'projection-unknown',
    {
      es: `La proyección ${name} no tiene aquí la versión ${String(version)}; tiene: ${there}.`,
      en: `Projection ${name} has no version ${String(version)} here; it has: ${there}.`,
    },
    { projection: name, version, versions },
  );
};

/** What a host or an operator named is no projection, or none of its versions; with what may have been meant. */
export const unknownProjection = (
  known: readonly Pick<Projection, 'name' | 'version'>[],
  name: string,
  version: number | undefined,
): CodedError => {
  const versions = known.filter((each) => each.name === name).map((each) => each.version);
  if (versions.length > 0 && version !== undefined) return noSuchVersion(name, version, versions);
  const names = [...new Set(known.map((each) => each.name))];
  const near = nearestOf(name, names);
  const all = names.join(', ');
  const hint =
    near === undefined
      ? { es: `Hay: ${all}.`, en: `There are: ${all}.` }
      : { es: `¿Quiso decir ${near}?`, en: `Did you mean ${near}?` };
  return codedError(
    'projection-unknown',
    {
      es: `No hay ninguna proyección «${name}». ${hint.es}`,
      en: `There is no projection "${name}". ${hint.en}`,
    },
    { projection: name, ...(near !== undefined && { near }) },
  );
};

/** The rows of a version are not taken away while they are in use, unless that is said. */
export const projectionInUse = (projection: string, version: number): CodedError =>
  codedError(
    'projection-in-use',
    {
      es: `La versión ${String(version)} de ${projection} está en uso: sus renglones se consultan o se escriben con los eventos. Póngala antes en pausa, o diga expresamente que se trata de la que está en uso.`,
      en: `Version ${String(version)} of ${projection} is in use: its rows are read, or written with the events. Pause it first, or say that you mean the one in use.`,
    },
    { projection, version },
  );

/** A rebuild was cancelled by who asked for it. */
export const rebuildCancelled = (projection: string, cause: unknown): CodedError =>
  codedError(
    'rebuild-cancelled',
    {
      es: `La reconstrucción de ${projection} se canceló; los renglones que se consultan quedaron como estaban.`,
      en: `The rebuild of ${projection} was cancelled; the rows that are read are as they were.`,
    },
    { projection },
    cause,
  );
