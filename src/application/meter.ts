import { codeOf } from './errors/code-of.js';
import type { TellCommand } from './commands/tell-command.js';
import type { EventStore } from './ports/event-store.js';
import type { Timers } from './ports/timers.js';

/** How long something took, over all times. */
export interface Durations {
  /** Upper bounds in seconds, each with how many were not above it. */
  readonly buckets: readonly (readonly [most: number, count: number])[];
  readonly count: number;
  /** Seconds. */
  readonly sum: number;
}

/** A number for each of some pairs of words. */
export interface Tally {
  readonly of: readonly [string, string];
  readonly count: number;
}

/** What this program has counted since it opened the store. */
export interface Counted {
  /** Commands by type and outcome: `accepted`, `duplicate`, `refused`, `failed`. */
  readonly commands: readonly Tally[];
  /** Refusals by type of command and code. */
  readonly refusals: readonly Tally[];
  /** Appends by outcome: `appended`, `duplicate`, `conflict`, `failed`; the second word is the code of a failure. */
  readonly appends: readonly Tally[];
  readonly events: number;
  readonly commandSeconds: Durations;
  readonly appendSeconds: Durations;
}

/** Counts commands and appends of one open store; nothing of what they are about. */
export interface Meter {
  readonly commands: (told: TellCommand) => TellCommand;
  readonly store: (store: EventStore) => EventStore;
  readonly counted: () => Counted;
}

/** Seconds. From an append in memory to a server that is asked again. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

const durations = () => {
  const counts = bounds.map(() => 0);
  let [count, sum] = [0, 0];
  return {
    add: (seconds: number): void => {
      count += 1;
      sum += seconds;
      for (let index = bounds.length - 1; index >= 0 && seconds <= (bounds[index] ?? 0); index -= 1)
        counts[index] = (counts[index] ?? 0) + 1;
    },
    read: (): Durations => ({
      buckets: bounds.map((most, index) => [most, counts[index] ?? 0] as const),
      count,
      sum,
    }),
  };
};

const tallies = () => {
  const found = new Map<string, { readonly of: readonly [string, string]; count: number }>();
  return {
    add: (...of: readonly [string, string]): void => {
      const key = of.join(' ');
      const tally = found.get(key);
      if (tally === undefined) found.set(key, { of, count: 1 });
      else tally.count += 1;
    },
    read: (): readonly Tally[] => [...found.values()].map(({ of, count }) => ({ of, count })),
  };
};

/** Begins to count at zero. */
export const createMeter = ({ now }: Pick<Timers, 'now'>): Meter => {
  const [commands, refusals, appends] = [tallies(), tallies(), tallies()];
  const [commandSeconds, appendSeconds] = [durations(), durations()];
  let events = 0;

  const timed = async <Result>(
    into: ReturnType<typeof durations>,
    work: () => Promise<Result>,
    failed: (code: string) => void,
  ): Promise<Result> => {
    const begun = now();
    try {
      return await work();
    } catch (error) {
      failed(codeOf(error) ?? 'unknown');
      throw error;
    } finally {
      into.add((now() - begun) / 1000);
    }
  };

  return {
    commands: (told) => async (type, work, by) => {
      const result = await timed(
        commandSeconds,
        () => told(type, work, by),
        () => commands.add(type, 'failed'),
      );
      if (result.ok) commands.add(type, result.duplicate ? 'duplicate' : 'accepted');
      else {
        commands.add(type, 'refused');
        refusals.add(type, result.code);
      }
      return result;
    },
    store: (store) => ({
      capabilities: store.capabilities,
      read: (stream, options) => store.read(stream, options),
      readAll: (options) => store.readAll(options),
      head: () => store.head(),
      close: () => store.close(),
      append: async (request) => {
        const outcome = await timed(
          appendSeconds,
          () => store.append(request),
          (code) => appends.add('failed', code),
        );
        appends.add(outcome.kind, '');
        if (outcome.kind === 'appended') events += request.events.length;
        return outcome;
      },
    }),
    counted: () => ({
      commands: commands.read(),
      refusals: refusals.read(),
      appends: appends.read(),
      events,
      commandSeconds: commandSeconds.read(),
      appendSeconds: appendSeconds.read(),
    }),
  };
};
