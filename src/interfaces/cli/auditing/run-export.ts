import { resolve } from 'node:path';
import { codeOf } from '../../../application/errors/code-of.js';
import { isCodedError } from '../../../application/errors/coded-error.js';
import { inline } from '../../../domain/texts/plain-text.js';
import { parseRecipient } from '../../../infrastructure/crypto/recipient-key.js';
import { openAudit, type ExportedBundle, type ExportOptions } from '../../../jobs/audit/index.js';
import { done, type ExitStatus } from '../exit-status.js';
import { fault } from '../faults.js';
import { choiceOption, momentOption, textOf } from '../flags/option-values.js';
import type { Options } from '../flags/read-flags.js';
import type { Given } from '../program/subcommand.js';
import { masterKeyOf } from '../session/places.js';
import { printJson, say, type Session } from '../session/session.js';
import { printText } from '../session/print-text.js';
import { readInput } from './given-files.js';
import { withAuditedStore } from './open-audit.js';
import { jsonCheckpoint, tellAuditFault, tellNewKey } from './run-audit.js';

const words = {
  es: 'Escrito en {dir}: {entries} {entries:evento|eventos} de {origin}, de {size}. Raíz: {root}',
  en: 'Written to {dir}: {entries} {entries:event|events} of {origin}, of {size}. Root: {root}',
} as const;

/** The file with the public key of a full bundle’s recipient. Throws `choice-invalid`, `argument-missing`. */
const recipientOption = (options: Options): string | undefined => {
  const profile = choiceOption(options, 'profile', ['redacted', 'full']) ?? 'redacted';
  const file = textOf(options, 'recipient');
  if (profile === 'full' && file === undefined) throw fault('argument-missing', { name: '--recipient' });
  if (profile !== 'full' && file !== undefined) throw fault('argument-missing', { name: '--profile full' });
  return file;
};

/** Throws `input-unreadable`, `recipient-invalid`. */
const recipientIn = async (session: Session, file: string): Promise<string> => {
  const pem = Buffer.from(await readInput(session, file)).toString();
  if (parseRecipient(pem) === undefined) throw fault('recipient-invalid', { file });
  return pem;
};

/** What is asked for, by the clocks of the provider. Throws `choice-invalid`, `instant-invalid`, and what a recipient's file may. */
const optionsOf = (session: Session, options: Options): ((zone: string) => Promise<ExportOptions>) => {
  const recipient = recipientOption(options);
  const [from, to] = [momentOption(options, 'from'), momentOption(options, 'to')];
  const folio = textOf(options, 'folio');
  return async (zone) => ({
    language: session.language,
    ...(from !== undefined && { from: await from(zone) }),
    ...(to !== undefined && { to: await to(zone) }),
    ...(folio !== undefined && { folio }),
    ...(recipient !== undefined && { recipient: await recipientIn(session, recipient) }),
  });
};

const tell = async (session: Session, bundle: ExportedBundle): Promise<ExitStatus> => {
  const { dir, entries, start, files, keys, newKey } = bundle;
  const checkpoint = jsonCheckpoint(bundle.checkpoint);
  await tellNewKey(session, newKey, keys);
  if (session.json)
    await printJson(session, { ok: true, dir, entries, checkpoint, start, files, keys, newKey });
  else await printText(session, `${inline(say(session, words, { dir, entries, ...checkpoint }))}\n`);
  return done;
};

export const runExport = (session: Session, { operand = '', options }: Given): Promise<ExitStatus> => {
  const asked = optionsOf(session, options);
  const origin = textOf(options, 'origin');
  const [path, masterKey] = [resolve(session.cwd, operand), masterKeyOf(session)];
  return withAuditedStore(session, async (audited) => {
    const exportOptions = await asked(audited.provider.zone);
    const audit = await openAudit({
      ...audited,
      ...(origin !== undefined && { origin }),
      ...(masterKey !== undefined && { masterKey }),
    });
    try {
      const exported = await audit.export(path, exportOptions);
      return exported.ok ? await tell(session, exported) : await tellAuditFault(session, exported);
    } catch (error) {
      const code = codeOf(error);
      if (isCodedError(error) || code === undefined) throw error;
      throw code === 'EEXIST'
        ? fault('file-exists', { file: operand }, error)
        : fault('output-unwritable', { file: operand, reason: code }, error);
    } finally {
      await audit.close();
    }
  });
};
