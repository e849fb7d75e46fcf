import type { By } from '../../../application/commands/actors.js';
import type { ComplaintCommandType } from '../../../domain/complaint/commands.js';
import { roles } from '../../../domain/complaint/vocabulary.js';
import type { JsonObject, JsonValue } from '../../../domain/kernel/json.js';
import { timeOrderedIds } from '../../../infrastructure/shared/system/time-ordered-ids.js';
import type { ComplaintSubcommand } from '../complaint/subcommand.js';
import { fault } from '../faults.js';
import { officeOf } from '../flags/office-flag.js';
import { choiceOption, numberOption, textOf } from '../flags/option-values.js';
import { givenFlags, readFlags, type Options } from '../flags/read-flags.js';
import type { Session } from '../session/session.js';
import { readInput } from './read-input.js';

/** A command as it is handed to the library. */
export interface Composed {
  /** Absent for `file` alone. */
  readonly folio: string | undefined;
  readonly by: By;
  readonly input: JsonObject;
  /** The command's id, if the caller gave none and it was made here. */
  readonly madeId: string | undefined;
}

const without = (whole: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name)));

const defined = (values: Readonly<Record<string, JsonValue | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const asText = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** What goes with every command and is no field of its own. */
const envelopeOf = (options: Options): JsonObject =>
  defined({
    commandId: textOf(options, 'commandId'),
    occurredAt: textOf(options, 'occurredAt'),
    expectedRevision: numberOption(options, 'expectedRevision', [0, 1_000_000_000]),
  });

const fieldsFrom = async (
  session: Session,
  { flags }: ComplaintSubcommand,
  options: Options,
): Promise<JsonObject> => {
  const file = textOf(options, 'input');
  if (file === undefined) return readFlags(flags, options);
  const given = givenFlags(flags, options).map(({ name }) => `--${name}`);
  if (given.length > 0) throw fault('input-and-flags', { names: given });
  return readInput(session, file);
};

const namedFolio = (folio: string | undefined): string => {
  if (folio === undefined) throw fault('folio-missing');
  return folio;
};

/** The command that the flags, or the JSON, stand for: JSON may also name folio, actor and role. */
export const composeInput = async (
  session: Session,
  type: ComplaintCommandType,
  subcommand: ComplaintSubcommand,
  operand: string | undefined,
  options: Options,
): Promise<Composed> => {
  const fields = await fieldsFrom(session, subcommand, options);
  const given = { ...fields, ...envelopeOf(options) };
  // Before the provider is known: the zone that a local time of --now is meant in makes no difference to an id.
  const clock = await session.clockIn('UTC');
  const madeId = Object.hasOwn(given, 'commandId') ? undefined : timeOrderedIds(clock)();
  const whole = { ...(madeId === undefined ? {} : { commandId: madeId }), ...given };
  const role = choiceOption({ role: fields['role'], ...options }, 'role', roles);
  return {
    folio: type === 'file' ? undefined : namedFolio(operand ?? asText(fields['folio'])),
    by: {
      actor: textOf(options, 'actor') ?? asText(fields['actor']) ?? 'cli',
      role: role ?? subcommand.role,
      ...officeOf(options),
    },
    input: without(whole, type === 'file' ? ['actor', 'role'] : ['actor', 'role', 'folio']),
    madeId,
  };
};
