import { fault } from '../faults.js';
import { fileOf, isOnServer, placesOf } from '../session/places.js';
import type { Session } from '../session/session.js';

/**
 * The file of the store that a copy is made of, or put back to. Throws `not-for-this-store`, and
 * `server-keeps-its-own`.
 */
export const storeFile = (session: Session, access: 'create' | 'read'): string => {
  const { store } = placesOf(session, access);
  if (isOnServer(store)) throw fault('server-keeps-its-own');
  const path = fileOf(store);
  if (path === undefined) throw fault('not-for-this-store');
  return path;
};

/** Progress of a copy, told page by page. */
export const copyProgress = async (session: Session, label: string) => {
  const { progressOn } = await import('../terminal/progress.js');
  const bar = await progressOn(session, label);
  return {
    onProgress: ({ pages, remaining }: { readonly pages: number; readonly remaining: number }) =>
      bar.advance(pages - remaining, pages),
    end: bar.end,
  };
};

/** Makes a copy; where the place is taken, the way out is a flag. Throws `store-exists`, and what the store throws. */
export const copying = async <Result>(copy: Promise<Result>): Promise<Result> => {
  try {
    return await copy;
  } catch (error) {
    const { isStoreError } = await import('../../../application/errors/store-error.js');
    throw isStoreError(error) && error.code === 'store-exists'
      ? fault('store-exists', error.details, error)
      : error;
  }
};
