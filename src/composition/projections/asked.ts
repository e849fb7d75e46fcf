import type { Position } from '../../application/ports/event-store.js';
import { between, forms, queryInvalid } from '../../queries/query-faults.js';
import { copyOfQuery, nameOfQuery, readQuery, signalOfQuery } from '../../queries/read-query.js';
import type { RowsWork } from './projections-at-work.js';

const mostParked = 10_000;
const usualParked = 100;
const longestWait = 2_147_483_647;

const wholeOf = (what: string, given: unknown, least: number, most: number): number => {
  const fits = typeof given === 'number' && Number.isInteger(given) && given >= least && given <= most;
  if (!fits) throw queryInvalid(what, given, between(least, most));
  return given;
};

/** The version of a projection. Throws `query-invalid`. */
export const versionOfQuery = (given: unknown): number =>
  wholeOf('version', given, 1, Number.MAX_SAFE_INTEGER);

const versionIn = (given: unknown): number | undefined =>
  given === undefined ? undefined : versionOfQuery(given);

/** Which version is meant. Throws `query-invalid`. */
export const versionAsked = (options: unknown): { readonly version: number | undefined } => {
  const { version } = readQuery('options', options, ['version']);
  return { version: versionIn(version) };
};

const isProgress = (given: unknown): given is RowsWork['onProgress'] =>
  given === undefined || typeof given === 'function';

/** Which version is meant, and how the work over it is watched. Throws `query-invalid`. */
export const workAsked = (options: unknown): RowsWork => {
  const { version, signal, onProgress } = readQuery('options', options, ['version', 'signal', 'onProgress']);
  const ends = signalOfQuery(signal);
  if (!isProgress(onProgress)) throw queryInvalid('onProgress', onProgress, forms.function);
  const found = versionIn(version);
  return {
    ...(found !== undefined && { version: found }),
    ...(ends !== undefined && { signal: ends }),
    ...(onProgress !== undefined && { onProgress }),
  };
};

/** Whether the version that is in use may be meant. Throws `query-invalid`. */
export const dropAsked = (options: unknown): boolean => {
  const { live = false } = readQuery('options', options, ['live']);
  if (typeof live !== 'boolean') throw queryInvalid('live', live, forms.yesOrNo);
  return live;
};

/** Which parked events are asked for. Throws `query-invalid`. */
export const parkedAsked = (
  options: unknown,
): { readonly version: number | undefined; readonly limit: number; readonly after: Position | undefined } => {
  const {
    version,
    limit = usualParked,
    after,
  } = readQuery('options', options, ['version', 'limit', 'after']);
  return {
    version: versionIn(version),
    limit: wholeOf('limit', limit, 1, mostParked),
    after: after === undefined ? undefined : nameOfQuery('after', after),
  };
};

/** For which rows a caller waits, and for how long. Throws `query-invalid`. */
export const waitAsked = (
  options: unknown,
): { readonly names: readonly string[] | undefined; readonly timeout: number | undefined } => {
  const { projections, timeout } = readQuery('options', options, ['projections', 'timeout']);
  const names = copyOfQuery('projections', projections);
  if (names !== undefined && !Array.isArray(names)) throw queryInvalid('projections', names, forms.list);
  return {
    names: names?.map((each: unknown) => nameOfQuery('projections', each)),
    timeout: timeout === undefined ? undefined : wholeOf('timeout', timeout, 0, longestWait),
  };
};
