import { chmodSync, lstatSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isCodedError } from '../../application/errors/coded-error.js';
import {
  contactsDamaged,
  copyIsVault,
  keysBehind,
  keysForeign,
} from '../../application/errors/key-faults.js';
import { storeError } from '../../application/errors/store-error.js';
import type { VaultIdentity } from '../../application/ports/key-vault.js';
import { isMissing, isSameFile } from '../shared/file-place.js';
import { removedAtExit } from '../shared/at-exit.js';
import { intoCopy } from '../shared/into-copy.js';
import { mustBeUnused } from '../shared/must-be-unused.js';
import { loadDriver } from '../shared/sqlite-driver.js';
import { vaultUnavailable } from './file-key-vault.js';
import { masterPlace, newMasterKey, type MasterKey, type MasterPlace } from './master-key.js';
import { inTransaction } from './own-database.js';
import { openVault, type OpenVault, type VaultSummary } from './vault-file.js';
import { makeOnce, removeDraft, replaceWhole } from './whole-file.js';
import { backUpBeside, hasSigner, mustBeMarks, restoreBeside } from './copied-beside.js';
import { makeFolder } from '../shared/make-folder.js';

export type { VaultSummary } from './vault-file.js';

/** Where a vault is, and what it is opened with. */
export interface VaultAt {
  /** Its file. */
  readonly path: string;
  /** As `openQuejas` takes it. */
  readonly masterKey?: MasterKey | undefined;
}

/** A copy that was made of a vault. */
export interface CopiedVault extends VaultSummary {
  /** Where the master key went; `null` where it lies in no file. */
  readonly master: string | null;
  /** Where the keys of audit logs went: without the memory of what they signed. */
  readonly logs: readonly string[];
}

/** A vault that a copy was put back into. */
export interface RestoredVault extends VaultSummary {
  /** The keys of audit logs that came back: each signs nothing until it is given the last head that was signed. */
  readonly logs: readonly string[];
  /** Whether the key of any audit log lies beside the vault now. */
  readonly hasLogKey: boolean;
}

const masterOf = (path: string): string => `${path}.master`;

const inTurn = async <Result>(
  path: string,
  place: MasterPlace,
  work: (vault: OpenVault) => Result | Promise<Result>,
): Promise<Result> => {
  let vault: OpenVault | undefined;
  try {
    vault = await openVault(path, place);
    return await work(vault);
  } catch (error) {
    throw isCodedError(error) ? error : vaultUnavailable(path, error);
  } finally {
    vault?.database.close();
  }
};

/** Unwraps every key. Throws where one is damaged, or where keys are gone. */
const mustBeWhole = (vault: OpenVault): void => {
  for (const row of vault.database.prepare('SELECT provider, person, wrapped FROM person_keys').iterate()) {
    const { provider, person, wrapped } = row;
    if (!(wrapped instanceof Uint8Array)) throw new Error('key-damaged');
    try {
      vault.unwrap(String(person), String(provider), wrapped);
    } catch (error) {
      throw new Error('key-damaged', { cause: error });
    }
  }
  if (vault.lost() > 0) throw keysBehind({ vault: vault.identity().id, reason: 'keys-gone' });
};

/**
 * What a vault holds, and which it is, after every key of it was unwrapped and its index of contacts looked through. Throws
 * `keys-unavailable`, `keys-behind`, `contacts-damaged`.
 */
export const checkVault = ({
  path,
  masterKey,
}: VaultAt): Promise<VaultSummary & { readonly identity: VaultIdentity }> =>
  inTurn(path, masterPlace(path, masterKey), (vault) => {
    mustBeWhole(vault);
    const identity = vault.identity();
    if (!vault.contacts.areAllWhole()) throw contactsDamaged({ vault: identity.id });
    return { ...vault.summary(), identity };
  });

const mustBeApart = (path: string, target: string): void => {
  for (const own of [path, masterOf(path)])
    for (const copied of [target, masterOf(target)]) if (isSameFile(own, copied)) throw copyIsVault(target);
};

/** Whether anything has this name, be it a link that leads nowhere. */
const isTaken = (path: string): boolean => {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Told when it is written to.
    return false;
  }
};

const takePlace = (target: string, write: (draft: string) => void): void => {
  if (isTaken(target)) throw storeError('store-exists', { path: target });
  makeOnce(target, write);
};

