import type { Logger } from '../ports/logger.js';
import type { Span, Tracer } from '../ports/tracer.js';
import { inSpan } from '../tracing.js';
import { isBusy, type CommandResult } from './command-result.js';

/** A process that asks for a command by itself, and of which complaint. */
interface AskedBy {
  readonly process: string;
  readonly complaint: string;
}

/** Does a command of this type, and tells the host's log and traces what came of it. */
export type TellCommand = (
  type: string,
  work: () => Promise<CommandResult>,
  by?: AskedBy,
) => Promise<CommandResult>;

interface TellCommandParts {
  /** Absent: no command has a span. */
  readonly tracer: Tracer | undefined;
  readonly logger: Logger;
  readonly provider: string;
}

/** A refusal is an outcome like others: the command did what it was asked, and its span did not fail. */
const tellOutcome = (span: Span, result: CommandResult): void => {
  if (result.ok) {
    const outcome = result.duplicate ? 'duplicate' : 'accepted';
    span.set({
      'quejas.outcome': outcome,
      'quejas.folio': result.folio,
      'quejas.revision': result.revision,
    });
    return;
  }
  span.set({ 'quejas.outcome': 'refused', 'quejas.code': result.code });
};

/**
 * Tells of every command, a caller's and a process's alike: what came of it is logged, and set on its span. A process
 * asks anew by itself where another program was first: that is no line.
 */
export const tellCommand = ({ tracer, logger, provider }: TellCommandParts): TellCommand => {
  const logged: TellCommand = async (type, work, by) => {
    const result = await work();
    if (result.ok)
      logger.debug('accepted', { type, folio: result.folio, duplicate: result.duplicate, ...by });
    else if (by === undefined || !isBusy(result)) logger.info('refused', { type, code: result.code, ...by });
    return result;
  };
  if (tracer === undefined) return logged;
  return (type, work, by) => {
    const attributes = { 'quejas.command': type, 'quejas.provider': provider };
    return inSpan(tracer, `command ${type}`, attributes, async (span) => {
      const result = await logged(type, work, by);
      tellOutcome(span, result);
      return result;
    });
  };
};
