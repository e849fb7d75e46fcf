import type { CommandResult } from '../../../src/application/commands/command-result.js';
import type { StoredEvent } from '../../../src/application/ports/event-store.js';
import { initialFacets } from '../../../src/domain/complaint/facets.js';
import type { CaseFull } from '../../../src/queries/case-view.js';
import type { Quejas } from '../../../src/composition/quejas.js';
import { conectared } from '../../../src/domain/provider/conectared.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import type { Opener, Place } from '../../../src/interfaces/cli/session/opener.js';

/** One call that reached the library. */
export interface Call {
  readonly name: string;
  readonly given: readonly unknown[];
}

export interface FakeQuejas {
  readonly opener: Opener;
  readonly calls: readonly Call[];
  readonly places: readonly Place[];
  readonly closed: () => number;
}

export const accepted: CommandResult = {
  ok: true,
  folio: 'CR-000001-5',
  revision: 1,
  position: '00000000000000000002',
  occurredAt: instantOf(0),
  events: [
    { type: 'Filed', revision: 0 },
    { type: 'FolioAssigned', revision: 1 },
  ],
  duplicate: false,
};

export const storedEvent = (n: number, over: Partial<StoredEvent> = {}): StoredEvent => ({
  id: `e-${n}`,
  stream: 'complaint-1',
  revision: n,
  position: String(n).padStart(20, '0'),
  type: 'NoteAdded',
  version: 1,
  occurredAt: instantOf(1_795_000_000_000 + n),
  recordedAt: instantOf(1_795_000_000_000 + n),
  zone: 'America/Mexico_City',
  data: { visibility: 'staff' },
  metadata: {
    commandId: `c-${n}`,
    index: 0,
    commandSize: 1,
    correlationId: `c-${n}`,
    causationId: `c-${n}`,
    actor: 'cs-7',
    role: 'customer-service',
    provider: 'conectared',
  },
  ...over,
});

/** A case as staff sees it, of which nothing is known but that it was filed. */
export const shownCase = (over: Partial<CaseFull> = {}): CaseFull => ({
  view: 'full',
  folio: 'CR-000123-0',
  status: 'acknowledged',
  revision: 0,
  ...initialFacets,
  subscriber: null,
  reporter: null,
  technician: null,
  owner: null,
  contract: null,
  channel: null,
  severity: null,
  area: null,
  receivedAt: null,
  history: [],
  ...over,
});

const absent = (name: string) => (): never => {
  throw new Error(`${name} is not played here`);
};

/** A library that only plays what a test says, and remembers what it was asked. */
export const fakeQuejas = (play: Partial<Quejas> = {}): FakeQuejas => {
  const calls: Call[] = [];
  const places: Place[] = [];
  let closed = 0;
  const quejas: Quejas = {
    provider: { ...conectared, areas: [{ id: 'facturacion', label: { es: 'f', en: 'b' }, purposes: [] }] },
    file: absent('file'),
    complaint: absent('complaint'),
    execute: ({ type, folio, input }, by) => {
      calls.push({ name: 'execute', given: [folio, type, input, by] });
      return Promise.resolve(accepted);
    },
    show: absent('show'),
    clocks: absent('clocks'),
    calendars: absent('calendars'),
    procedure: absent('procedure'),
    sla: absent('sla'),
    histories: absent('histories'),
    find: absent('find'),
    requestsOf: absent('requestsOf'),
    queue: absent('queue'),
    rows: () => absent('rows')(),
    totals: absent('totals'),
    notice: absent('notice'),
    notices: absent('notices'),
    events: absent('events'),
    eventsOfFiling: absent('eventsOfFiling'),
    couldHaveAsked: absent('couldHaveAsked'),
    store: {
      capabilities: { inlineRows: true, commitOrder: true },
      append: absent('append'),
      read: absent('read'),
      readAll: absent('readAll'),
      head: absent('head'),
      close: absent('close'),
    },
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    catchUp: () => Promise.resolve(),
    runProcesses: () => Promise.resolve(),
    projections: absent('projections'),
    pauseProjection: () => Promise.resolve(),
    resumeProjection: () => Promise.resolve(),
    replayProjection: () => Promise.resolve(),
    switchProjection: () => Promise.resolve(),
    dropProjection: () => Promise.resolve(),
    verifyProjection: absent('verifyProjection'),
    parkedEvents: absent('parkedEvents'),
    waitFor: () => Promise.resolve(),
    rebuildProjection: () => Promise.resolve(),
    cancelRebuild: () => Promise.resolve(),
    rebuildContacts: () => Promise.resolve({ filings: 0, readable: 0 }),
    metrics: absent('metrics'),
    runDue: absent('runDue'),
    nextWakeAt: absent('nextWakeAt'),
    acceptLoss: absent('acceptLoss'),
    health: () => ({
      store: { state: 'unmarked' },
      keys: { state: 'unasked' },
      rows: 'inline',
      projectors: [],
      projections: [],
      processes: [],
      deadlines: { state: 'unknown', reasons: [], nextWakeAt: null, oldestDue: null, oldestUntold: null },
    }),
    ...play,
    close: () => {
      closed += 1;
      return play.close?.() ?? Promise.resolve();
    },
  };
  return {
    calls,
    places,
    closed: () => closed,
    opener: {
      open: (place) => {
        places.push(place);
        return Promise.resolve(quejas);
      },
    },
  };
};
