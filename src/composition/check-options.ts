import { streamKinds } from '../application/identity/stream-name.js';
import type { EventStore } from '../application/ports/event-store.js';
import type { KeyVault } from '../application/ports/key-vault.js';
import type { Logger } from '../application/ports/logger.js';
import type { ProjectedRows } from '../application/ports/projected-rows.js';
import type { StaffNotifier } from '../application/ports/staff-notices.js';
import type { Timers } from '../application/ports/timers.js';
import type { Tracer } from '../application/ports/tracer.js';
import { checkProfile } from '../application/provider/checks.js';
import { hasShape } from '../application/provider/has-shape.js';
import { providerProfileSchema } from '../application/provider/schema.js';
import { conectared } from '../domain/provider/conectared.js';
import { emenet } from '../domain/provider/emenet.js';
import type { ProviderProfile } from '../domain/provider/profile.js';
import { missingOption, mustKnow, unsupported } from '../application/errors/option-faults.js';
import { noProvider } from './option-faults.js';

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

const projectionsOption = [
  (value: unknown): boolean => Array.isArray(value) && value.every(isProjection),
  '[defineProjection(…)]',
] as const;

const isProjection = (value: unknown): boolean =>
  has(['changes'])(value) && typeof memberOf(memberOf(value, 'table'), 'name') === 'string';

/** Throws `option-invalid` for what is no list of read models. */
export const checkProjections = (given: unknown): void => {
  const [fits, form] = projectionsOption;
  if (!fits(given)) throw unsupported('projections', given, form);
};

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const isFunction = (value: unknown): boolean => typeof value === 'function';

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
  rows: [(value) => typeof value === 'string' || has(methodsOf.rows)(value), known.rows],
  projections: projectionsOption,
  rowsTimeout: [
    (value) => typeof value === 'number' && value >= 0 && value <= longestTimeout,
    '5000 (ms, 0..2147483647)',
  ],
  mustExist: [isBoolean, 'true, false'],
  readOnly: [(value) => isBoolean(value) || value === 'if-needed', `true, false, 'if-needed'`],
  clock: [isFunction, '() => …'],
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

const checkRequired = (options: unknown, option: 'store' | 'keys'): void => {
  const value = memberOf(options, option);
  if (value === undefined || value === null || value === '') throw missingOption(option, known[option]);
  if (typeof value !== 'string' && !has(methodsOf[option])(value))
    throw unsupported(option, value, known[option]);
};

/** Options that another one leaves without effect are refused: a host that set them counts on them. */
const checkTogether = (options: object): void => {
  const store = memberOf(options, 'store');
  if (memberOf(options, 'readOnly') === true && !(typeof store === 'string' && store.startsWith('sqlite:')))
    throw unsupported('readOnly', true, 'store: sqlite:PATH');
  if (memberOf(options, 'rows') === 'none' && memberOf(options, 'projections') !== undefined)
    throw unsupported('projections', memberOf(options, 'projections'), 'rows: inline, sqlite:PATH, memory:');
};

/**
 * Looks at everything that `openQuejas` was given before anything is opened, as a host without a compiler needs it.
 * Throws `option-invalid`, with the option's name and what it takes.
 */
export const checkOptions = (options: unknown): void => {
  if (typeof options !== 'object' || options === null)
    throw unsupported('openQuejas', options, '{ store, keys, provider }');
  checkRequired(options, 'store');
  checkRequired(options, 'keys');
  if (memberOf(options, 'provider') === undefined) throw missingOption('provider', 'conectared, emenet, …');
  mustKnow('openQuejas', options, [...required, ...Object.keys(optional)]);
  for (const [option, [fits, form]] of Object.entries(optional)) {
    const value = memberOf(options, option);
    if (value !== undefined && !fits(value)) throw unsupported(option, value, form);
  }
  checkTogether(options);
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
  if (hasShape(providerProfileSchema, provider) && isWhole(provider) && checkProfile(provider).length === 0)
    return provider;
  const { loadProfile } = await import('../application/provider/load-profile.js');
  const loaded = loadProfile(provider);
  if (!loaded.ok) throw noProvider(loaded.faults);
  return loaded.profile;
};
