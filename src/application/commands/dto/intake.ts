import { firstMoment, millisecondsOf, type Instant } from '../../../domain/kernel/instant.js';
import type { Fingerprint } from '../../identity/fingerprint.js';
import { fingerprinter } from './asked.js';
import type { CommandDto, CommandFrame } from './command.dto.js';
import { faultAt, type Fault, type FaultCode } from './fault.js';
import { fieldsOf, type FieldTable } from './field.js';
import { hydrate, isObject, mostFields } from './hydrate.js';
import { validate } from './validate.js';

/** What an input becomes: the command's own data, and what goes with every command; or everything wrong with it. */
export type Taken<Data> =
  | { readonly ok: true; readonly meta: CommandFrame; readonly data: Data; readonly fingerprint: Fingerprint }
  | { readonly ok: false; readonly faults: readonly [Fault, ...Fault[]] };

/** How one command is taken in. */
export interface Intake<Data, D extends CommandDto = CommandDto> {
  readonly Dto: new () => D;
  readonly fields: FieldTable;
  /** `type` is the name of the command. `imported`: it comes from a log, which may go back further. */
  readonly take: (type: string, input: unknown, now: Instant, imported?: boolean) => Taken<Data>;
}

export type Intakes<Commands> = { readonly [C in keyof Commands]: Intake<Commands[C]> };

const mostDrift = 5_000;

/** True for a moment so little after the clock that it counts as now (design: Time). */
const isDrift = (at: unknown, now: Instant): boolean =>
  typeof at === 'string' && at > now && Date.parse(at) - millisecondsOf(now) <= mostDrift;

type Path = readonly string[];

/** Where an input holds moments, by their names from the outside in. */
const momentsIn = (fields: FieldTable, outer: Path = []): readonly Path[] =>
  [...fields].flatMap(([name, rule]): readonly Path[] => {
    const path = [...outer, name];
    if (rule.moment === true) return [path];
    return rule.fields === undefined ? [] : momentsIn(rule.fields, path);
  });

const valueAt = (dto: object, path: Path): unknown =>
  path.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), dto);

type OwnFields<D> = Omit<D, keyof CommandDto>;

/** Reads an input into its DTO, or says why it is none that can be looked at field by field. */
const read = <D extends object>(Dto: new () => D, fields: FieldTable, input: unknown): D | FaultCode => {
  try {
    if (!isObject(input)) return 'not-an-object';
    return Object.keys(input).length > mostFields ? 'too-many-fields' : hydrate(Dto, fields, input);
  } catch {
    // Only a host's own object can do this: one whose property throws when it is read.
    return 'not-readable';
  }
};

const isSome = (faults: readonly Fault[]): faults is readonly [Fault, ...Fault[]] => faults.length > 0;

/** Nothing is asked of the fields of an input together. */
const eachByItself = (): readonly Fault[] => [];

/**
 * The intake of a command from its DTO class. `toData` gives the domain's data for fields that hold, and `at`, when it
 * happened: what a command says of its own act happened then, unless it names another moment. `lacking` finds what is
 * missing beside what the input says elsewhere.
 */
export const intake = <D extends CommandDto, Data>(
  Dto: new () => D,
  toData: (fields: OwnFields<D>, at: Instant, commandId: string) => Data,
  lacking: (fields: D) => readonly Fault[] = eachByItself,
): Intake<Data, D> => {
  const fields = fieldsOf(Dto);
  const fingerprintOf = fingerprinter(fields);
  const inside = momentsIn(fields);
  const moments = inside.flatMap((path) => (path.length === 1 ? path : []));

  /** The clocks of a host's machines differ a little: what is a little ahead of ours is now. */
  const settleDrift = (dto: D, now: Instant): void => {
    for (const name of moments) {
      const at: unknown = Reflect.get(dto, name);
      if (at !== undefined && isDrift(at, now)) Reflect.set(dto, name, now);
    }
  };

  const tooEarly = (dto: object): readonly Fault[] =>
    inside.flatMap((path) => {
      const value = valueAt(dto, path);
      return typeof value === 'string' && value < firstMoment
        ? [faultAt(path.join('.'), { code: 'not-an-instant' })]
        : [];
    });

  const take = (type: string, input: unknown, now: Instant, imported = false): Taken<Data> => {
    const dto = read(Dto, fields, input);
    if (typeof dto === 'string') return { ok: false, faults: [faultAt('', { code: dto })] };
    const faults = [...validate(dto), ...lacking(dto)];
    if (isSome(faults)) return { ok: false, faults };
    const early = imported ? [] : tooEarly(dto);
    if (isSome(early)) return { ok: false, faults: early };
    const fingerprint = fingerprintOf(type, dto);
    settleDrift(dto, now);
    const { commandId, occurredAt, expectedRevision, ...own } = dto;
    return {
      ok: true,
      meta: { commandId, occurredAt, expectedRevision },
      data: toData(own, occurredAt ?? now, commandId),
      fingerprint,
    };
  };
  return { Dto, fields, take };
};