/**
 * Copies a vault while others use it, whole and for its owner alone, with the marks of stores and the keys of logs beside it
 * (`FILE.marks`, `FILE.PROVIDER.signer`); where its master key lies in a file, beside the copy (`FILE.master`), to be kept
 * apart from it. Throws `copy-is-vault`, `store-exists`, `keys-unavailable`.
 */
export const backUpVault = (
  { path, masterKey }: VaultAt,
  target: string,
  { replace = false }: { readonly replace?: boolean } = {},
): Promise<CopiedVault> => {
  mustBeApart(path, target);
  const place = masterPlace(path, masterKey);
  return inTurn(path, place, async (vault) => {
    if (!replace && isTaken(target)) throw storeError('store-exists', { path: target });
    mustBeMarks(path);
    const master = place.file === undefined ? undefined : readFileSync(place.file);
    const logs = await intoCopy(target, async () => {
      await copyVault(vault, target, replace);
      if (master !== undefined) replaceWhole(masterOf(target), master);
      return backUpBeside(path, target);
    });
    return { ...vault.summary(), master: master === undefined ? null : masterOf(target), logs };
  });
};

const copyVault = async ({ database }: OpenVault, target: string, replace: boolean): Promise<void> => {
  const draft = `${target}.copied`;
  const stays = removedAtExit(() => removeDraft(draft));
  try {
    writeFileSync(draft, '', { mode: 0o600 });
    await loadDriver().backup(database, draft);
    chmodSync(draft, 0o600);
    // An earlier copy stays until the new one is whole.
    if (replace) replaceWhole(target, readFileSync(draft));
    else takePlace(target, (made) => writeFileSync(made, readFileSync(draft), { flush: true }));
  } finally {
    removeDraft(draft);
    stays();
  }
};

/** Takes in the keys that a copy has and the vault lacks, and every tombstone; a tombstone wins over any copy. */
const takeIn = (vault: OpenVault, copy: OpenVault): void => {
  const rows = (sql: string) => copy.database.prepare(sql).all();
  inTransaction(vault.database, () => {
    for (const [person, provider] of buriedIn(copy)) vault.destroy(person, provider);
    for (const { provider, person, wrapped } of rows('SELECT provider, person, wrapped FROM person_keys'))
      if (wrapped instanceof Uint8Array)
        vault.keep(
          String(person),
          String(provider),
          copy.unwrap(String(person), String(provider), wrapped).export(),
        );
    for (const entry of copy.contacts.whole()) vault.contacts.add(entry);
    vault.acceptLoss();
    vault.reach(copy.identity().generation);
  });
};

/** The master key of a copy lies beside it, or is the one that the vault has. */
const placeOfCopy = (from: string, place: MasterPlace): MasterPlace =>
  isMissing(masterOf(from)) ? place : masterPlace(from, undefined);

/** Puts a copy into a place that is free, its keys wrapped by the master key that the place has, or by that of the copy. */
const putBack = async (from: string, path: string, place: MasterPlace): Promise<void> => {
  const ofCopy = placeOfCopy(from, place);
  makeFolder(dirname(path), 0o700);
  if (place.file !== undefined && isMissing(place.file)) {
    const [master] = await ofCopy.candidates();
    if (master === undefined) throw new Error('master-missing');
    replaceWhole(place.file, master);
  }
  const [master] = await place.candidates();
  if (master === undefined) throw new Error('master-missing');
  const draft = `${path}.restored`;
  const stays = removedAtExit(() => removeDraft(draft));
  try {
    replaceWhole(draft, readFileSync(from));
    await inTurn(draft, ofCopy, (copy) => {
      inTransaction(copy.database, () => {
        copy.rewrap(master);
      });
    });
    takePlace(path, (whole) => writeFileSync(whole, readFileSync(draft), { flush: true }));
  } finally {
    removeDraft(draft);
    stays();
  }
};

/** What hinders a place from taking a copy in is a fault of that place, not of the copy. */
const intoPlace = async (path: string, put: () => Promise<void>): Promise<void> => {
  try {
    await put();
  } catch (error) {
    throw isCodedError(error) ? error : vaultUnavailable(path, error);
  }
};

