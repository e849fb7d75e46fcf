import { streamKinds } from '../application/identity/stream-name.js';
import type { EventStore } from '../application/ports/event-store.js';
import type { KeyVault } from '../application/ports/key-vault.js';
import type { Logger } from '../application/ports/logger.js';
import type { ProjectedRows } from '../application/ports/projected-rows.js';
import type { StaffNotifier } from '../application/ports/staff-notices.js';
import type { Timers } from '../application/ports/timers.js';
import type { Tracer } from '../application/ports/tracer.js';
import { checkProfile } from '../application/provider/checks.js';
import { schemaErrors } from '../application/provider/schema-errors.js';
import { providerProfileSchema } from '../application/provider/schema.js';
import { isProjection } from '../projections/runtime/is-projection.js';
import { conectared } from '../domain/provider/conectared.js';
import { emenet } from '../domain/provider/emenet.js';
import type { ProviderProfile } from '../domain/provider/profile.js';
import {
  copyOfOption,
  lookedAt,
  missingOption,
  mustBeObject,
  mustKnow,
  unsupported,
} from '../application/errors/option-faults.js';
import type { Projection } from '../application/ports/projection.js';
import {
  noProvider,
  projectionOfOurs,
  projectionTwice,
  projectionsWithoutRows,
  readOnlyElsewhere,
} from './option-faults.js';

/** What each option is, in the words of a fault. */
export const known = {
  store: 'sqlite:PATH, memory:, esdb://…, kurrentdb://…',
  keys: 'file:PATH, memory:',
  rows: 'inline, none, sqlite:PATH, memory:',
} as const;

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;

const has =
  (methods: readonly string[]) =>
  (value: unknown): boolean =>
    methods.every((name) => typeof memberOf(value, name) === 'function');

const methodsOf = {
  store: ['append', 'read', 'readAll', 'head', 'close'] satisfies (keyof EventStore)[],
  keys: ['keyFor', 'existingKey', 'cachedKey', 'close'] satisfies (keyof KeyVault)[],
  rows: [
    'rowCheckpoints',
    'known',
    'project',
    'resume',
    'rebuild',
    'close',
  ] satisfies (keyof ProjectedRows)[],
  timers: ['now', 'after'] satisfies (keyof Timers)[],
  logger: ['debug', 'info', 'warn', 'error'] satisfies (keyof Logger)[],
  tracer: ['run'] satisfies (keyof Tracer)[],
  staffNotices: ['deliver'] satisfies (keyof StaffNotifier)[],
};

/** What a part of a host's may have besides its methods, by which it is told what the part can do. */
const abilities = ['rows', 'folios', 'checkpoints', 'subscribe', 'rowCheckpoints', 'open'];

/** Whether a part has its methods; throws where it cannot be asked what else it can do. */
const isPart =
  (methods: readonly string[]) =>
  (value: unknown): boolean => {
    for (const ability of abilities) memberOf(value, ability);
    return has(methods)(value);
  };

const projectionsForm = '[defineProjection(…)]';
/** More read models than any host has. */
const mostProjections = 10_000;

/** Whether a value is a list that may be one of read models: what it holds is not looked at. */
const mayHoldProjections = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.length <= mostProjections;

const areProjections = (value: unknown): boolean => mayHoldProjections(value) && value.every(isProjection);

/** Copies, each property of what was given read once. */
const readProjections = (given: readonly Projection[]): readonly Projection[] | undefined => {
  if (!mayHoldProjections(given)) return undefined;
  const read = Array.from(given, (each) => ({ ...each }));
  return areProjections(read) ? read : undefined;
};

/**
 * The read models of a host, in a list of ours. Throws `option-invalid` for what is no list of read models, and for names
 * that are taken.
 */
export const checkProjections = (
  given: readonly Projection[],
  ours: readonly Projection[],
): readonly Projection[] => {
  const projections = lookedAt('projections', () => readProjections(given));
  if (projections === undefined) throw unsupported('projections', given, projectionsForm);
  const taken = ours.map(({ name }) => name);
  projections.forEach(({ name, version }, index) => {
    if (taken.includes(name)) throw projectionOfOurs(name, taken);
    const isSame = (other: Projection): boolean => other.name === name && other.version === version;
    if (projections.findIndex(isSame) !== index) throw projectionTwice(name, version);
  });
  return projections;
};

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const isFunction = (value: unknown): boolean => typeof value === 'function';

/** What a master key may be given as. */
export const masterKeyForm = 'file:PATH, env:NAME, 32 bytes, () => …';

/** True for what a master key may be given as; throws where looking at it does. */
export const isMasterKey = (value: unknown): boolean =>
  isFunction(value) ||
  (value instanceof Uint8Array && value.length === 32) ||
  (typeof value === 'string' && /^(?:file|env):./.test(value));

