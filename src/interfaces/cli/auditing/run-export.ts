import { resolve } from 'node:path';
import { codeOf } from '../../../application/errors/code-of.js';
import { isCodedError } from '../../../application/errors/coded-error.js';
import { languages } from '../../../domain/complaint/vocabulary.js';
import type { ProviderProfile } from '../../../domain/provider/profile.js';
import { inline } from '../../../domain/texts/plain-text.js';
import { parseRecipient } from '../../../infrastructure/crypto/recipient-key.js';
import {
  openAudit,
  type AuditFault,
  type ExportedBundle,
  type ExportOptions,
} from '../../../jobs/audit/index.js';
import { done, type ExitStatus } from '../exit-status.js';
import { fault } from '../faults.js';
import { choiceOption, momentOption, textOf } from '../flags/option-values.js';
import type { Options } from '../flags/read-flags.js';
import type { Given } from '../program/subcommand.js';
import { missingFolio } from '../reading/missing-folio.js';
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

/** What is asked for, by the clocks of the provider. Throws `choice-invalid`, `options-exclusive`, `instant-invalid`, and what a recipient's file may. */
const optionsOf = (session: Session, options: Options): ((zone: string) => Promise<ExportOptions>) => {
  const recipient = recipientOption(options);
  const [from, to] = [momentOption(options, 'from'), momentOption(options, 'to')];
  // The bundle is the provider's: the language of a terminal changes no byte of it.
  const language = choiceOption(options, 'lang', languages);
  const folio = textOf(options, 'folio');
  if (folio !== undefined && from !== undefined)
    throw fault('options-exclusive', { names: '--folio, --from' });
  return async (zone) => ({
    ...(language !== undefined && { language }),
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

/** What is no folio is told as such. Throws `folio-malformed`, `folio-check-failed`, `folio-other-provider`. */
const mustBeFolio = async (
  text: string | undefined,
  provider: ProviderProfile,
  { code }: AuditFault,
): Promise<void> => {
  if (code !== 'folio-unknown' || text === undefined) return;
  const missing = await missingFolio(text, provider);
  if (missing.code !== 'folio-unknown') throw missing;
};

/** What the system says of the place, told as such; anything else as it is. */
const writingFault = (error: unknown, file: string): unknown => {
  const code = codeOf(error);
  if (isCodedError(error) || code === undefined) return error;
  return code === 'EEXIST'
    ? fault('file-exists', { file }, error)
    : fault('output-unwritable', { file, reason: code }, error);
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
      const exported = await audit.export(path, exportOptions).catch((error: unknown) => {
        throw writingFault(error, operand);
      });
      if (exported.ok) return await tell(session, exported);
      await mustBeFolio(exportOptions.folio, audited.provider, exported);
      return await tellAuditFault(session, exported);
    } finally {
      await audit.close();
    }
  });
};
