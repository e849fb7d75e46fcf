import type { EventStore, Position } from '../application/ports/event-store.js';
import type { Projection } from '../application/ports/projection.js';
import type { Checkpoint, ProjectedRows } from '../application/ports/projected-rows.js';
import type { Projector, ProjectorHealth } from '../application/ports/projector.js';
import {
  readUnavailable,
  storeError,
  storeErrorSaying,
  type StoreErrorCode,
} from '../application/errors/store-error.js';
import type { Timers } from '../application/ports/timers.js';
import { codeOf } from '../application/errors/code-of.js';
import { pausedFault } from '../projections/runtime/feed-run.js';
import { isSame } from '../projections/runtime/projection-ref.js';
import { inTime } from './in-time.js';

/** Whose rows are asked for. */
export type AskedProjection = Pick<Projection, 'name' | 'version'>;

/** Makes sure that rows hold what this process has stored before they are read. */
export interface FreshRows {
  /**
   * Ends when the rows of these projections are fit to be read. Throws `rows-behind`, `rows-paused`, `rows-absent`,
   * `store-unavailable`. Another projection that is paused or behind stops nothing.
   */
  readonly ready: (projections: readonly AskedProjection[]) => Promise<void>;
  /** Ends when the rows of these projections have everything up to this position. Throws as `ready` does. */
  readonly reached: (position: Position, projections: readonly AskedProjection[]) => Promise<void>;
  /** The same, within so many milliseconds. Throws `rows-behind` also where the store has no such position. */
  readonly within: (
    milliseconds: number,
    position: Position,
    projections: readonly AskedProjection[],
  ) => Promise<void>;
  /** Ends when the rows have met the end of the store, however long that takes, unless nothing moves. */
  readonly caughtUp: () => Promise<void>;
  /** The same store; what is stored through it is waited for. */
  readonly heard: (store: EventStore) => EventStore;
}

/** For rows of a host's own, that are written with the events, or that are not kept at all. */
export const alwaysFresh: FreshRows = {
  ready: () => Promise.resolve(),
  reached: () => Promise.resolve(),
  within: () => Promise.resolve(),
  caughtUp: () => Promise.resolve(),
  heard: (store) => store,
};

interface FreshRowsParts {
  readonly projector: Projector;
  readonly rows: Pick<ProjectedRows, 'rowCheckpoints'>;
  readonly timers: Timers;
  /** Milliseconds that a query waits for its rows. */
  readonly timeout: number;
}

const unusable: readonly StoreErrorCode[] = ['store-unavailable', 'store-denied'];

const unusableStore = (code: StoreErrorCode, reason: string): Error =>
  code === 'store-unavailable' ? readUnavailable(reason) : storeError(code, { reason });

/** The store has said nothing yet: not even how far the rows are behind it. */
const isUnheard = ({ state, lagBytes, lagSeconds }: ProjectorHealth): boolean =>
  (state === 'connecting' || state === 'waiting') && lagBytes === null && lagSeconds === null;

/** That rows are behind, and by how much; or that another process holds them. */
const behindFault = ({ lastError, lagBytes }: ProjectorHealth, timeout: number): Error => {
  if (lastError?.code === 'rows-locked') return storeError('rows-locked');
  const [time, bytes] = [
    `${String(timeout / 1000)} s`,
    lagBytes === null ? undefined : `${String(lagBytes)} bytes`,
  ];
  const listed = (...parts: readonly (string | undefined)[]) =>
    parts.filter((each) => each !== undefined).join(', ');
  return storeErrorSaying(
    'rows-behind',
    { reason: listed(`> ${time}`, bytes, lastError?.code) },
    {
      es: listed(`más de ${time}`, bytes && `faltan ${bytes}`),
      en: listed(`more than ${time}`, bytes && `${bytes} missing`),
    },
  );
};

/** Why the rows are not where they should be: what ails the store, where that is all there is or all that is waited for. */
const lateFault = (health: ProjectorHealth, timeout: number, isQuery: boolean): Error => {
  const { lastError } = health;
  const unheard = isUnheard(health);
  const code = unusable.find((each) => each === lastError?.code);
  if (code !== undefined && (unheard || !isQuery)) return unusableStore(code, lastError?.message ?? code);
  if (unheard && lastError === undefined) return readUnavailable('no-answer');
  return behindFault(health, timeout);
};

