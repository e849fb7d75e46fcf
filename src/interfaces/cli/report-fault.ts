import { tellsItsKind } from '../../application/errors/coded-error.js';
import { maskedText } from '../../application/errors/masked-url.js';
import type { RefusalKind } from '../../domain/kernel/refusal.js';
import { codeOf } from '../../application/errors/code-of.js';
import type { Language } from '../../domain/complaint/vocabulary.js';
import type { JsonValue } from '../../domain/kernel/json.js';
import type { Bilingual } from '../../domain/texts/language.js';
import { inline } from '../../domain/texts/plain-text.js';
import { statusOf, type ExitStatus } from './exit-status.js';
import { fault } from './faults.js';
import { jsonLine } from './terminal/json-line.js';
import type { Output } from './terminal/output.js';

/** A code of ours: words joined by hyphens. Node's own are in capitals. */
const ours = /^[a-z]+(-[a-z0-9]+)+$/;

interface Told {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly message: string;
  /** The id of a command that may have been kept, where the caller has not seen it. */
  readonly details?: { readonly commandId: string };
}

/** Options of the library that the command line passes on as they were typed, and the flags that they are typed after. */
const typedAfter: Readonly<Record<string, string>> = {
  origin: '--origin',
  recipient: '--recipient',
  recipientKey: '--recipient-key',
  to: '--to',
};

const theKey: Bilingual = { es: '«llave»', en: '"key"' };

/** A sentence that begins with an option of the library, with what the user typed in its place. */
const inTyped = (sentence: string, option: JsonValue | undefined, language: Language): string => {
  if (typeof option !== 'string' || !sentence.startsWith(option)) return sentence;
  const flag = Object.hasOwn(typedAfter, option) ? typedAfter[option] : undefined;
  const name = option === 'id' ? theKey[language] : flag;
  return name === undefined ? sentence : `${name}${sentence.slice(option.length)}`;
};

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';

/** What a fault says, whatever threw it: never more than a code and a sentence. */
const toldOf = (error: unknown, language: Language): Told => {
  if (tellsItsKind(error)) {
    const { code, kind, text, details } = error;
    const { commandId, option } = details;
    const message = code === 'option-invalid' ? inTyped(text[language], option, language) : text[language];
    const told = { code, kind, message };
    return typeof commandId === 'string' ? { ...told, details: { commandId } } : told;
  }
  const code = codeOf(error);
  if (code !== undefined && ours.test(code)) return { code, kind: 'unavailable', message: firstLine(error) };
  const found =
    code === undefined
      ? fault('internal-fault', { reason: firstLine(error) })
      : fault('system-fault', { reason: code });
  return { code: found.code, kind: found.kind, message: found.text[language] };
};

/** Tells a fault the way it was asked for, and gives the exit status. */
export const reportFault = async (
  error: unknown,
  { language, json }: { readonly language: Language; readonly json: boolean },
  { out, err }: { readonly out: Output; readonly err: Output },
): Promise<ExitStatus> => {
  const { code, kind, message: told, ...more } = toldOf(error, language);
  // Whatever a driver says of a connection string: no password of it is told.
  const message = maskedText(told);
  if (json) await out.write(jsonLine({ ok: false, code, ...more, message: inline(message) }));
  else await err.write(`quejas: ${inline(message)} [${inline(code)}]\n`);
  return statusOf(kind);
};
