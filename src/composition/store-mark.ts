import { createKeyring } from '../application/keys/keyring.js';
import { createCodec } from '../application/schema/codec.js';
import { versionOf } from '../application/schema/catalogue.js';
import { withCurrentEvents } from '../application/schema/current-events.js';
import { codedError } from '../application/errors/coded-error.js';
import { reasonOf } from '../application/errors/reason-of.js';
import type { StoreError } from '../application/errors/store-error.js';
import { voidNumbers, type VoidedNumbers, type VoidParts } from '../application/folio/void-numbers.js';
import type { Clock } from '../application/ports/clock.js';
import type { EventStore, Position, StoreIdentity } from '../application/ports/event-store.js';
import type { Ids } from '../application/ports/ids.js';
import type { KeyVault } from '../application/ports/key-vault.js';
import type { Logger } from '../application/ports/logger.js';
import type { MarkedNumbers, StoreMark, StoreMarks } from '../application/ports/store-marks.js';
import type { Timers } from '../application/ports/timers.js';
import { recordLoss } from '../application/store-mark/accept-loss.js';
import { lentNumbersIn, type LentNumbers } from '../application/folio/lent-numbers.js';
import { markedStore, markKeeper, type MarkKeeper } from '../application/store-mark/marked-store.js';
import { standingOf, type Standing } from '../application/store-mark/standing.js';
import type { ProviderProfile } from '../domain/provider/profile.js';
import { fileStoreMarks } from '../infrastructure/crypto/file-store-marks.js';
import { memoryKeyVault } from '../infrastructure/crypto/memory-key-vault.js';

/** What was given up, and is recorded. */
export interface AcceptedLoss {
  /** What had been found: `store-truncated`, `store-forked`, `mark-damaged`, `marks-missing`. */
  readonly fault: string;
  /** Folio numbers that what is lost may have given, and that are void from now on. */
  readonly voided: readonly VoidedNumbers[];
}

/** How a store stands to what is known of it beside its keys. */
export interface StoreStanding {
  /**
   * `unmarked`: nothing is known of it, or no mark is kept. `whole`: it holds what is known. `restored`: it was put back
   * from a copy that lacks some of that. `replaced`: it came in the place of another one. In both the folio numbers of
   * what is not here are void. `behind`: something is missing; appends are refused.
   */
  readonly state: 'unmarked' | 'whole' | 'restored' | 'replaced' | 'behind';
  /** What is missing, where something is. */
  readonly fault?: StoreError;
  /** Position of the last event that is known of what was replaced. */
  readonly known?: string;
}

/** A store with its mark. */
export interface StoreWithMark<Store extends EventStore> {
  readonly store: Store;
  readonly standing: () => StoreStanding;
  /** Goes on without what is missing. Throws `nothing-lost` where nothing is. */
  readonly acceptLoss: (reason: string) => Promise<AcceptedLoss>;
  /** Ends the marks, after the last append. */
  readonly close: () => Promise<void>;
}

interface MarkParts {
  readonly keys: unknown;
  readonly vault: KeyVault;
  readonly readOnly: boolean | 'if-needed' | undefined;
  readonly timers: Timers;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly profile: ProviderProfile;
}

const scheme = 'file:';
/** Events that are read at once; after a kill there are as many as half a second stores. */
const pageSize = 1_000;

/** The marks beside keys in a file, in a file of their own; `undefined` for other keys. */
export const marksBeside = (keys: string): StoreMarks | undefined =>
  keys.startsWith(scheme)
    ? fileStoreMarks(`${keys.slice(scheme.length)}.marks`, keys.slice(scheme.length))
    : undefined;

const nothingLost = () =>
  codedError('nothing-lost', {
    es: 'Al almacén no le falta nada de lo que consta junto a las llaves.',
    en: 'The store lacks nothing of what is known beside the keys.',
  });

const unmarked = <Store extends EventStore>(store: Store): StoreWithMark<Store> => ({
  store,
  standing: () => ({ state: 'unmarked' }),
  acceptLoss: () => Promise.reject(nothingLost()),
  close: () => Promise.resolve(),
});

const tellStanding = (standing: Standing, logger: Logger): void => {
  if (standing.kind === 'behind')
    logger.warn(`the store is refused for writing: ${standing.fault.text.en}`, { code: standing.fault.code });
  if (standing.kind === 'replaced' && !standing.isRestored)
    logger.warn('the store came in the place of another one, whose folio numbers are void', {
      store: standing.mark.store,
      known: standing.mark.last.position,
    });
};

