import type {
  AppendRequest,
  EventStore,
  NewEvent,
  ReadAllOptions,
  StoredEvent,
} from '../../../src/application/ports/event-store.js';
import type { Projection } from '../../../src/application/ports/projection.js';
import { memoryEventStore, type MemoryEventStore } from '../../../src/infrastructure/memory/index.js';
import type { Subject } from '../../../src/testing/event-store-contract/index.js';

/** A store with one fault, and the laws that must find it. */
export interface BrokenStore {
  readonly fault: string;
  readonly foundBy: readonly string[];
  readonly make: (inline?: readonly Projection[]) => Subject;
}

type Spoil = (store: EventStore, inline?: readonly Projection[]) => Partial<EventStore>;

/** A store in memory that outlives its closing, as a file does, and does one thing wrong. */
const lasting = (inner: MemoryEventStore, spoil: Spoil, inline?: readonly Projection[]): Subject => {
  let closed = false;
  let pending: Promise<unknown> = Promise.resolve();
  const open =
    <Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) =>
    (...given: Given): Promise<Result> => {
      const result = closed
        ? Promise.reject(Object.assign(new Error('closed'), { code: 'store-closed' }))
        : work(...given);
      const settled = result.catch(() => undefined);
      pending = pending.then(() => settled);
      return result;
    };
  const spoiled = spoil(inner, inline);
  const { append, read, readAll, head, capabilities } = { ...inner, ...spoiled };
  const store: EventStore = {
    capabilities,
    append: open(append),
    read: open(read),
    readAll: open(readAll),
    head: open(head),
    close: async () => {
      closed = true;
      await (spoiled.close === undefined ? pending : spoiled.close());
    },
  };
  return { store, projected: inner, reopen: () => Promise.resolve(lasting(inner, spoil, inline)) };
};

/** A sound store, made like the broken ones: what the laws find is the fault, not the making. */
export const soundStore = (inline?: readonly Projection[]): Subject =>
  lasting(memoryEventStore({ inline }), () => ({}), inline);

const broken = (fault: string, foundBy: readonly string[], spoil: Spoil): BrokenStore => ({
  fault,
  foundBy,
  make: (inline) => lasting(memoryEventStore({ inline }), spoil, inline),
});

type ChangeEvent = (event: StoredEvent) => StoredEvent;

/** Gives back other events than those that are stored. */
const givingBack =
  (change: ChangeEvent): Spoil =>
  ({ read, readAll }) => ({
    read: async (stream, options) => (await read(stream, options)).map(change),
    readAll: async (options) => {
      const page = await readAll(options);
      return { ...page, events: page.events.map(change) };
    },
  });

const readingAll =
  (
    change: (options: ReadAllOptions, readAll: EventStore['readAll']) => ReturnType<EventStore['readAll']>,
  ): Spoil =>
  ({ readAll }) => ({ readAll: (options) => change(options, readAll) });

const appending =
  (change: (request: AppendRequest, store: EventStore) => ReturnType<EventStore['append']>): Spoil =>
  (store) => ({ append: (request) => change(request, store) });

const renamed = (request: AppendRequest, commandId: string): AppendRequest => {
  const rename = (event: NewEvent): NewEvent => ({ ...event, metadata: { ...event.metadata, commandId } });
  const [first, ...rest] = request.events;
  return { ...request, commandId, events: [rename(first), ...rest.map(rename)] };
};

const meets = ({ expect }: AppendRequest, revision: number): boolean =>
  expect === 'any' ||
  (expect === 'none' && revision === -1) ||
  (expect === 'exists' && revision >= 0) ||
  expect === revision;

const positionBefore = (position: string): string => String(Number(position) - 1).padStart(16, '0');

let count = 0;

const conflict = 'a conflict with the actual revision';
const oneOrder = 'calls at the same time answer as if they had come one after the other';

