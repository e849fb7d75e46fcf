import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCommandType } from '../../../src/application/commands/parse-command.js';
import * as library from '../../../src/index.js';
import { defineProjection, given } from '../../../src/projections/index.js';
import { sampleInputs } from '../../application/commands/sample-inputs.js';

const { asCustomerService, asRulingOfficer, asTechnicalLead, conectared, openQuejas } = library;
type Quejas = library.Quejas;

export const staff = asCustomerService('cs-1');

/** A function that hosts call, and arguments that hold, told as plain data. */
export interface Door {
  readonly call: (...given: never[]) => unknown;
  readonly given: readonly unknown[];
}

const definition = {
  name: 'by-channel',
  version: 1,
  columns: { channel: 'text', filed: 'integer' },
  key: ['channel'],
  indexes: [['filed']],
  failurePolicy: 'pause',
  on: { Filed: () => undefined },
  onEvery: () => undefined,
} as const;

export const byChannel = defineProjection(definition);

type Methods = {
  [Name in keyof Quejas as Quejas[Name] extends Door['call'] ? Name : never]: readonly unknown[];
};

/** The arguments of every method of the façade: one that is left out does not compile. */
export const facade = (folio: string): Methods => ({
  file: [sampleInputs.file, staff, { correlationId: 'c-1' }],
  execute: [{ type: 'addNote', folio, input: sampleInputs.addNote }, staff, { expectedRevision: 1 }],
  complaint: [folio],
  show: [folio, staff, { at: '2026-03-02T16:00:00Z', knownAt: '2026-03-02T16:00:00Z' }],
  clocks: [folio, staff, { at: '2026-03-02T16:00:00Z', language: 'en' }],
  sla: [{ at: '2026-03-02T16:00:00Z' }],
  calendars: [],
  procedure: [{ language: 'en' }],
  notice: [folio, 'folio', staff, { language: 'en' }],
  notices: [{ limit: 5, channels: ['email'] }, staff],
  find: [{ contract: 'c-1' }, staff, { limit: 5 }],
  requestsOf: ['s-1', staff, { limit: 5 }],
  queue: [{ area: 'billing' }, staff, { limit: 5, holder: 'cs-1' }],
  rows: [byChannel],
  totals: [],
  events: [{ limit: 5, types: ['Filed'], folio }],
  eventsOfFiling: ['c-1'],
  couldHaveAsked: [[{ type: 'Filed', sealed: { 's-1': 'x' } }], { 's-1': 'digest' }],
  acceptLoss: ['lost for good'],
  start: [],
  stop: [],
  histories: [{ limit: 5, asOf: '2026-03-02T16:00:00Z', at: '2026-03-02T16:00:00Z' }],
  projections: [],
  metrics: [],
  pauseProjection: ['by-channel', { version: 1 }],
  resumeProjection: ['by-channel', { version: 1 }],
  replayProjection: ['by-channel', { version: 1, onProgress: () => undefined }],
  rebuildProjection: ['by-channel', { version: 1, onProgress: () => undefined }],
  switchProjection: ['by-channel', 1],
  cancelRebuild: ['by-channel', { version: 1 }],
  dropProjection: ['by-channel', 1, { live: false }],
  verifyProjection: ['by-channel', { version: 1 }],
  parkedEvents: ['by-channel', { limit: 5 }],
  waitFor: ['0', { projections: ['by-channel'], timeout: 0 }],
  rebuildContacts: [],
  catchUp: [],
  runProcesses: [],
  runDue: [{ now: '2026-03-02T16:00:00Z', dryRun: true, onProgress: () => undefined }],
  nextWakeAt: [],
  health: [],
  close: [],
});

export const rowsDoors: Readonly<Record<string, readonly unknown[]>> = {
  find: [{ channel: 'phone' }],
  page: [
    {
      where: { channel: { in: ['phone'] }, filed: { '>': 0 } },
      orderBy: [{ descending: 'filed' }],
      limit: 5,
    },
  ],
  count: [{ channel: 'phone' }, { atMost: 5 }],
  groups: [{ by: ['channel'], where: { channel: { present: true } }, sums: ['filed'] }],
};

const order = {
  commandId: 'o-1',
  outage: 'out-1',
  cause: { causes: ['cut-fibre'] },
  ruling: { outcome: 'upheld', reasons: 'x' },
};
const outageStaff = {
  customerService: staff,
  technicalLead: asTechnicalLead('rt-1'),
  rulingOfficer: asRulingOfficer('ro-1'),
};

const opening = {
  store: 'memory:',
  keys: 'memory:',
  rows: 'memory:',
  provider: { id: 'p', folio: {} },
  projections: [byChannel],
  staffNotices: { deliver: () => Promise.resolve(), hours: { id: 'h', week: [] }, atMost: 5 },
  logger: library.silentLogger,
  namespace: '',
  rowsTimeout: 100,
};

const openedAndClosed = async (...options: Parameters<typeof openQuejas>): Promise<void> => {
  await (await openQuejas(...options)).close();
};

