import { errorOf, tellsItsKind } from '../../../application/errors/coded-error.js';

/** Faults after which a command may have been kept. */
const doubtful: ReadonlySet<string> = new Set(['store-unavailable', 'store-failed', 'rows-behind']);

/**
 * A fault that a command met, with the id that was made for it: a caller that sends it again must name it, and has not seen it.
 * Where the outcome is in no doubt, or the caller gave the id, it stays as it is.
 */
export const withMadeId = (error: unknown, commandId: string | undefined): unknown => {
  if (commandId === undefined || !tellsItsKind(error) || !doubtful.has(error.code)) return error;
  const { code, kind, text, details } = error;
  return errorOf(
    code,
    kind,
    {
      es: `${text.es} El identificador de este comando: --command-id ${commandId}.`,
      en: `${text.en} The id of this command: --command-id ${commandId}.`,
    },
    { ...details, commandId },
    error,
  );
};
