import type { Clock } from '../ports/clock.js';
import type { By } from './actors.js';
import { askedBy } from './asked-by.js';
import { refused, type Acceptance, type CommandResult } from './command-result.js';
import { refusedBy } from './refusals.js';
import type { RefusedBy } from '../../domain/texts/refusals/told-refusal.js';
import type { ComplaintCommandService, LaterCommand, SubmitMeta } from './complaint-commands.js';
import { isImport } from '../schema/import-source.js';
import type { Filing } from './dto/inputs.js';
import { parseCommand } from './parse-command.js';
import type { TellCommand } from './tell-command.js';
import {
  decidedOn,
  nameOfCommand,
  readCall,
  readCommand,
  type AnyCommand,
  type CommandOptions,
  type NamedCommand,
} from './read-call.js';

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
  readonly told: TellCommand;
  /** In whose time, and with whose areas, refusals are told. */
  readonly provider: RefusedBy;
  /** Told of the events of a command that was accepted, before its caller is answered: returns at once, never throws. */
  readonly onAccepted: (events: Acceptance['events']) => void;
}

/** Reads, checks and routes commands, and tells what comes of them. */
export const commandRunner = (parts: CommandRunnerParts): CommandRunner => {
  const { commands, clock, told, onAccepted, provider } = parts;

  const inWords = (result: CommandResult): CommandResult =>
    result.ok ? result : refusedBy(result, provider);

  const reactedTo = (result: CommandResult): CommandResult => {
    if (result.ok && !result.duplicate) onAccepted(result.events);
    return result;
  };

  const submitted: ComplaintCommandService['submit'] = async (folio, command, by, meta, now) =>
    reactedTo(await commands.submit(folio, command, by, meta, now));

  const run = async (asked: NamedCommand, by: unknown, options: unknown): Promise<CommandResult> => {
    const call = readCall(asked, by, options);
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

  return {
    execute: (command, by, options) => {
      const asked = readCommand(command);
      return told(nameOfCommand(asked), async () => inWords(await run(asked, by, options)));
    },
    submitFiling: async (filing, by, meta) =>
      inWords(reactedTo(await commands.file(filing, by, meta, clock()))),
    submit: async (folio, command, by, meta) => inWords(await submitted(folio, command, by, meta, clock())),
  };
};
