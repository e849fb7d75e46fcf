import { resolve } from 'node:path';
import { parseTrustPolicy } from '../../../application/audit/notes/parse-trust-policy.js';
import { base64Of } from '../../../application/audit/notes/strict-text.js';
import { parseVerifierKey, signatureTypes } from '../../../application/audit/notes/verifier-key.js';
import { inline } from '../../../domain/texts/plain-text.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import { bundleFaultTexts, type Trust, type Verified } from '../../../jobs/verify/index.js';
import type { ExitStatus } from '../exit-status.js';
import { fault, unreadable } from '../faults.js';
import { textOf } from '../flags/option-values.js';
import type { Options } from '../flags/read-flags.js';
import { note, printJson, say, type Session } from '../session/session.js';
import { printText } from '../session/print-text.js';
import type { Given } from '../program/subcommand.js';
import { headOption, readNote } from './given-files.js';

type Intact = Extract<Verified, { ok: true }>;
type Faulty = Extract<Verified, { ok: false }>;

/** What the inspector trusts. Throws `policy-invalid`, `encoding-invalid`, `option-value-invalid`, `options-exclusive`. */
export const trustOf = async (session: Session, options: Options): Promise<Trust> => {
  const [file, vkey] = [textOf(options, 'policy'), textOf(options, 'vkey')];
  if (file !== undefined && vkey !== undefined)
    throw fault('options-exclusive', { names: '--policy, --vkey' });
  if (vkey !== undefined) {
    const key = parseVerifierKey(vkey.trim());
    // A log signs by Ed25519: the key of a witness would be told as that of another log.
    if (key?.type !== signatureTypes.ed25519)
      throw fault('option-value-invalid', { name: 'vkey', value: vkey });
    return { kind: 'key', key };
  }
  if (file === undefined) return { kind: 'self' };
  const parsed = parseTrustPolicy(await readNote(session, file));
  if (!parsed.ok) throw fault('policy-invalid', { file, line: parsed.fault.line });
  return { kind: 'policy', policy: parsed.policy };
};

const words = {
  all: {
    es: 'Nada fue cambiado y nada falta: la bitácora {origin} está completa, con {entries} {entries:evento|eventos}.',
    en: 'Nothing was changed and nothing is missing: the log {origin} is complete, with {entries} {entries:event|events}.',
  },
  since: {
    es: 'Nada fue cambiado y nada falta desde la cabeza anterior: {entries} {entries:evento|eventos} de {origin}.',
    en: 'Nothing was changed and nothing is missing since the earlier head: {entries} {entries:event|events} of {origin}.',
  },
  folio: {
    es: 'Nada fue cambiado: el folio {folio} está en la bitácora {origin} con {entries} {entries:evento|eventos}, sin huecos hasta el último que el proveedor firmó.',
    en: 'Nothing was changed: folio {folio} is in the log {origin} with {entries} {entries:event|events}, without a gap up to the last one that the provider signed for.',
  },
  policy: { es: 'La firma es de una llave de su política.', en: 'The signature is by a key of your policy.' },
  key: { es: 'La firma es de la llave que usted dio.', en: 'The signature is by the key that you gave.' },
  self: {
    es: 'La llave venía en el mismo paquete. Compare esta huella con la que le dieron por otro medio:',
    en: 'The key came in the bundle itself. Compare this fingerprint with the one you were given another way:',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const wordsFor = ({ scope }: Intact): Bilingual => {
  if (scope.kind === 'folio') return words.folio;
  return scope.start === 0 ? words.all : words.since;
};

const grouped = (fingerprint: string): string => fingerprint.replace(/(.{4})(?=.)/g, '$1 ');

/** Says beside an answer from a bundle that nothing but the bundle vouches for it, where no key was given. */
export const noteTrust = async (session: Session, { trust, fingerprint }: Intact): Promise<void> => {
  if (trust !== 'self') return;
  const { es, en } = words.self;
  await note(
    session,
    { es: `${es} {fingerprint}`, en: `${en} {fingerprint}` },
    { fingerprint: grouped(fingerprint) },
  );
};

const tellIntact = async (session: Session, verified: Intact): Promise<ExitStatus> => {
  const { ok, trust, entries, fingerprint, scope } = verified;
  const { origin, size, root } = verified.checkpoint;
  if (session.json) {
    const checkpoint = { origin, size, root: base64Of(root) };
    await printJson(session, { ok, trust, entries, checkpoint, fingerprint, scope });
    return 0;
  }
  const folio = scope.kind === 'folio' ? scope.folio : '';
  const told = say(session, wordsFor(verified), { entries, origin, folio });
  const shown = trust === 'self' ? `  ${grouped(fingerprint)}\n` : '';
  await printText(session, `${inline(told)}\n${say(session, words[trust])}\n${shown}`);
  return 0;
};

/** Tells the first fault that was found in a bundle. */
export const tellFault = async (session: Session, { code, file, at }: Faulty): Promise<ExitStatus> => {
  const message = inline(say(session, bundleFaultTexts[code], { file: file ?? '', at: at ?? 0 }));
  if (session.json)
    await printJson(session, { ok: false, code, file: file ?? null, at: at ?? null, message });
  else await session.err.write(`${message}\n`);
  return 1;
};

export const runVerify = async (session: Session, { operand = '', options }: Given): Promise<ExitStatus> => {
  const [trust, from] = [await trustOf(session, options), await headOption(session, options, 'from')];
  const { verifyBundle } = await import('../../../jobs/verify/index.js');
  const verified = await verifyBundle(resolve(session.cwd, operand), {
    trust,
    ...(from !== undefined && { from }),
  }).catch((error: unknown) => {
    throw unreadable(operand, error);
  });
  return verified.ok ? tellIntact(session, verified) : tellFault(session, verified);
};