/** The checkpoints of these projections. Throws `rows-absent` and `rows-paused`. */
const checkpointsOf = async (
  rows: Pick<ProjectedRows, 'rowCheckpoints'>,
  projections: readonly AskedProjection[],
): Promise<readonly Checkpoint[]> => {
  const found = await rows.rowCheckpoints();
  return projections.map(({ name, version }) => {
    const own = found.find((each) => isSame(each, { name, version, slot: 'live' }));
    if (own === undefined) throw storeError('rows-absent', { projection: name });
    if (own.fault !== undefined) throw pausedFault(own);
    return own;
  });
};

const areInline = (checkpoints: readonly Checkpoint[]): boolean =>
  checkpoints.every(({ isInline }) => isInline);

/**
 * Rows that a projector keeps. Where it is started, a query waits until it was caught up once, and has what this
 * process stored last (read your writes), but no longer than its time. Where it is not, the query itself brings the
 * rows up to the end of the store, however long that takes, unless nothing moves for that time.
 */
export const freshRows = ({ projector, rows, timers, timeout }: FreshRowsParts): FreshRows => {
  let last: Position | undefined;
  let waiting = 0;

  const fault = (isQuery: boolean) => () => lateFault(projector.health(), timeout, isQuery);

  const started = async (names: readonly string[]): Promise<void> => {
    await projector.ready(names);
    if (last !== undefined) await projector.reached(last, names);
  };

  const caughtUp = async (names?: readonly string[]): Promise<void> => {
    const progress = () => projector.health().position;
    waiting += 1;
    try {
      await inTime(projector.catchUp(names), {
        timers,
        milliseconds: timeout,
        fault: fault(false),
        progress,
      });
    } catch (error) {
      // A caller that gave up waiting leaves nothing running that others do not wait for.
      const isAlone = waiting === 1 && !projector.isStarted() && !projector.isRebuilding();
      if (isAlone) void projector.stop();
      throw error;
    } finally {
      waiting -= 1;
    }
  };

  const freshOf = async (
    projections: readonly AskedProjection[],
    inStep: (names: readonly string[]) => Promise<void>,
  ): Promise<void> => {
    if (areInline(await checkpointsOf(rows, projections))) return;
    const names = projections.map(({ name }) => name);
    try {
      await (projector.isStarted()
        ? inTime(inStep(names), { timers, milliseconds: timeout, fault: fault(true) })
        : caughtUp(names));
    } catch (error) {
      // A store that is only read has the rows it has.
      if (codeOf(error) !== 'store-read-only') throw error;
    }
    await checkpointsOf(rows, projections);
  };

  const haveReached = async (position: Position, projections: readonly AskedProjection[]): Promise<boolean> =>
    (await checkpointsOf(rows, projections)).every((each) => (each.position ?? '') >= position);

  return {
    ready: (projections) => freshOf(projections, started),
    reached: (position, projections) => freshOf(projections, (names) => projector.reached(position, names)),
    within: async (milliseconds, position, projections) => {
      const names = projections.map(({ name }) => name);
      if (!(await haveReached(position, projections)))
        await inTime(projector.isStarted() ? projector.reached(position, names) : projector.catchUp(names), {
          timers,
          milliseconds,
          fault: fault(true),
        });
      if (!(await haveReached(position, projections))) throw fault(true)();
    },
    caughtUp: () => caughtUp(),
    heard: (store) => ({
      capabilities: store.capabilities,
      read: (stream, options) => store.read(stream, options),
      readAll: (options) => store.readAll(options),
      head: () => store.head(),
      close: () => store.close(),
      append: async (request) => {
        const outcome = await store.append(request);
        if (outcome.kind === 'conflict') return outcome;
        projector.heard(outcome.position);
        if (last === undefined || outcome.position > last) last = outcome.position;
        return outcome;
      },
    }),
  };
};
