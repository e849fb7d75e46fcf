import type { JsonObject } from '../../domain/kernel/json.js';
import { readBy, type By } from './actors.js';
import { faultAt, type Fault, type Found } from './dto/fault.js';
import { reference } from './dto/rules/references.js';
import type { Rule } from './dto/rules/rule.js';
import { whole } from './dto/rules/values.js';
import { commandTypes, isCommandType, type CommandType, type InvalidInput } from './parse-command.js';
import type { InputByCommand } from './inputs/index.js';
import { readOptions } from './read-options.js';

/** What goes with a command besides its input. */
export interface CommandOptions {
  /** What joins commands that belong together, by the host's word; a reference. Default: the command's own id. */
  readonly correlationId?: string;
  /** What led to the command, by the host's word; a reference. Default: the command itself. */
  readonly causationId?: string;
  /** Which other system the command comes from, such as an import; a reference. What it brings was judged there. */
  readonly source?: string;
  /**
   * The revision that the caller decided on, as `show` told it: where the complaint is at another by now the command is
   * refused with `revision-conflict`. It may stand in the input instead; two that differ are refused.
   */
  readonly expectedRevision?: number;
}

/** Which complaint a command is for; `file` alone has none. */
export type FolioOf<Type extends CommandType> = [Type] extends ['file']
  ? { readonly folio?: undefined }
  : 'file' extends Type
    ? { readonly folio?: string | undefined }
    : { readonly folio: string };

/** The fields of a command's input, by name. */
export type FieldOf<Type extends CommandType> = Type extends unknown ? keyof InputByCommand[Type] : never;

/**
 * What the compiler asks of an input that it knows: what the command takes, and no other field. Of one that came from
 * outside (`unknown`, a record of anything) it asks nothing, and `execute` looks at it as at every other one.
 */
export type InputFor<Type extends CommandType, Input> = unknown extends Input
  ? unknown
  : string extends keyof Input
    ? unknown
    : InputByCommand[Type] & { readonly [Field in Exclude<keyof Input, FieldOf<Type>>]: never };

/** A command by its name, with its input; an input that the compiler knows must fit. */
export type NamedInput<Type extends CommandType, Input> = FolioOf<Type> & {
  /** Name of the command, such as `verifyCause`. */
  readonly type: Type;
  /** What the command's own method takes. */
  readonly input: Input & InputFor<Type, Input>;
};

/** Any command by its name, with input that was not checked yet. */
export interface AnyCommand {
  /** Name of the command, such as `verifyCause`. */
  readonly type: CommandType;
  /** Which complaint it is for; `file` alone has none. */
  readonly folio?: string | undefined;
  /** What the command's own method takes. */
  readonly input: unknown;
}

/** A call whose frame holds: who asks, for which command, with which options. Its input is yet to be read. */
interface Call {
  readonly ok: true;
  readonly type: CommandType;
  readonly folio: string;
  readonly input: unknown;
  readonly by: By;
  readonly options: CommandOptions;
}

export interface NoActor {
  readonly ok: false;
  readonly code: 'actor-invalid';
  readonly details: JsonObject;
}

const invalid = (...faults: readonly [Fault, ...Fault[]]): InvalidInput => ({
  ok: false,
  code: 'input-invalid',
  details: { faults },
});

const revision = whole(0, 1_000_000_000);

const optionFault = (name: string, found: Found): Fault =>
  faultAt(name === '' ? 'options' : `options.${name}`, found);

const optionsIn = (
  given: unknown,
): { readonly ok: true; readonly options: CommandOptions } | InvalidInput => {
  const read = readOptions(given, ['correlationId', 'causationId', 'source', 'expectedRevision']);
  if (!read.ok) return invalid(optionFault(read.at, { code: read.reason }));
  const faults: Fault[] = [];
  const taken = <T>(name: keyof CommandOptions, rule: Rule<T>): T | undefined => {
    const value = read.values[name];
    if (value === undefined || rule.holds(value)) return value;
    faults.push(...rule.finds(value).map((found) => optionFault(name, found)));
    return undefined;
  };
  const options = {
    correlationId: taken('correlationId', reference),
    causationId: taken('causationId', reference),
    source: taken('source', reference),
    expectedRevision: taken('expectedRevision', revision),
  };
  const [first, ...others] = faults;
  return first === undefined ? { ok: true, options } : invalid(first, ...others);
};

/** A command that was named, or why none was. */
export type NamedCommand = Pick<Call, 'type' | 'folio' | 'input'> | InvalidInput;

/** Why the folio of a named command is none; what is a text is looked at by the command. */
const folioFault = (type: CommandType, folio: unknown): Found | undefined => {
  if (type === 'file') return folio === undefined ? undefined : { code: 'unknown-field' };
  if (folio === undefined || folio === null) return { code: 'missing' };
  return typeof folio === 'string' ? undefined : { code: 'not-a-text' };
};

/** Reads which command is asked for, whatever a host in JavaScript passed. Never throws. */
export const readCommand = (given: unknown): NamedCommand => {
  const read = readOptions(given ?? null, ['type', 'folio', 'input']);
  if (!read.ok) return invalid(faultAt(read.at, { code: read.reason }));
  const { type, folio, input } = read.values;
  if (typeof type === 'string' && isCommandType(type)) {
    const fault = folioFault(type, folio);
    if (fault !== undefined) return invalid(faultAt('folio', fault));
    return { type, folio: typeof folio === 'string' ? folio : '', input };
  }
  const found: Found = { code: 'not-one-of', details: { allowed: commandTypes } };
  return invalid(faultAt('type', type === undefined ? { code: 'missing' } : found));
};

/** Reads who gives a command and how, whatever a host in JavaScript passed. Never throws. */
export const readCall = (
  asked: NamedCommand,
  by: unknown,
  options: unknown,
): Call | NoActor | InvalidInput => {
  const actor = readBy(by);
  if (actor === undefined) return { ok: false, code: 'actor-invalid', details: {} };
  if ('code' in asked) return asked;
  const read = optionsIn(options);
  return read.ok ? { ok: true, ...asked, by: actor, options: read.options } : read;
};

/** The name of a command as far as it is one, for traces and logs; what else a host passed is not repeated. */
export const nameOfCommand = (asked: NamedCommand): string => ('code' in asked ? 'unknown' : asked.type);

/**
 * The revision that a command was decided on, which its input or its options may name. Two that differ are refused:
 * which of them the caller meant cannot be known.
 */
export const decidedOn = (
  inInput: number | undefined,
  inOptions: number | undefined,
): { readonly ok: true; readonly expectedRevision: number | undefined } | InvalidInput =>
  inInput !== undefined && inOptions !== undefined && inInput !== inOptions
    ? invalid(optionFault('expectedRevision', { code: 'said-twice' }))
    : { ok: true, expectedRevision: inOptions ?? inInput };