/** Puts files under other names, which no earlier ones have; gives what undoes it. */
const setAside = (files: readonly string[]): (() => void) => {
  const isUsed = (suffix: string): boolean => files.some((file) => isTaken(`${file}${suffix}`));
  let suffix = '.replaced';
  for (let count = 2; isUsed(suffix); count += 1) suffix = `.replaced-${String(count)}`;
  const moved = files.filter((file) => !isMissing(file));
  for (const file of moved) renameSync(file, `${file}${suffix}`);
  return () => {
    for (const file of moved) renameSync(`${file}${suffix}`, file);
  };
};

type Owner = readonly [person: string, provider: string];

const buriedIn = (vault: OpenVault): readonly Owner[] =>
  vault.database
    .prepare('SELECT person, provider FROM destroyed_keys')
    .all()
    .map(({ person, provider }) => [String(person), String(provider)]);

/** Whose keys were destroyed in a vault, where it is the same one as a copy; none where it cannot be opened. */
const buriedSince = (path: string, place: MasterPlace, copy: VaultIdentity): Promise<readonly Owner[]> =>
  inTurn(path, place, (vault) => {
    const { id, check } = vault.identity();
    return id === copy.id && check === copy.check ? buriedIn(vault) : [];
  }).catch(() => []);

/**
 * Puts a copy into the place of a vault that is set aside, with its master key where the copy has one of its own. What was
 * destroyed in that vault stays destroyed, where the copy is one of it.
 */
const putInstead = async (
  from: string,
  path: string,
  place: MasterPlace,
  copy: VaultIdentity,
): Promise<void> => {
  const buried = await buriedSince(path, place, copy);
  mustBeUnused(path, (cause) => vaultUnavailable(path, cause));
  const master = place.file !== undefined && !isMissing(masterOf(from)) ? [place.file] : [];
  const undo = setAside([path, `${path}-wal`, `${path}-shm`, ...master]);
  try {
    await putBack(from, path, place);
  } catch (error) {
    undo();
    throw error;
  }
  await inTurn(path, place, (vault) =>
    inTransaction(vault.database, () => {
      for (const [person, provider] of buried) vault.destroy(person, provider);
    }),
  );
};

/**
 * Puts a copy back. Into a vault that is there the copy's keys are taken in as far as they are missing; what was destroyed
 * since stays destroyed. Another vault in that place is `keys-foreign`, unless it is to be replaced: it is then set aside.
 */
export const restoreVault = async (
  from: string,
  { path, masterKey }: VaultAt,
  { replace = false }: { readonly replace?: boolean } = {},
): Promise<RestoredVault> => {
  mustBeApart(path, from);
  const place = masterPlace(path, masterKey);
  const restored = async (summary: VaultSummary): Promise<RestoredVault> => {
    const logs = await restoreBeside(from, path);
    return { ...summary, logs, hasLogKey: hasSigner(path) };
  };
  return inTurn(from, placeOfCopy(from, place), async (copy) => {
    mustBeWhole(copy);
    if (isMissing(path) || replace) {
      await intoPlace(path, () =>
        (isMissing(path) ? putBack : putInstead)(from, path, place, copy.identity()),
      );
      return restored(await inTurn(path, place, (vault) => vault.summary()));
    }
    return inTurn(path, place, (vault) => {
      const [ours, theirs] = [vault.identity(), copy.identity()];
      if (ours.id !== theirs.id || ours.check !== theirs.check)
        throw keysForeign({ expected: ours.id, found: theirs.id });
      takeIn(vault, copy);
      return restored(vault.summary());
    });
  });
};

/**
 * Wraps every key by a new master key: one that is made in the place of the file, or `next` where the host keeps it. An
 * interruption leaves the one or the other in use. Other processes go on with the new one.
 */
export const rotateVault = ({ path, masterKey }: VaultAt, next?: MasterKey): Promise<VaultSummary> => {
  const place = masterPlace(path, masterKey);
  return inTurn(path, place, async (vault) => {
    const [given] = next === undefined ? [] : await masterPlace(path, next).candidates();
    if (given === undefined && (next !== undefined || place.prepare === undefined))
      throw new Error('master-missing');
    const key = given ?? newMasterKey();
    if (given === undefined) place.prepare?.(key);
    inTransaction(vault.database, () => {
      vault.rewrap(key);
    });
    if (given === undefined) place.settle?.();
    // What was wrapped by the old key stood in the log of the file.
    vault.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return vault.summary();
  });
};