const standingTold = (standing: Standing): StoreStanding => {
  switch (standing.kind) {
    case 'fresh':
      return { state: 'unmarked' };
    case 'whole':
      return { state: 'whole' };
    case 'replaced':
      return { state: standing.isRestored ? 'restored' : 'replaced', known: standing.mark.last.position };
    case 'behind':
      return { state: 'behind', fault: standing.fault };
  }
};

/** A store of which a mark is kept. */
const marked = async <Store extends EventStore>(
  store: Store,
  marks: StoreMarks,
  identity: StoreIdentity,
  parts: MarkParts,
): Promise<StoreWithMark<Store>> => {
  const { readOnly, logger, clock, ids, profile } = parts;
  const keeper: MarkKeeper | undefined =
    readOnly === true ? undefined : markKeeper({ ...parts, marks, identity });
  let standing = await standingOf(store, marks, identity);
  const through = markedStore(store, keeper, () => (standing.kind === 'behind' ? standing.fault : undefined));

  const voidParts = (of: EventStore): VoidParts => ({
    store: withCurrentEvents(of),
    codec: createCodec(createKeyring(memoryKeyVault(), ''), versionOf),
    ...{ clock, ids, holder: ids() },
  });

  const voidAll = async (numbers: readonly MarkedNumbers[]): Promise<readonly VoidedNumbers[]> => {
    const all: VoidedNumbers[] = [];
    for (const each of numbers) all.push(...(await voidNumbers(each, voidParts(store))));
    return all;
  };

  /** A store of which nothing was known yet: how far its own numbers are; gives the event that says so last. */
  const baseline = async (): Promise<LentNumbers> => {
    const lent = await lentNumbersIn(withCurrentEvents(store));
    keeper?.lent(lent.numbers);
    return lent;
  };

  /** Marks what is stored after a position: a process that was killed did not live to mark its last events. */
  const catchUp = async (from: Position | undefined): Promise<void> => {
    let after = from;
    try {
      for (;;) {
        const page = await store.readAll({ limit: pageSize, ...(after !== undefined && { after }) });
        keeper?.found(page.events);
        if (page.caughtUp || page.next === undefined) return;
        after = page.next;
      }
    } catch (error) {
      // Who reads there is told; the store is opened all the same.
      logger.warn('what was stored after its mark could not be read', { reason: reasonOf(error) });
    }
  };

  const take = async ({ numbers }: Pick<StoreMark, 'numbers'>): Promise<readonly VoidedNumbers[]> => {
    const voided = await voidAll(numbers);
    keeper?.lent(numbers);
    return voided;
  };

  tellStanding(standing, logger);
  if (keeper !== undefined && standing.kind !== 'behind') {
    const saidBy = standing.kind === 'whole' ? undefined : (await baseline()).saidBy;
    if (standing.kind === 'replaced') await take(standing.mark);
    // Last: a mark of this store says that nothing of another one is left to be made void.
    if (saidBy !== undefined) keeper.found([saidBy]);
    await catchUp(standing.kind === 'whole' ? standing.mark?.last.position : saidBy?.position);
  }

  return {
    store: through,
    standing: () => standingTold(standing),
    acceptLoss: async (reason) => {
      if (standing.kind !== 'behind' || keeper === undefined) throw nothingLost();
      const { fault, mark } = standing;
      // What is known is there all the same, and what is decided now could not be kept beside the keys.
      if (fault.code === 'marks-unavailable') throw fault;
      const lent = await baseline();
      // Where no mark says how far they went, what is lent and not given here may have been given.
      const voided = await take(mark ?? lent);
      const { id: provider, zone } = profile;
      const last = await recordLoss({ reason, fault, identity, provider, zone }, voidParts(store));
      const { numbers } = await lentNumbersIn(withCurrentEvents(store));
      await marks.replace({ store: identity.id, place: identity.place, last, numbers });
      standing = { kind: 'whole' };
      return { fault: fault.code, voided };
    },
    close: async () => {
      await keeper?.close();
      await marks.close();
    },
  };
};

/**
 * A store with its mark beside the keys, where there is one to be kept: an embedded store in a file, with keys in a file
 * or a vault that keeps marks. Nothing of it is waited for by a command.
 */
export const withMark = async <Store extends EventStore>(
  store: Store,
  parts: MarkParts,
): Promise<StoreWithMark<Store>> => {
  const identity = await store.identity?.();
  const marks = typeof parts.keys === 'string' ? marksBeside(parts.keys) : parts.vault.marks;
  return identity === undefined || marks === undefined
    ? unmarked(store)
    : marked(store, marks, identity, parts);
};
