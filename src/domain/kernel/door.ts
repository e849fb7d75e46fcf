import { errorOf, type ErrorWithCode } from './coded-error.js';
import type { Decider } from './decider.js';
import { isInstant } from './instant.js';
import type { EventOf } from './message.js';

type Text = Readonly<Record<'es' | 'en', string>>;

interface Sort {
  readonly is: (given: unknown) => boolean;
  /** What to give, in words. */
  readonly known: Text;
  /** True for what is asked for in numbers and for what no function follows to its end: no call pays for a look through it. */
  readonly isFlat?: boolean;
}

const deepest = 64;
/** More values than any argument has: an object that holds itself, or says that its length is without end, has them. */
const mostValues = 1_000_000;

/** Throws for what has no end, and where looking at a part of it does. */
const mustEnd = (given: unknown): void => {
  let left = mostValues;
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
    const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
    left -= parts.length;
    if (left < 0 || depth > deepest) throw new RangeError('no argument is so large or so deep');
    for (const part of parts) visit(part, depth + 1);
  };
  visit(given, 0);
};

const isObject = (given: unknown): given is object =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

const hasParts = (given: unknown, names: readonly string[]): boolean => {
  if (!isObject(given)) return false;
  for (const name of names) if (!(name in given)) return false;
  return true;
};

const isShort = (given: unknown): boolean => Array.isArray(given) && given.length <= mostValues;

/** True for a calendar that may be counted on: no code of a host's stands in its columns. */
const isCalendar = (given: unknown): boolean =>
  isObject(given) &&
  'starts' in given &&
  'ends' in given &&
  'openDays' in given &&
  ArrayBuffer.isView(given.starts) &&
  ArrayBuffer.isView(given.ends) &&
  ArrayBuffer.isView(given.openDays);

const sorts = {
  anything: { is: () => true, known: { es: 'lo que sea', en: 'anything' } },
  function: { is: (given) => typeof given === 'function', known: { es: 'una función', en: 'a function' } },
  text: { is: (given) => typeof given === 'string', known: { es: 'un texto', en: 'a text' } },
  number: { is: Number.isFinite, known: { es: 'un número', en: 'a number' } },
  list: { is: Array.isArray, known: { es: 'una lista', en: 'a list' } },
  spans: {
    is: isShort,
    known: { es: 'una lista de { from, to }', en: 'a list of { from, to }' },
    isFlat: true,
  },
  object: { is: isObject, known: { es: 'un objeto', en: 'an object' } },
  /** What earlier events came to: it is folded for each event, and a look through it would cost more than the fold. */
  state: { is: isObject, known: { es: 'un estado', en: 'a state' }, isFlat: true },
  calendar: {
    is: isCalendar,
    known: { es: 'el calendario que da compileCalendar', en: 'the calendar that compileCalendar gives' },
    isFlat: true,
  },
  instant: {
    is: isInstant,
    known: {
      es: 'un instante, como 2026-03-02T16:00:00.000Z',
      en: 'an instant, such as 2026-03-02T16:00:00.000Z',
    },
  },
  language: {
    is: (given) => given === 'es' || given === 'en',
    known: { es: 'es o en', en: 'es or en' },
  },
} satisfies Record<string, Sort>;

/** What an argument must be: of a sort, or an object that has these parts; `read`: of which parts by name alone are read. */
export type Wanted = keyof typeof sorts | readonly string[] | { readonly read: readonly string[] };

/** The arguments of a function, by name and in their order; a name that ends in `?` may be left out. */
type Wants = Readonly<Record<string, Wanted>>;

const sortOf = (wanted: Wanted): Sort => {
  if (typeof wanted === 'string') return sorts[wanted];
  const isFlat = 'read' in wanted;
  const names = isFlat ? wanted.read : wanted;
  const parts = `{ ${names.join(', ')} }`;
  return { is: (given) => hasParts(given, names), known: { es: parts, en: parts }, isFlat };
};

const invalid = (
  option: string,
  { es, en }: Text,
  details: Readonly<Record<string, string>> = {},
  cause?: unknown,
): ErrorWithCode<string> =>
  errorOf(
    'option-invalid',
    'invalid',
    { es: `${option} ${es}`, en: `${option} ${en}` },
    { option, ...details },
    cause,
  );

const notTaken = (option: string, { es, en }: Text): ErrorWithCode<string> =>
  invalid(option, {
    es: `no admite lo que se dio: indique ${es}.`,
    en: `does not take what was given: give ${en}.`,
  });

const notUsable = (option: string, cause: unknown): ErrorWithCode<string> =>
  invalid(
    option,
    {
      es: 'no puede usar lo que se dio: una de sus partes falta o es otra cosa. Si no es así, es una falla de Quejas: la dice la causa de este error.',
      en: 'cannot use what it was given: a part of it is missing or something else. If that is not so, it is a fault of Quejas: the cause of this error tells it.',
    },
    { reason: 'not-usable' },
    cause,
  );

interface Check extends Sort {
  readonly option: string;
  readonly mayMiss: boolean;
}

/** The first argument that is not of its sort. Throws where one cannot be looked through. */
const firstWrong = (checks: readonly Check[], given: readonly unknown[]): Check | undefined => {
  let place = 0;
  for (const check of checks) {
    const argument = given[place];
    place += 1;
    if (check.mayMiss && argument === undefined) continue;
    if (!check.is(argument)) return check;
    if (check.isFlat !== true && typeof argument === 'object') mustEnd(argument);
  }
  return undefined;
};

/**
 * A function of the domain as hosts without a compiler may call it: what is no argument of its sort is refused, and so is
 * what the function fails at inside. Throws `option-invalid`. The library itself calls the function, and pays for no check.
 */
export function atDoor<Call extends (...given: never[]) => unknown>(
  name: string,
  call: Call,
  wants: Wants,
): Call;
export function atDoor(
  name: string,
  call: (...given: unknown[]) => unknown,
  wants: Wants,
): (...given: unknown[]) => unknown {
  const checks = Object.entries(wants).map(([argument, wanted]): Check => ({
    option: argument.replace('?', ''),
    mayMiss: argument.endsWith('?'),
    ...sortOf(wanted),
  }));
  return (...given) => {
    let wrong: Check | undefined;
    try {
      wrong = firstWrong(checks, given);
      if (wrong === undefined) return call(...given);
    } catch (cause) {
      throw notUsable(name, cause);
    }
    throw notTaken(wrong.option, wrong.known);
  };
}

const event = ['type', 'data'];
const recorded = ['revision', 'occurredAt', 'actor', 'role'];

/** The rules of an aggregate, each at its door; `context`: what a decision is told besides command and state. */
export const deciderAtDoor = <
  Commands,
  Events,
  State,
  Context,
  Code extends string,
  Event extends EventOf<Events>,
>(
  decider: Decider<Commands, Events, State, Context, Code, Event>,
  context: Wanted,
): Decider<Commands, Events, State, Context, Code, Event> => ({
  ...decider,
  evolve: atDoor(`${decider.kind}.evolve`, decider.evolve, { state: 'state', event, recorded }),
  decide: atDoor(`${decider.kind}.decide`, decider.decide, { command: event, state: 'object', context }),
  ...(decider.timeOf !== undefined && {
    timeOf: atDoor(`${decider.kind}.timeOf`, decider.timeOf, { event, context }),
  }),
});
