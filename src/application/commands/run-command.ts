import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { Span, Tracer } from '../ports/tracer.js';
import { inSpan } from '../tracing.js';
import type { By } from './actors.js';
import { askedBy } from './asked-by.js';
import { refused, type Acceptance, type CommandResult } from './command-result.js';
import {
  isImport,
  type ComplaintCommandService,
  type LaterCommand,
  type SubmitMeta,
} from './complaint-commands.js';
import type { Filing } from './dto/inputs.js';
import { parseCommand } from './parse-command.js';
import { decidedOn, nameOfCommand, readCall, type AnyCommand, type CommandOptions } from './read-call.js';

/** Commands whose input was checked already, as the domain has it. */
export interface CheckedCommands {
  readonly submitFiling: (filing: Filing, by: By, meta: SubmitMeta) => Promise<CommandResult>;
  readonly submit: (folio: string, command: LaterCommand, by: By, meta: SubmitMeta) => Promise<CommandResult>;
}

/** The one way in for whatever changes something. */
export interface CommandRunner extends CheckedCommands {
  /** Any command by its name, with input that was not checked yet. */
  readonly execute: (command: AnyCommand, by: By, options?: CommandOptions) => Promise<CommandResult>;
}

interface CommandRunnerParts {
  readonly commands: ComplaintCommandService;
  /** Read once for each command. */
  readonly clock: Clock;
  readonly provider: string;
  /** Absent: no command has a span. */
  readonly tracer: Tracer | undefined;
  readonly logger: Logger;
  /** Told of the events of a command that was accepted, before its caller is answered: returns at once, never throws. */
  readonly onAccepted: (events: Acceptance['events']) => void;
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

/** Reads, checks and routes commands; traces and logs what comes of them. */
export const commandRunner = (parts: CommandRunnerParts): CommandRunner => {
  const { commands, clock, provider, tracer, logger, onAccepted } = parts;

  const reactedTo = (result: CommandResult): CommandResult => {
    if (result.ok && !result.duplicate) onAccepted(result.events);
    return result;
  };

  const submitted: ComplaintCommandService['submit'] = async (folio, command, by, meta, now) =>
    reactedTo(await commands.submit(folio, command, by, meta, now));

  const run = async (command: unknown, by: unknown, options: unknown): Promise<CommandResult> => {
    const call = readCall(command, by, options);
    if (!call.ok) return refused(call.code, call.details);
    const now = clock();
    const parsed = parseCommand(call.type, call.input, now, isImport(call.options.source));
    if (!parsed.ok) return refused(parsed.code, parsed.details);
    const decided = decidedOn(parsed.expectedRevision, call.options.expectedRevision);
    if (!decided.ok) return refused(decided.code, decided.details);
    const { commandId, occurredAt } = parsed;
    const fingerprint = askedBy(parsed, call.by);
    const { expectedRevision } = decided;
    const meta = { ...call.options, commandId, occurredAt, expectedRevision, fingerprint };
    return parsed.command.type === 'file'
      ? reactedTo(await commands.file(parsed.command.data, call.by, meta, now))
      : submitted(call.folio, parsed.command, call.by, meta, now);
  };

  const runLogged: CommandRunner['execute'] = async (command, by, options) => {
    const type = nameOfCommand(command);
    const result = await run(command, by, options);
    if (result.ok) logger.debug('accepted', { type, folio: result.folio, duplicate: result.duplicate });
    else logger.info('refused', { type, code: result.code });
    return result;
  };

  const runTraced =
    (spans: Tracer): CommandRunner['execute'] =>
    (command, by, options) => {
      const type = nameOfCommand(command);
      const attributes = { 'quejas.command': type, 'quejas.provider': provider };
      return inSpan(spans, `command ${type}`, attributes, async (span) => {
        const result = await runLogged(command, by, options);
        tellOutcome(span, result);
        return result;
      });
    };

  return {
    execute: tracer === undefined ? runLogged : runTraced(tracer),
    submitFiling: async (filing, by, meta) => reactedTo(await commands.file(filing, by, meta, clock())),
    submit: (folio, command, by, meta) => submitted(folio, command, by, meta, clock()),
  };
};
