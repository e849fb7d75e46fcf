import { dirname, resolve } from 'node:path';
import { codedError } from '../../../application/errors/coded-error.js';
import { storeError } from '../../../application/errors/store-error.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import { inline } from '../../../domain/texts/plain-text.js';
import { isMissing, whyUnreadable } from '../../../infrastructure/shared/file-place.js';
import {
  backUpKeys,
  checkKeys,
  restoreKeys,
  rotateKeys,
  type VaultAt,
  type VaultSummary,
} from '../../../jobs/keys/index.js';
import { done, type ExitStatus } from '../exit-status.js';
import { fault } from '../faults.js';
import { copying } from '../keeping/copying.js';
import type { Given } from '../program/subcommand.js';
import { fileOf, hasStore, masterKeyOf, placesOf } from '../session/places.js';
import { unlessInterrupted } from '../session/unless-interrupted.js';
import { note, printJson, say, type Session } from '../session/session.js';
import { withQuejas } from '../session/with-quejas.js';
import { printText } from '../session/print-text.js';
import { mustBeOfStore } from './own-vault.js';

const actions = ['backup', 'restore', 'check', 'rotate', 'reindex', 'adopt'] as const;

const words = {
  backup: {
    es: 'El llavero {vault} se copió en {file}.',
    en: 'Vault {vault} was copied to {file}.',
  },
  restore: {
    es: 'El llavero {vault} se restauró de {file}.',
    en: 'Vault {vault} was restored from {file}.',
  },
  check: {
    es: 'El llavero {vault} está completo y todas sus llaves abren.',
    en: 'Vault {vault} is whole, and all of its keys open.',
  },
  rotate: {
    es: 'El llavero {vault} tiene una llave maestra nueva.',
    en: 'Vault {vault} has a new master key.',
  },
  adopt: {
    es: 'El almacén sigue con el llavero {vault}.',
    en: 'The store goes on with vault {vault}.',
  },
  counts: {
    es: 'Personas con llave: {persons}. Llaves destruidas: {destroyed}.',
    en: 'Persons with a key: {persons}. Keys destroyed: {destroyed}.',
  },
  reindexed: {
    es: 'El índice de teléfonos y correos se rehízo. Solicitudes leídas: {filings}; con datos que se pueden abrir: {readable}.',
    en: 'The index of phones and addresses was made anew. Filings read: {filings}; with values that can be opened: {readable}.',
  },
  master: {
    es: 'La llave maestra se copió en {master}. Guárdela lejos de la copia del llavero: con las dos se abre todo.',
    en: 'The master key was copied to {master}. Keep it away from the copy of the vault: the two together open everything.',
  },
  logKeyCopied: {
    es: 'La llave de la bitácora se copió en {file}, sin la memoria de lo que firmó. Con ella se firma en nombre del proveedor: guárdela como la llave maestra.',
    en: 'The key of the log was copied to {file}, without the memory of what it signed. Who has it signs in the provider’s name: keep it like the master key.',
  },
  logKeyBack: {
    es: 'La llave de la bitácora volvió a {file}, sin la memoria de lo que firmó. No firma nada hasta que dé la última cabeza que se entregó: «quejas audit checkpoint --last ARCHIVO».',
    en: 'The key of the log is back in {file}, without the memory of what it signed. It signs nothing until you give the last head that was handed out: "quejas audit checkpoint --last FILE".',
  },
  noLogKey: {
    es: 'Con esta copia no vino la llave de ninguna bitácora. Si ya se entregó un paquete o una cabeza, restaure su archivo .signer antes de exportar: sin él empieza otra bitácora, con otra llave.',
    en: 'No key of a log came with this copy. If a bundle or a head was handed out already, restore its .signer file before you export: without it another log begins, with another key.',
  },
  together: {
    es: 'El llavero está en la carpeta del almacén ({folder}): una sola copia de esa carpeta se lleva los dos. Póngalo en otra carpeta.',
    en: 'The vault lies in the folder of the store ({folder}): one copy of that folder takes both. Put it into another folder.',
  },
  copyTogether: {
    es: 'La copia del llavero quedó en la carpeta del almacén ({folder}): una sola copia de esa carpeta se lleva los dos. Llévela a otra carpeta.',
    en: 'The copy of the vault lies in the folder of the store ({folder}): one copy of that folder takes both. Move it to another folder.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What was done, and what the vault holds now. */
const tell = async (
  session: Session,
  what: 'adopt' | 'backup' | 'check' | 'restore' | 'rotate',
  { vault, persons, destroyed }: VaultSummary,
  file = '',
): Promise<ExitStatus> => {
  if (session.json) {
    await printJson(session, { ok: true, persons, destroyed, vault });
    return done;
  }
  const told = [
    say(session, words[what], { vault, file }),
    say(session, words.counts, { persons, destroyed }),
  ];
  await printText(session, `${inline(told.join(' '))}\n`);
  return done;
};

const noVault = (): Error =>
  codedError('keys-unavailable', {
    es: 'Un llavero en memoria no tiene archivo: indique --keys file:RUTA.',
    en: 'A vault in memory has no file: give --keys file:PATH.',
  });

/** Where the vault of the command line lies. Throws `keys-unavailable` for one in memory. */
const vaultAt = (session: Session): VaultAt => {
  const path = fileOf(placesOf(session, 'create').keys);
  if (path === undefined) throw noVault();
  return { path, masterKey: masterKeyOf(session) };
};

const fileIn = (session: Session, { second }: Given): string => {
  if (second === undefined)
    throw fault('argument-missing', { name: 'file' }, undefined, { es: { name: 'archivo' }, en: {} });
  return resolve(session.cwd, second);
};

/** Keys and store are to be apart: one copy of a folder must not hold both. */
const warnTogether = async (session: Session, path: string, told: Bilingual): Promise<void> => {
  const store = fileOf(placesOf(session, 'create').store);
  if (store !== undefined && hasStore(session) && dirname(store) === dirname(path))
    await note(session, told, { folder: dirname(path) });
};

const backup = async (session: Session, given: Given): Promise<ExitStatus> => {
  const [vault, target] = [vaultAt(session), fileIn(session, given)];
  if (isMissing(dirname(target)))
    throw storeError('store-folder-missing', { path: target, folder: dirname(target) });
  const copied = await copying(backUpKeys(vault, target, { replace: given.options['replace'] === true }));
  if (copied.master !== null) await note(session, words.master, { master: copied.master });
  for (const file of copied.logs) await note(session, words.logKeyCopied, { file });
  await warnTogether(session, target, words.copyTogether);
  return tell(session, 'backup', copied, target);
};

const restore = async (session: Session, given: Given): Promise<ExitStatus> => {
  const from = fileIn(session, given);
  const reason = whyUnreadable(from);
  if (reason !== undefined) throw fault('input-unreadable', { file: given.second ?? '', reason });
  const replace = given.options['replace'] === true;
  const restored = await copying(restoreKeys(from, vaultAt(session), { replace }));
  for (const file of restored.logs) await note(session, words.logKeyBack, { file });
  if (!restored.hasLogKey) await note(session, words.noLogKey, {});
  return tell(session, 'restore', restored, from);
};

/** Every key opens, and where there is a store the vault is its own. */
const check = async (session: Session): Promise<ExitStatus> => {
  const vault = vaultAt(session);
  const summary = await checkKeys(vault);
  if (hasStore(session)) await mustBeOfStore(session);
  await warnTogether(session, vault.path, words.together);
  return tell(session, 'check', summary);
};

const rotate = async (session: Session): Promise<ExitStatus> => {
  const next = masterKeyOf(session, 'QUEJAS_NEXT_MASTER_KEY');
  return tell(session, 'rotate', await rotateKeys(vaultAt(session), next));
};

/** The store goes on with the vault that is given; what it lacks of contacts is noted anew, as far as its keys open it. */
const adopt = async (session: Session): Promise<ExitStatus> => {
  await withQuejas(session, 'write', (quejas) => unlessInterrupted(quejas.rebuildContacts(), session), {
    readsRows: false,
    newVault: true,
  });
  return tell(session, 'adopt', await checkKeys(vaultAt(session)));
};

/** The index of contacts, made anew from the filings of one provider. */
const reindex = async (session: Session): Promise<ExitStatus> => {
  const rebuilt = await withQuejas(
    session,
    'write',
    (quejas) => unlessInterrupted(quejas.rebuildContacts(), session),
    { readsRows: false },
  );
  const { filings, readable } = rebuilt;
  if (session.json) await printJson(session, { ok: true, filings, readable });
  else await session.out.write(`${say(session, words.reindexed, { filings, readable })}\n`);
  return done;
};

export const runKeys = (session: Session, given: Given): Promise<ExitStatus> => {
  switch (actions.find((each) => each === given.operand)) {
    case 'backup':
      return backup(session, given);
    case 'restore':
      return restore(session, given);
    case 'check':
      return check(session);
    case 'rotate':
      return rotate(session);
    case 'reindex':
      return reindex(session);
    case 'adopt':
      return adopt(session);
    case undefined:
      throw fault('choice-invalid', { name: 'keys', value: given.operand ?? '', allowed: [...actions] });
  }
};
