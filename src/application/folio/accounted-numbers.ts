import { storeError } from '../errors/store-error.js';
import type { EventStore, StoredEvent } from '../ports/event-store.js';
import { evolve } from '../../domain/folio/evolve.js';
import { hasFolio } from '../../domain/folio/format.js';
import { parseFolio } from '../../domain/folio/parse.js';
import { isFolioEvent } from '../../domain/folio/is-folio-event.js';
import { initialFolioState, type FolioState } from '../../domain/folio/state.js';
import { namespaceOf } from '../identity/stream-name.js';
import { registerEntryOf } from './register-entry.js';

/** What became of the folio numbers of a store: each that was ever lent is in exactly one of these. */
export interface AccountedNumbers {
  /** Given to a request. */
  readonly assigned: number;
  /** Given back, or in a block that its holder may still give from. */
  readonly free: number;
  /** Never to be given. */
  readonly void: number;
}

const pageSize = 1_000;
const types = ['FolioAssigned', 'FolioBlockReserved', 'FolioBlockReturned', 'FolioBlockVoided'];
const kind = 'folio-';

/** The numbers of one prefix in one namespace. */
interface Numbers {
  readonly prefix: string;
  state: FolioState;
  readonly assigned: Set<number>;
}

const unaccounted = (folio: string) => storeError('folio-unaccounted', { folio });

/** Where each number of one prefix is. Throws `folio-unaccounted` for one that was given and could be given again. */
const accountOf = ({ prefix, state, assigned }: Numbers): AccountedNumbers => {
  const isIn = (ranges: FolioState['free'], number: number): boolean =>
    ranges.some(({ from, to }) => number >= from && number < to);
  const account = { assigned: assigned.size, free: 0, void: 0 };
  for (const number of assigned)
    if (number >= state.next || isIn(state.free, number)) throw unaccounted(`${prefix} ${String(number)}`);
  for (let number = 1; number < state.next; number += 1) {
    if (assigned.has(number) || !hasFolio(prefix, number)) continue;
    if (isIn(state.free, number) || isIn(state.live, number)) account.free += 1;
    else account.void += 1;
  }
  return account;
};

/**
 * Accounts for every folio number that a store has lent, of all its providers and namespaces. Throws
 * `folio-unaccounted` for one that was given twice, was never lent, or could be given again.
 */
export const accountForNumbers = async (store: Pick<EventStore, 'readAll'>): Promise<AccountedNumbers> => {
  const byPrefix = new Map<string, Numbers>();
  const numbersOf = (namespace: string, prefix: string): Numbers => {
    const key = `${namespace}${kind}${prefix}`;
    const known = byPrefix.get(key) ?? { prefix, state: initialFolioState, assigned: new Set<number>() };
    byPrefix.set(key, known);
    return known;
  };

  const assign = (event: StoredEvent): void => {
    const { folio } = event.data;
    if (registerEntryOf(event.stream, event) === undefined || typeof folio !== 'string') return;
    const [prefix = ''] = folio.split('-', 1);
    const read = parseFolio(folio, prefix);
    const { assigned } = numbersOf(namespaceOf(event.stream, 'complaint'), prefix);
    if (!read.ok || assigned.has(read.number)) throw unaccounted(folio);
    assigned.add(read.number);
  };

  const take = (event: StoredEvent): void => {
    if (event.type === 'FolioAssigned') {
      assign(event);
      return;
    }
    const at = event.stream.lastIndexOf(kind);
    if (!isFolioEvent(event) || at < 0) return;
    const numbers = numbersOf(event.stream.slice(0, at), event.stream.slice(at + kind.length));
    numbers.state = evolve(numbers.state, event);
  };

  let after: string | undefined;
  for (;;) {
    const page = await store.readAll({ limit: pageSize, types, ...(after !== undefined && { after }) });
    page.events.forEach(take);
    if (page.caughtUp || page.next === undefined) break;
    after = page.next;
  }
  const accounts = [...byPrefix.values()].map(accountOf);
  return accounts.reduce(
    (sum, each) => ({
      assigned: sum.assigned + each.assigned,
      free: sum.free + each.free,
      void: sum.void + each.void,
    }),
    { assigned: 0, free: 0, void: 0 },
  );
};