export const brokenStores: readonly BrokenStore[] = [
  broken(
    'ignores what is expected',
    [
      `an append that expects none of a stream of 2 is ${conflict}`,
      'of many creators at once exactly one wins',
      oneOrder,
    ],
    appending((request, { append }) => append({ ...request, expect: 'any' })),
  ),
  broken(
    'takes a revision for any revision',
    [`an append that expects 0 of a stream of 2 is ${conflict}`, oneOrder],
    appending((request, { append }) =>
      append({ ...request, expect: typeof request.expect === 'number' ? 'exists' : request.expect }),
    ),
  ),
  broken(
    'looks first and writes later, with others in between',
    ['of many creators at once exactly one wins', oneOrder],
    appending(async (request, { read, append }) => {
      const revision = (await read(request.stream)).length - 1;
      await Promise.resolve();
      return append(meets(request, revision) ? { ...request, expect: 'any' } : request);
    }),
  ),
  broken(
    'does not say the actual revision',
    [`an append that expects 0 of a stream of 2 is ${conflict}`],
    appending(async (request, { append }) => {
      const outcome = await append(request);
      return outcome.kind === 'conflict' ? { kind: 'conflict', actual: 'none' } : outcome;
    }),
  ),
  broken(
    'forgets its ledger',
    ['a command sent again is answered with the place that it took, and stored once', oneOrder],
    appending((request, { append }) => {
      count += 1;
      return append(renamed(request, `${request.commandId}-${String(count)}`));
    }),
  ),
  broken(
    'asks what is expected before it looks into the ledger',
    ['a command sent again is a duplicate whatever it expects by now'],
    appending(async (request, { read, append }) => {
      const revision = (await read(request.stream)).length - 1;
      return meets(request, revision)
        ? append(request)
        : { kind: 'conflict', actual: revision === -1 ? 'none' : revision };
    }),
  ),
  {
    fault: 'forgets its ledger when it is opened anew',
    foundBy: [
      'a command is remembered when the store is opened anew',
      'a caller that never heard the answer sends the command again and finds it stored once',
    ],
    make: (inline) => {
      const inner = memoryEventStore({ inline });
      const opened = (run: number): Subject => {
        const spoil = appending((request, { append }) =>
          append(renamed(request, `${request.commandId}-${String(run)}`)),
        );
        return { ...lasting(inner, spoil, inline), reopen: () => Promise.resolve(opened(run + 1)) };
      };
      return opened(0);
    },
  },
  broken(
    'knows one ledger for all streams',
    ['the same command id on another stream is another command'],
    (store) => {
      const seen = new Map<string, string>();
      return {
        append: (request) => {
          const stream = seen.get(request.commandId) ?? request.stream;
          seen.set(request.commandId, stream);
          return store.append({ ...request, stream });
        },
      };
    },
  ),
  broken(
    'tears an append apart',
    ['the events of one append stand together in the stream and in the whole store'],
    appending(async (request, { append }) => {
      const [first, ...rest] = request.events;
      if (rest.length === 0) return append(request);
      let outcome = await append(alone(request, first, request.expect));
      for (const event of rest) {
        if (outcome.kind !== 'appended') return outcome;
        outcome = await append(alone(request, event, 'exists'));
      }
      return outcome;
    }),
  ),
  broken(
    'gives a place twice',
    ['positions grow, sort as texts, and are the same wherever an event is met'],
    givingBack((event) =>
      Number(event.position) % 2 === 0 ? { ...event, position: positionBefore(event.position) } : event,
    ),
  ),
  broken(
    'counts positions in texts that do not sort',
    ['positions grow, sort as texts, and are the same wherever an event is met'],
    givingBack((event) => ({ ...event, position: String(Number(event.position)) })),
  ),
  broken(
    'reads a stream in another order',
    ['a stream is read in the order in which it was written, with revisions from 0 without a gap'],
    ({ read }) => ({ read: async (stream, options) => [...(await read(stream, options))].reverse() }),
  ),
  broken(
    'reads the store in the order of its streams',
    ['positions grow, sort as texts, and are the same wherever an event is met'],
    readingAll(async (options, readAll) => {
      const page = await readAll(options);
      return { ...page, events: [...page.events].sort((a, b) => (a.stream < b.stream ? -1 : 1)) };
    }),
  ),
  broken(
    'begins with the given position',
    ['reading goes on with the event after the given position, neither with it nor beyond'],
    readingAll((options, readAll) =>
      readAll(options.after === undefined ? options : { ...options, after: positionBefore(options.after) }),
    ),
  ),
  broken(
    'leaves out the event after the given position',
    ['reading goes on with the event after the given position, neither with it nor beyond'],
    readingAll(async (options, readAll) => {
      if (options.after === undefined) return readAll(options);
      const { next } = await readAll({ after: options.after, limit: 1 });
      return readAll({ ...options, after: next });
    }),
  ),
  broken(
    'says too early that the end is reached',
    [
      'every event is read exactly once, however the pages fall',
      'a page says where to go on and whether that is the end',
    ],
    readingAll(async (options, readAll) => ({ ...(await readAll(options)), caughtUp: true })),
  ),
  broken(
    'takes its filters for wild cards',
    ['a filter on types and on how streams begin leaves just what fits, with no wild cards, to the end'],
    readingAll((options, readAll) =>
      readAll({ ...options, prefixes: options.prefixes?.map((prefix) => prefix.replace(/[%*_].*/, '')) }),
    ),
  ),
  broken(
    'leaves out what happened at the very instant',
    ['as of a date: what had happened by then, and what was known by then, the very instant too'],
    ({ read }) => ({
      read: async (stream, options = {}) =>
        (await read(stream, options)).filter(({ occurredAt }) => occurredAt !== options.at),
    }),
  ),
  broken(
    'takes when it happened for when it was known',
    ['as of a date: what had happened by then, and what was known by then, the very instant too'],
    ({ read }) => ({
      read: async (stream, { knownAt, ...options } = {}) =>
        (await read(stream, options)).filter(
          ({ occurredAt }) => knownAt === undefined || occurredAt <= knownAt,
        ),
    }),
  ),
  broken(
    'overwrites what caused an event',
    ['an event comes back as it was given: data, sealed values, times, correlation and causation, any text'],
    givingBack((event) => ({
      ...event,
      metadata: { ...event.metadata, causationId: event.metadata.correlationId },
    })),
  ),
  broken(
    'keeps another form of the same letters',
    ['an event comes back as it was given: data, sealed values, times, correlation and causation, any text'],
    givingBack((event) => ({
      ...event,
      metadata: { ...event.metadata, actor: event.metadata.actor.normalize() },
    })),
  ),
  broken(
    'takes streams for the same that differ in case',
    ['streams whose names differ in case, accents, spaces or signs are different streams'],
    appending((request, { append }) => append({ ...request, stream: request.stream.toLowerCase() })),
  ),
  broken(
    'hands out what it holds',
    ['what is stored stays as it is though the caller changes what was given or what was read'],
    ({ read }) => {
      const held = new Map<string, StoredEvent>();
      return {
        read: async (stream, options) =>
          (await read(stream, options)).map((event) => {
            const known = held.get(event.position) ?? event;
            held.set(event.position, known);
            return known;
          }),
      };
    },
  ),
  broken(
    'swallows what it cannot store',
    [
      'an event of 60,000 canonical bytes is stored, one of a byte more is refused and leaves nothing',
      'what is malformed, or would not come back from JSON as it is, is refused and leaves nothing',
    ],
    appending((request, { append }) =>
      append(request).catch(() => ({ kind: 'appended' as const, revision: 0, position: '0000000000000001' })),
    ),
  ),
  broken(
    'does not wait for what was begun when it is closed',
    ['close() drains 600 appends that were begun, each with its outcome, and refuses one begun after it'],
    ({ append }) => ({
      append: async (request) => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        return append(request);
      },
      close: () => Promise.resolve(),
    }),
  ),
  {
    fault: 'gives a projection events without their metadata',
    foundBy: ['a projection is given every event once, in order, as it is read afterwards'],
    make: (inline = []) =>
      soundStore(
        inline.map((projection) => ({
          ...projection,
          changes: (projected) => {
            const { event } = projected;
            const metadata = { ...event.metadata, source: undefined };
            return projection.changes({ ...projected, event: { ...event, metadata } });
          },
        })),
      ),
  },
  {
    fault: 'leaves out what a projection cannot take, and says nothing',
    foundBy: [
      'a projection that fails is paused where it was, with the event and the reason; every append is stored and every other projection goes on',
    ],
    make: (inline = []) =>
      soundStore(
        inline.map((projection) => ({
          ...projection,
          changes: (projected) => {
            try {
              return projection.changes(projected);
            } catch {
              return [];
            }
          },
        })),
      ),
  },
];

const alone = (request: AppendRequest, event: NewEvent, expect: AppendRequest['expect']): AppendRequest => {
  const commandId = `${request.commandId}-${String(event.metadata.index)}`;
  return {
    ...request,
    expect,
    commandId,
    events: [{ ...event, metadata: { ...event.metadata, commandId, index: 0, commandSize: 1 } }],
  };
};
