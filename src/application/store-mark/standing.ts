import { lastFolioBefore } from '../../domain/folio/format.js';
import { isStoreError, storeError, type StoreError } from '../errors/store-error.js';
import type { EventStore, StoreIdentity } from '../ports/event-store.js';
import type { StoreMark, StoreMarks } from '../ports/store-marks.js';

/**
 * How a store stands to what is known of it beside the keys. `fresh`: nothing is known. `whole`: it holds what is known.
 * `replaced`: it was restored from a copy, or made anew, in the place of one of which `mark` is known and which it does
 * not hold. `behind`: something that was stored is not there; `fault` says what.
 */
export type Standing =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'whole'; readonly mark?: StoreMark }
  | { readonly kind: 'replaced'; readonly mark: StoreMark; readonly isRestored: boolean }
  | { readonly kind: 'behind'; readonly mark: StoreMark | undefined; readonly fault: StoreError };

type Read = Pick<EventStore, 'read' | 'head'>;

/** The last folio of each prefix that may have been given. */
const lastFolios = ({ numbers }: StoreMark): string =>
  numbers
    .flatMap(({ stream, next }) => lastFolioBefore(next, stream.slice(stream.lastIndexOf('-') + 1)) ?? [])
    .join(', ') || '—';

/** What of a mark the store does not hold: `undefined` where it holds its last event. */
const missingOf = async (store: Read, mark: StoreMark): Promise<StoreError | undefined> => {
  const { id, stream, revision, position } = mark.last;
  const head = await store.head();
  const details = { found: head ?? '0', known: position, folios: lastFolios(mark) };
  if (head === undefined || head < position) return storeError('store-truncated', details);
  const [there] = await store.read(stream, { from: revision, to: revision });
  return there?.id === id && there.position === position ? undefined : storeError('store-forked', details);
};

const markFaults: ReadonlySet<string | undefined> = new Set([
  'mark-damaged',
  'marks-missing',
  'marks-unavailable',
]);

const isMarkFault = (error: unknown): error is StoreError =>
  isStoreError(error) && markFaults.has(error.code);

const stands = async (store: Read, marks: StoreMarks, identity: StoreIdentity): Promise<Standing> => {
  const own = await marks.read(identity.id);
  if (own !== undefined) {
    const fault = await missingOf(store, own);
    return fault === undefined ? { kind: 'whole', mark: own } : { kind: 'behind', mark: own, fault };
  }
  for (const id of identity.earlier) {
    const before = await marks.read(id);
    if (before !== undefined)
      return (await missingOf(store, before)) === undefined
        ? { kind: 'fresh' }
        : { kind: 'replaced', mark: before, isRestored: true };
  }
  const there = await marks.at(identity.place);
  return there === undefined ? { kind: 'fresh' } : { kind: 'replaced', mark: there, isRestored: false };
};

/** Holds a store against its mark. The mark is read first: the store only ever grows. */
export const standingOf = async (
  store: Read,
  marks: StoreMarks,
  identity: StoreIdentity,
): Promise<Standing> => {
  try {
    return await stands(store, marks, identity);
  } catch (error) {
    if (!isMarkFault(error)) throw error;
    return { kind: 'behind', mark: undefined, fault: error };
  }
};
