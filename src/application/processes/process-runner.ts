import type { ComplaintEventType } from '../../domain/complaint/events.js';
import { isComplaintEvent } from '../../domain/complaint/evolve.js';
import { asSystem } from '../commands/actors.js';
import type { ComplaintCommandService, LaterCommand } from '../commands/complaint-commands.js';
import { reasonOf } from '../errors/reason-of.js';
import { storeError } from '../errors/store-error.js';
import { scopeOf } from '../identity/scope.js';
import { idInStream, prefixOf } from '../identity/stream-name.js';
import type { Checkpoints } from '../ports/checkpoints.js';
import type { Clock } from '../ports/clock.js';
import type { EventFeed } from '../ports/event-feed.js';
import type { EventStore, Position, StoredEvent } from '../ports/event-store.js';
import type { Logger } from '../ports/logger.js';
import type { Timers } from '../ports/timers.js';
import { processCommandId } from './command-id.js';
import type { Lookups, ProcessDefinition, Reaction, Trigger } from './define-process.js';
import { feedConsumer, type FeedConsumer, type NewEvents } from './feed-consumer.js';

export interface ProcessRunnerParts {
  readonly store: EventStore;
  readonly feed: EventFeed;
  readonly namespace: string;
  /** Only events of this provider are reacted to. */
  readonly provider: string;
  readonly checkpoints: Checkpoints;
  readonly commands: Pick<ComplaintCommandService, 'submitTo'>;
  /** What a process may look up about this event. */
  readonly lookups: (event: StoredEvent) => Lookups;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
  /** Whether the program closes: a run over a long history ends then, and goes on the next time. */
  readonly isClosing?: () => boolean;
}

/** Events that a process may pass without anything to do before it writes its checkpoint all the same. */
const mostUnwritten = 1_000;

const reactionTo = async <T extends ComplaintEventType>(
  on: { readonly [K in T]?: Reaction<K> },
  event: Trigger<T>,
  lookups: Lookups,
): Promise<readonly LaterCommand[]> => (await on[event.type]?.(event, lookups)) ?? [];

/** Runs a process over the events of a store, from its own checkpoint on. */
export const processRunner = (definition: ProcessDefinition, parts: ProcessRunnerParts): FeedConsumer => {
  const { store, feed, namespace, provider, checkpoints, commands, lookups, clock, timers, logger } = parts;
  const { name, on } = definition;
  const by = asSystem(name);
  const checkpoint = `${scopeOf(namespace, provider)}|${name}`;
  let written: Position | undefined;
  let unwritten = 0;

  const write = async (position: Position): Promise<void> => {
    await checkpoints.write(checkpoint, position);
    written = position;
    unwritten = 0;
  };

  const submit = async (event: StoredEvent, command: LaterCommand, level: number): Promise<void> => {
    const { id, stream, recordedAt, metadata } = event;
    const complaint = idInStream(stream);
    const commandId = processCommandId({
      process: name,
      complaint,
      trigger: id,
      cycle: 1,
      level,
      at: recordedAt,
    });
    const meta = { commandId, correlationId: metadata.correlationId, causationId: id };
    const result = await commands.submitTo({ complaint }, command, by, meta, clock());
    // Every other refusal is an outcome: asked again, the answer would be the same.
    if (!result.ok && result.code === 'too-busy')
      throw storeError('store-unavailable', { reason: result.code });
  };

  const asksFor = async (event: StoredEvent): Promise<readonly LaterCommand[]> => {
    if (event.metadata.provider !== provider || !isComplaintEvent(event)) return [];
    return reactionTo(on, event, lookups(event));
  };

  const consume = async ({ events, position }: NewEvents): Promise<void> => {
    let asked = 0;
    for (const event of events) {
      const wanted = await asksFor(event);
      for (const [level, command] of wanted.entries()) await submit(event, command, level);
      asked += wanted.length;
    }
    unwritten += events.length;
    if (asked > 0 || unwritten >= mostUnwritten) await write(position);
  };

  const consumer = feedConsumer({
    name,
    store,
    feed,
    prefixes: [prefixOf(namespace, 'complaint')],
    types: Object.keys(on),
    timers,
    logger,
    ...(parts.isClosing && { isClosing: parts.isClosing }),
    checkpoint: async () => (written = await checkpoints.read(checkpoint)),
    consume,
  });

  return {
    ...consumer,
    stop: async () => {
      await consumer.stop();
      const { position } = consumer.health();
      if (position === undefined || position === written) return;
      // Nothing is lost where this fails: the events are seen again, and what they led to is known.
      await write(position).catch((fault: unknown) => {
        logger.warn('checkpoint not written', { process: name, reason: reasonOf(fault) });
      });
    },
  };
};
