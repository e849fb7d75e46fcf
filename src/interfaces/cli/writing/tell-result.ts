import { inputRejections } from '../../../application/commands/input-rejections.js';
import type { Acceptance, CommandResult } from '../../../application/commands/command-result.js';
import type { Refusal } from '../../../application/commands/refusals.js';
import { eventLabels } from '../../../domain/texts/labels/events.js';
import { inline } from '../../../domain/texts/plain-text.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import { statusOf, type ExitStatus } from '../exit-status.js';
import { printJson, say, type Session } from '../session/session.js';
import { wordsFor } from '../reading/words.js';
import { hanging } from '../terminal/records.js';
import { wrapped } from '../terminal/wrap.js';

const done: Bilingual = {
  es: 'Folio {folio}, revisión {revision}',
  en: 'Folio {folio}, revision {revision}',
};
const before: Bilingual = {
  es: 'Folio {folio}, revisión {revision}: ya se había hecho',
  en: 'Folio {folio}, revision {revision}: it had been done already',
};

const tellAccepted = async (session: Session, result: Acceptance): Promise<void> => {
  const { ok, folio, revision, position, events, duplicate } = result;
  if (session.json) return printJson(session, { ok, folio, revision, position, events, duplicate });
  const { colours, isTTY, columns } = session.space;
  const word = wordsFor(session.language);
  const lines = events.map((event) => {
    const number = `  ${event.revision}  `;
    const text = word(eventLabels, event.type);
    return `${number}${isTTY ? hanging(text, number.length, columns) : text}\n`;
  });
  const head = wrapped(session.space, inline(say(session, duplicate ? before : done, { folio, revision })));
  await session.out.write(`${colours.green(head)}\n${lines.join('')}`);
};

/** What is wrong with each field, on the one line that a fault has. */
const faultsIn = (refusal: Refusal, language: Session['language']): readonly string[] =>
  refusal.code === 'input-invalid'
    ? refusal.details.faults.map((each) => `${each.path}: ${each[language]}`)
    : [];

const tellRefused = async (session: Session, refusal: Refusal): Promise<void> => {
  const { code, details, message } = refusal;
  const text = message[session.language];
  if (session.json) return printJson(session, { ok: false, code, details, message: text });
  const faults = faultsIn(refusal, session.language);
  // Where flags were given, the text names them already.
  const told =
    faults.length === 0 || text !== inputRejections['input-invalid'][session.language]
      ? text
      : `${text} ${faults.join('; ')}`;
  await session.err.write(`quejas: ${inline(told)} [${inline(code)}]\n`);
};

/** Says what came of a command, and how the process ends. */
export const tellResult = async (session: Session, result: CommandResult): Promise<ExitStatus> => {
  if (result.ok) {
    await tellAccepted(session, result);
    return 0;
  }
  await tellRefused(session, result);
  return statusOf(result.kind);
};
