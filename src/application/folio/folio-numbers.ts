import { hourMs } from '../../domain/kernel/durations.js';
import type { FolioCommand } from '../../domain/folio/commands.js';
import { folio as folioDecider } from '../../domain/folio/decider.js';
import { millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import { isFolioEvent } from '../../domain/folio/is-folio-event.js';
import { codedError, isCodedError } from '../errors/coded-error.js';
import { createExecutor, type Execution } from '../commands/execute-command.js';
import { refusalText } from '../commands/refusals.js';
import { derivedUuid, timeBits } from '../identity/uuid.js';
import { streamName } from '../identity/stream-name.js';
import type { Clock } from '../ports/clock.js';
import type { EventStore } from '../ports/event-store.js';
import type { Ids } from '../ports/ids.js';
import type { Codec } from '../schema/codec.js';
import { refuseAhead } from '../schema/wrong-clock.js';
import type { ServedProvider } from '../provider/served-provider.js';
import { createFolioAllocator, type FolioAllocator } from './allocator.js';
import { ownsPrefix } from './prefix-owner.js';

const lease = hourMs;

/** The numbers of one provider, and whether they may be its own. */
export interface FolioNumbers extends FolioAllocator {
  /**
   * Throws `folio-prefix-taken` where another provider in the store has the prefix. Where the store cannot be asked, the
   * first reservation asks again.
   */
  readonly checkPrefix: () => Promise<void>;
}

/**
 * The numbers of one provider for this process, reserved in blocks through the store (design: Folio). They are those of
 * its prefix, in one stream; a reservation throws `folio-prefix-taken` where another provider has it.
 */
export const createFolioNumbers = ({
  store,
  codec,
  clock,
  clockIsRight,
  ids,
  provider,
  namespace,
}: {
  readonly store: EventStore;
  readonly codec: Codec;
  readonly clock: Clock;
  /** Whether the clock is believed whatever was recorded before. */
  readonly clockIsRight: boolean;
  readonly ids: Ids;
  readonly provider: ServedProvider;
  readonly namespace: string;
}): FolioNumbers => {
  const { execute, load } = createExecutor(
    { decider: folioDecider, isEvent: isFolioEvent },
    // What another clock that was ahead left in this stream hinders no filing: no term counts from it.
    { store, codec, clockRefusal: clockIsRight ? undefined : refuseAhead },
  );
  const stream = streamName(namespace, 'folio', provider.folioPrefix);
  const holder = ids();
  let commands = 0;
  /** Made of the instant of the filing: ids in the order of time would read the clock a second time. */
  const commandIdAt = (now: Instant): string => {
    commands += 1;
    return derivedUuid(timeBits(millisecondsOf(now)), holder, String(commands));
  };
  const own = { store, namespace, provider: provider.id, prefix: provider.folioPrefix };
  let isOwn = false;
  const checkPrefix = async (): Promise<void> => {
    isOwn ||= await ownsPrefix(own);
  };

  const run = (command: FolioCommand, now: Instant): Promise<Execution> =>
    execute({
      stream,
      now,
      meta: {
        commandId: commandIdAt(now),
        actor: holder,
        role: 'system',
        provider: provider.id,
        zone: provider.zone,
      },
      command: () => command,
      context: () => ({ now, prefix: provider.folioPrefix }),
    });

  const failed = (execution: Extract<Execution, { ok: false }>) => {
    const { code, details } = execution;
    if (code === 'clock-ahead') return codedError(code, refusalText(code, details), details);
    return codedError(
      'folio-not-reserved',
      {
        es: 'No se pudo reservar un número de folio; intente de nuevo.',
        en: 'No folio number could be reserved; try again.',
      },
      { because: code, ...details },
    );
  };

  const allocator = createFolioAllocator({
    prefix: provider.folioPrefix,
    reserveBlock: async (size, now, rest) => {
      await checkPrefix();
      const execution = await run({ type: 'reserveBlock', data: { holder, size, lease, rest } }, now);
      if (!execution.ok) throw failed(execution);
      await checkPrefix();
      const { state } = await load(stream);
      const mine = state.live.filter((block) => block.holder === holder).at(-1);
      if (mine === undefined) throw failed({ ok: false, code: 'block-gone', details: {} });
      return mine;
    },
    returnBlock: async ({ block, from }) => {
      await run({ type: 'returnBlock', data: { holder, block, from } }, clock());
    },
  });
  return {
    ...allocator,
    checkPrefix: () =>
      checkPrefix().catch((error: unknown) => {
        if (isCodedError(error) && error.code === 'folio-prefix-taken') throw error;
      }),
  };
};