/** Streams of one namespace must never begin like those of another: none may hold the name of a kind of stream. */
const isNamespace = (value: unknown): boolean =>
  value === '' ||
  (typeof value === 'string' &&
    /^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,63}$/.test(value) &&
    !streamKinds.some((kind) => value.includes(`${kind}-`)));

/** What a timer of Node takes: a longer one would end at once. */
const longestTimeout = 2_147_483_647;

/** The options that may be left out: what they must be, and how that is said. */
const optional: Readonly<Record<string, readonly [(value: unknown) => boolean, string]>> = {
  rows: [(value) => typeof value === 'string' || isPart(methodsOf.rows)(value), known.rows],
  projections: [areProjections, projectionsForm],
  rowsTimeout: [
    (value) => typeof value === 'number' && value >= 0 && value <= longestTimeout,
    '5000 (ms, 0..2147483647)',
  ],
  masterKey: [isMasterKey, masterKeyForm],
  newVault: [isBoolean, 'true, false'],
  mustExist: [isBoolean, 'true, false'],
  readOnly: [(value) => isBoolean(value) || value === 'if-needed', `true, false, 'if-needed'`],
  clock: [isFunction, '() => …'],
  clockIsRight: [isBoolean, 'true, false'],
  onRowsBehind: [isFunction, '(events) => …'],
  ids: [isFunction, '() => UUID'],
  timers: [has(methodsOf.timers), '{ now, after }'],
  logger: [has(methodsOf.logger), '{ debug, info, warn, error }'],
  tracer: [has(methodsOf.tracer), '{ run }'],
  staffNotices: [has(methodsOf.staffNotices), '{ deliver, hours?, atMost? }'],
  namespace: [
    isNamespace,
    `'' / [A-Za-z0-9_.:/-]{1,64}, ≠ ${streamKinds.map((kind) => `${kind}-`).join(' ')}`,
  ],
};

const required = ['store', 'keys', 'provider'];

/** Throws `option-invalid` for a value that an option does not take, and for one that cannot be looked at. */
const mustFit = (option: string, value: unknown, fits: (value: unknown) => boolean, form: string): void => {
  if (!lookedAt(option, () => fits(value))) throw unsupported(option, value, form);
};

const checkRequired = (options: object, option: 'store' | 'keys'): void => {
  const value = memberOf(options, option);
  if (value === undefined || value === null || value === '') throw missingOption(option, known[option]);
  if (typeof value !== 'string') mustFit(option, value, isPart(methodsOf[option]), known[option]);
};

/** Options that another one leaves without effect are refused: a host that set them counts on them. */
const checkTogether = (options: object): void => {
  const store = memberOf(options, 'store');
  if (memberOf(options, 'readOnly') === true && !(typeof store === 'string' && store.startsWith('sqlite:')))
    throw readOnlyElsewhere();
  const projections = memberOf(options, 'projections');
  if (memberOf(options, 'rows') === 'none' && Array.isArray(projections) && projections.length > 0)
    throw projectionsWithoutRows();
};

/**
 * Looks at everything that `openQuejas` was given before anything is opened, as a host without a compiler needs it, and
 * gives the options as they were read. Throws `option-invalid`, with the option's name and what it takes.
 */
export const checkOptions = <Given extends object>(given: Given): Given => {
  mustBeObject('openQuejas', given, '{ store, keys, provider }');
  const options = mustKnow('openQuejas', given, [...required, ...Object.keys(optional)]);
  checkRequired(options, 'store');
  checkRequired(options, 'keys');
  if (memberOf(options, 'provider') === undefined) throw missingOption('provider', 'conectared, emenet, …');
  for (const [option, [fits, form]] of Object.entries(optional)) {
    const value = memberOf(options, option);
    if (value !== undefined) mustFit(option, value, fits, form);
  }
  checkTogether(options);
  return options;
};

const shipped: readonly unknown[] = [conectared, emenet];

/** A profile whose file left nothing out and has no hours in prose. */
const isWhole = ({ provenance, folio, channels }: ProviderProfile): boolean =>
  Array.isArray(provenance) &&
  Array.isArray(folio.alsoCalled) &&
  channels.every(({ hours }) => typeof hours === 'object');

/** A profile that was looked at, from one as its JSON file holds it. Throws `option-invalid` for what is none. */
export const checkedProfile = async (provider: ProviderProfile): Promise<ProviderProfile> => {
  if (shipped.includes(provider)) return provider;
  const read = copyOfOption('provider', provider);
  const fits = schemaErrors(providerProfileSchema, read).length === 0;
  if (fits && isWhole(read) && checkProfile(read).length === 0) return read;
  const { loadProfile } = await import('../application/provider/load-profile.js');
  const loaded = loadProfile(read);
  if (!loaded.ok) throw noProvider(loaded.faults);
  return loaded.profile;
};
