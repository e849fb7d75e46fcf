import { logFaultTexts, type LogFaultCode } from '../../application/audit-log/log-fault.js';
import type { SigningRefusal } from '../../application/audit/signing.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import { fillInBoth } from '../../domain/kernel/rejection-text.js';
import type { Bilingual } from '../../domain/texts/language.js';

/** Why nothing was signed, or what was found wrong, in words. */
export const auditFaultTexts = {
  ...logFaultTexts,
  'signer-origin-differs': {
    es: 'La llave es de otra bitácora. No se firma nada.',
    en: 'The key is another log’s. Nothing is signed.',
  },
  'signer-memory-missing': {
    es: 'La llave está sin la memoria de lo que ya firmó. No se firma nada hasta que dé la última cabeza que se firmó, la del archivo checkpoint que se entregó al último: «quejas audit checkpoint --last ARCHIVO».',
    en: 'The key is without the memory of what it signed. Nothing is signed until you give the last head that was signed, that of the checkpoint file that was handed out last: "quejas audit checkpoint --last FILE".',
  },
  'signer-key-missing': {
    es: 'La bitácora ya se firmó, y su llave no está en el lugar indicado. No se hace otra ni se firma nada. Restaure el archivo .signer; si se perdió, esa bitácora terminó: aparte también su archivo .log, exporte con otro nombre de bitácora (--origin) y avise al regulador.',
    en: 'The log was signed before, and its key is not in the place given. No other is made and nothing is signed. Restore the .signer file; if it is lost, that log has ended: set its .log file aside too, export under another name of the log (--origin), and tell the regulator.',
  },
  'signer-moved': {
    es: 'Otro programa firmó mientras tanto. Repita.',
    en: 'Another program signed meanwhile. Repeat.',
  },
  'signer-last-refused': {
    es: 'La cabeza que se dio no es de esta llave, es más antigua que otra que se conoce, o el firmante ya recuerda la suya.',
    en: 'The head that was given is not this key’s, is older than another that is known, or the signer remembers its own.',
  },
  'folio-unknown': {
    es: 'La bitácora no tiene ninguna solicitud con ese folio.',
    en: 'The log has no request with that folio.',
  },
} as const satisfies Readonly<
  Record<
    LogFaultCode | SigningRefusal | 'signer-key-missing' | 'signer-last-refused' | 'folio-unknown',
    Bilingual
  >
>;

/** Why the log is not told as right, or was not signed; `auditFaultTexts` has their words. */
export type AuditFaultCode = keyof typeof auditFaultTexts;

/** The first thing that was found wrong, or why nothing was signed. */
export interface AuditFault {
  /** Never true: what is right is another type. */
  readonly ok: false;
  /** A key of `auditFaultTexts`. */
  readonly code: AuditFaultCode;
  /** Place in the log, from 0; `null` where it is no single one. */
  readonly at: number | null;
  /** The event that was changed, taken away, put in or moved; `null` where it is no single one. */
  readonly event: { readonly stream: string; readonly revision: number } | null;
  /** What it says to a person. */
  readonly message: Bilingual;
}

export const auditFault = (
  code: AuditFaultCode,
  at: number | null = null,
  event: AuditFault['event'] = null,
): AuditFault => {
  const details: JsonObject = { at, stream: event?.stream ?? '', revision: event?.revision ?? '' };
  return { ok: false, code, at, event, message: fillInBoth(auditFaultTexts[code], details) };
};
