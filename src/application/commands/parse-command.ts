import type { ComplaintCommandType } from '../../domain/complaint/commands.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { Fingerprint } from '../identity/fingerprint.js';
import type { CommandOf } from '../../domain/kernel/message.js';
import type { Fault } from './dto/fault.js';
import type { CommandFrame } from './dto/command.dto.js';
import type { AsSent, CommandInputs, Filing } from './dto/inputs.js';
import type { Intakes } from './dto/intake.js';
import { stages } from '../stages/stages.js';
import type { InputByCommand } from './inputs/index.js';

export type { Fault, FaultCode } from './dto/fault.js';
export type { CommandInputs, Filing };

/** What a host sends for a command, by its DTO: instants are a `Date`, or any ISO 8601 date-time with its offset. */
export type SentInput<C extends ComplaintCommandType> = AsSent<
  InstanceType<(typeof stages.intakes)[C]['Dto']>
>;

/** Name of a command, by which hosts call it. */
export type CommandType = keyof InputByCommand;

/** What a host sends for a command, written out with a sentence for each field: what hosts and their editors see. */
export type CommandInput<C extends CommandType> = InputByCommand[C];

/** A command as the executor takes it; `file` without the folio it will get. */
export interface ParsedCommand<C extends ComplaintCommandType = ComplaintCommandType> {
  readonly commandId: string;
  /** Present where the input said when it happened. */
  readonly occurredAt?: Instant;
  readonly expectedRevision?: number;
  /** Of what it asks, as it was given: by it the same command sent again is known from another with its id. */
  readonly fingerprint: Fingerprint;
  readonly command: CommandOf<CommandInputs, C>;
}

export interface InvalidInput {
  readonly ok: false;
  readonly code: 'input-invalid';
  readonly details: { readonly faults: readonly [Fault, ...Fault[]] };
}

export type ParsedInput<C extends ComplaintCommandType = ComplaintCommandType> =
  ({ readonly ok: true } & ParsedCommand<C>) | InvalidInput;

const table: Intakes<CommandInputs> = stages.intakes;

/** True for the name of a command of the complaint. */
export const isCommandType = (type: string): type is ComplaintCommandType => Object.hasOwn(table, type);

/** Every command of the complaint by name, in the order in which a complaint is lived. */
export const commandTypes: readonly ComplaintCommandType[] = Object.keys(table).filter(isCommandType);

const parsed = <C extends ComplaintCommandType>(
  { commandId, occurredAt, expectedRevision }: CommandFrame,
  type: C,
  data: CommandInputs[C],
  fingerprint: Fingerprint,
) => ({
  ok: true as const,
  commandId,
  ...(occurredAt !== undefined && { occurredAt }),
  ...(expectedRevision !== undefined && { expectedRevision }),
  fingerprint,
  command: { type, data },
});

/**
 * Makes a command of whatever a host sent: unknown fields are refused, texts come out well-formed, and everything that
 * is wrong is said at once (`input-invalid`). Pure; never throws. `now` dates what the command says of its own act
 * (`sentAt`, `restoredAt`) where neither it nor `occurredAt` is given. What is `imported` may have happened before 2000.
 */
export const parseCommand = <C extends ComplaintCommandType>(
  type: C,
  input: unknown,
  now: Instant,
  imported = false,
): ParsedInput<C> => {
  const taken = table[type].take(type, input, now, imported);
  return taken.ok
    ? parsed(taken.meta, type, taken.data, taken.fingerprint)
    : { ok: false, code: 'input-invalid', details: { faults: taken.faults } };
};
