import type { Checkpoint } from '../../../application/audit/notes/checkpoint.js';
import { base64Of } from '../../../application/audit/notes/strict-text.js';
import { inline } from '../../../domain/texts/plain-text.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import type { Audit, AuditFault, AuditStatus, LogKey } from '../../../jobs/audit/index.js';
import { openAudit } from '../../../jobs/audit/index.js';
import { done, type ExitStatus } from '../exit-status.js';
import { fault } from '../faults.js';
import { textOf } from '../flags/option-values.js';
import type { Given } from '../program/subcommand.js';
import { note, printJson, say, type Session } from '../session/session.js';
import { printText } from '../session/print-text.js';
import { headOption } from './given-files.js';
import { withAuditedStore } from './open-audit.js';

const actions = ['check', 'status', 'checkpoint', 'rotate', 'retire'] as const;
type Action = (typeof actions)[number];

const words = {
  intact: {
    es: 'El almacén y la bitácora coinciden: {entries} {entries:evento|eventos}.',
    en: 'The store and the log agree: {entries} {entries:event|events}.',
  },
  entries: {
    es: 'La bitácora tiene {entries} {entries:evento|eventos}.',
    en: 'The log has {entries} {entries:event|events}.',
  },
  signed: {
    es: 'Firmado hasta el evento {size} de {origin}.',
    en: 'Signed through event {size} of {origin}.',
  },
  unsigned: { es: 'No se ha firmado ninguna cabeza.', en: 'No head was signed yet.' },
  key: { es: 'Llave: {vkey}', en: 'Key: {vkey}' },
  made: {
    es: 'Se hizo la llave de la bitácora. Entréguela al regulador por otro medio que los paquetes, y guarde su archivo con las llaves: {vkey}',
    en: 'The key of the log was made. Give it to the regulator another way than the bundles, and keep its file with the keys: {vkey}',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A checkpoint as the command line prints it. */
export const jsonCheckpoint = (checkpoint: Checkpoint | null) =>
  checkpoint && { origin: checkpoint.origin, size: checkpoint.size, root: base64Of(checkpoint.root) };

/** Tells what was found wrong, or why nothing was signed. */
export const tellAuditFault = async (
  session: Session,
  { ok, code, at, event, message }: AuditFault,
): Promise<ExitStatus> => {
  const told = inline(message[session.language]);
  const { stream, revision } = event ?? { stream: null, revision: null };
  if (session.json) await printJson(session, { ok, code, at, stream, revision, message: told });
  else await session.err.write(`${told} [${code}]\n`);
  return 1;
};

/** Says once that a key was made, and which. */
export const tellNewKey = (session: Session, isNew: boolean, [key]: readonly LogKey[]): Promise<void> =>
  isNew && key !== undefined ? note(session, words.made, { vkey: key.vkey }) : Promise.resolve();

const jsonStatus = ({ ok, entries, checkpoint, signedThrough, signer, keys }: AuditStatus) => ({
  ...{ ok, entries, checkpoint: jsonCheckpoint(checkpoint), signedThrough, signer, keys },
});

const tellStatus = async (session: Session, status: AuditStatus, first: Bilingual): Promise<ExitStatus> => {
  if (session.json) {
    await printJson(session, jsonStatus(status));
    return done;
  }
  const { entries, checkpoint, keys } = status;
  const signed =
    checkpoint === null
      ? say(session, words.unsigned)
      : say(session, words.signed, { size: checkpoint.size, origin: checkpoint.origin });
  const lines = [
    say(session, first, { entries }),
    signed,
    ...keys.map(({ vkey }) => say(session, words.key, { vkey })),
  ];
  await printText(session, lines.map((line) => `${inline(line)}\n`).join(''));
  return done;
};

const tellKeys = async (session: Session, keys: readonly LogKey[]): Promise<ExitStatus> => {
  if (session.json) await printJson(session, { ok: true, keys });
  else await session.out.write(keys.map(({ vkey }) => `${vkey}\n`).join(''));
  return done;
};

const checkpoint = async (session: Session, { options }: Given, audit: Audit): Promise<ExitStatus> => {
  const signed = await audit.checkpoint(await headOption(session, options, 'last'));
  if (!signed.ok) return tellAuditFault(session, signed);
  await tellNewKey(session, signed.newKey, signed.keys);
  if (session.json)
    await printJson(session, { ...jsonStatus(signed), note: signed.note, newKey: signed.newKey });
  else await session.out.write(signed.note);
  return done;
};

const act = async (session: Session, action: Action, given: Given, audit: Audit): Promise<ExitStatus> => {
  switch (action) {
    case 'check': {
      const checked = await audit.check();
      return checked.ok ? tellStatus(session, checked, words.intact) : tellAuditFault(session, checked);
    }
    case 'status': {
      const status = await audit.status();
      return status.ok ? tellStatus(session, status, words.entries) : tellAuditFault(session, status);
    }
    case 'checkpoint':
      return checkpoint(session, given, audit);
    case 'rotate': {
      const signed = await audit.checkpoint();
      return signed.ok ? tellKeys(session, await audit.rotate()) : tellAuditFault(session, signed);
    }
    case 'retire':
      if (given.second === undefined)
        throw fault('argument-missing', { name: 'key' }, undefined, { es: { name: 'llave' }, en: {} });
      return tellKeys(session, await audit.retire(given.second));
  }
};

export const runAudit = (session: Session, given: Given): Promise<ExitStatus> => {
  const action = actions.find((each) => each === given.operand);
  if (action === undefined)
    throw fault('choice-invalid', { name: 'audit', value: given.operand ?? '', allowed: [...actions] });
  const origin = textOf(given.options, 'origin');
  return withAuditedStore(session, async (audited) => {
    const audit = await openAudit({ ...audited, ...(origin !== undefined && { origin }) });
    try {
      return await act(session, action, given, audit);
    } finally {
      await audit.close();
    }
  });
};