/** Every function that the entry exports, by name. */
export const exported = (quejas: Quejas): Readonly<Record<string, Door>> => {
  const people = Object.entries(library).filter(([name]) => /^as[A-Z]/.test(name));
  const asPeople = people.flatMap(([name, call]) =>
    typeof call === 'function'
      ? [[name, { call, given: ['a-1', { party: 's-1', area: 'billing' }] }] as const]
      : [],
  );
  return {
    ...Object.fromEntries(asPeople),
    openQuejas: { call: openedAndClosed, given: [opening] },
    attendOutage: {
      call: (wanted: never, by: never, options: never) => library.attendOutage(quejas, wanted, by, options),
      given: [order, outageStaff, { concurrency: 2 }],
    },
    recomputeOpen: {
      call: (wanted: never, by: never, options: never) => library.recomputeOpen(quejas, wanted, by, options),
      given: [{ commandId: 'r-1', reason: 'policy-changed', calendars: ['a@1'] }, staff, { concurrency: 2 }],
    },
    copyStore: {
      call: library.copyStore,
      given: [{ from: { readAll: 1, head: 1 }, to: {}, prefixes: ['complaint-'] }],
    },
    restoreStore: {
      call: library.restoreStore,
      given: ['/nowhere/a.db', '/nowhere/b.db', { replace: true }],
    },
    backUpKeys: {
      call: library.backUpKeys,
      given: [{ path: '/nowhere/k.db', masterKey: 'env:NONE' }, '/nowhere/b.db', { replace: true }],
    },
    checkKeys: { call: library.checkKeys, given: [{ path: '/nowhere/k.db' }] },
    restoreKeys: {
      call: library.restoreKeys,
      given: ['/nowhere/b.db', { path: '/nowhere/k.db' }, { replace: true }],
    },
    rotateKeys: { call: library.rotateKeys, given: [{ path: '/nowhere/k.db' }, 'env:NEXT'] },
    exportAnalytics: {
      // Of a host whose store cannot be read: nothing is left behind.
      call: (options: never) =>
        library.exportAnalytics(
          { provider: conectared, histories: () => quejas.histories({ limit: 0 }) },
          join(tmpdir(), `quejas-doors-${String(process.pid)}`),
          options,
        ),
      given: [{ at: '2026-03-02T16:00:00Z', onProgress: () => undefined }],
    },
    readModelProjector: { call: library.readModelProjector, given: [[byChannel]] },
    isCodedError: { call: library.isCodedError, given: [{ code: 'x', kind: 'invalid', text: {} }] },
    isStoreError: { call: library.isStoreError, given: [{ code: 'x', kind: 'invalid', text: {} }] },
    parseStoreUrl: { call: library.parseStoreUrl, given: ['memory:'] },
    parseKeysUrl: { call: library.parseKeysUrl, given: ['memory:'] },
    parseRowsUrl: { call: library.parseRowsUrl, given: ['memory:'] },
    prefixesOf: { call: library.prefixesOf, given: [''] },
  };
};

/** A test of a read model that fails has found other rows: that is its answer. */
const tried = (test: () => void): void => {
  try {
    test();
  } catch (error) {
    const isAnswer = error instanceof Error && error.message.includes('the rows are not those expected');
    if (!isAnswer) throw error;
  }
};

export const projectionDoors: Readonly<Record<string, Door>> = {
  defineProjection: { call: defineProjection, given: [definition] },
  given: {
    call: (event: never) => {
      tried(() => {
        given(event).then(byChannel, []);
      });
    },
    given: [{ type: 'Filed', data: { channel: 'phone' }, complaint: 1, occurredAt: '2026-03-02T16:00:00Z' }],
  },
  'given, then': {
    call: (projection: never, rows: never) => {
      tried(() => {
        given().then(projection, rows);
      });
    },
    given: [byChannel, [{ channel: 'phone', filed: 1 }]],
  },
};

export const functionsOf = (owner: object): readonly (readonly [string, Door['call']])[] =>
  Object.entries(owner).filter((entry): entry is [string, Door['call']] => typeof entry[1] === 'function');

export const doorsOf = (
  owner: object,
  known: Readonly<Record<string, readonly unknown[]>>,
): Readonly<Record<string, Door>> =>
  Object.fromEntries(functionsOf(owner).map(([name, call]) => [name, { call, given: known[name] ?? [] }]));

export const commandDoors = (quejas: Quejas, folio: string): Readonly<Record<string, Door>> => {
  const doors: Record<string, Door> = {};
  for (const [name, call] of functionsOf(quejas.complaint(folio)))
    if (isCommandType(name)) doors[name] = { call, given: [sampleInputs[name], staff, { source: 'x' }] };
  return doors;
};

export const outcomeOf = async ({ call }: Door, args: readonly unknown[]): Promise<unknown> => {
  try {
    const result: unknown = await Reflect.apply(call, undefined, args);
    return { result };
  } catch (thrown) {
    return { thrown };
  }
};

/** A Quejas in memory, and the folio of its only case. */
export const withOneCase = async (): Promise<{ readonly quejas: Quejas; readonly folio: string }> => {
  const parts = { store: 'memory:', keys: 'memory:', provider: conectared } as const;
  const quejas = await openQuejas({ ...parts, projections: [byChannel] });
  const input = { kind: 'fault', channel: 'phone', subscriber: { ref: 's-1' }, description: 'x' } as const;
  const filed = await quejas.file({ commandId: 'f-1', ...input }, staff);
  if (!filed.ok) throw new Error(filed.code);
  return { quejas, folio: filed.folio };
};
