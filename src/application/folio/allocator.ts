import type { Instant } from '../../domain/kernel/instant.js';
import { codedError } from '../errors/coded-error.js';
import {
  createBlockNumbers,
  type BlockNumbers,
  type BlockRest,
  type GivenFolio,
  type LentBlock,
} from './block-numbers.js';

export interface FolioAllocatorOptions {
  /** Runs `reserveBlock` for this process; rejects where the store cannot be reached. */
  readonly reserveBlock: (size: number, now: Instant, rest?: BlockRest) => Promise<LentBlock>;
  /** Runs `returnBlock` for this process. A block that was voided in the meantime is no error. */
  readonly returnBlock: (rest: BlockRest) => Promise<void>;
  readonly prefix: string;
  /** Sizes of the blocks in turn; the last one stays. Default 1, 8, 64: a process that files once burns nothing. */
  readonly sizes?: readonly [number, ...number[]];
  /** Milliseconds before the end of a lease in which no number is given any more. Default 30,000. */
  readonly margin?: number;
}

export interface FolioAllocator {
  /** The next folio, at the instant of the command that needs it. Rejects with code `folio-allocator-closed`, `folio-lease-too-short`, or as `reserveBlock` does. */
  readonly next: (now: Instant) => Promise<GivenFolio>;
  /** Takes back a number whose filing is known not to be stored (a duplicate, a refusal): it is given next. */
  readonly release: (number: number) => void;
  /** Waits for what is under way and gives the rest of the block back. Can be called twice. */
  readonly close: () => Promise<void>;
}

const closedError = () =>
  codedError('folio-allocator-closed', {
    es: 'Ya no se asignan folios: el asignador está cerrado.',
    en: 'No more folios are given: the allocator is closed.',
  });

const leaseTooShort = ({ block, expiresAt }: LentBlock) =>
  codedError(
    'folio-lease-too-short',
    {
      es: `El bloque de folios ${block} vence demasiado pronto (${expiresAt}); revise la hora de este equipo.`,
      en: `Folio block ${block} ends too soon (${expiresAt}); check the clock of this machine.`,
    },
    { block, expiresAt },
  );

/** So many blocks that were left are remembered: a number of theirs may come back while its filing is under way. */
const blocksRemembered = 64;

/**
 * Gives out folios one by one from a block of numbers, and reserves the next block when a folio is asked for and none
 * is left: callers that wait share one reservation (design: Folio).
 */
export const createFolioAllocator = (options: FolioAllocatorOptions): FolioAllocator => {
  const { reserveBlock, returnBlock, prefix, sizes = [1, 8, 64], margin = 30_000 } = options;
  let numbers: BlockNumbers | undefined;
  let former: readonly BlockNumbers[] = [];
  let left: BlockRest | undefined;
  let reserving: Promise<void> | undefined;
  let closing: Promise<void> | undefined;
  let step = 0;
  let waiting = 0;

  /** From here on the block is not used: its rest may already be lent to another process. */
  const leaveBlock = (): BlockRest | undefined => {
    if (numbers !== undefined) {
      left = numbers.leave();
      former = [numbers, ...former].slice(0, blocksRemembered);
    }
    numbers = undefined;
    return left;
  };

  /** Blocks that were left and to which a number came back. */
  const withSpare: BlockNumbers[] = [];

  const take = (now: Instant): GivenFolio | undefined => {
    for (let [block] = withSpare; block !== undefined; [block] = withSpare) {
      const given = block.take(now);
      if (given !== undefined) return given;
      withSpare.shift();
    }
    return numbers?.take(now);
  };

  const release = (number: number): void => {
    if (numbers?.takeBack(number) === true) return;
    const block = former.find((each) => each.takeBack(number));
    if (block !== undefined) withSpare.push(block);
  };

  const reserve = async (now: Instant): Promise<void> => {
    step = Math.min(sizes.length - 1, Math.max(0, step + (numbers?.demand(now) ?? 0)));
    const size = Math.max(sizes[step] ?? 1, Math.min(waiting, sizes.at(-1) ?? 1));
    const lent = await reserveBlock(size, now, leaveBlock());
    left = undefined;
    numbers = createBlockNumbers(prefix, lent, margin);
    const first = numbers.take(now);
    if (first === undefined) throw leaseTooShort(lent);
    numbers.takeBack(first.number);
  };

  const moreNumbers = (now: Instant): Promise<void> =>
    (reserving ??= reserve(now).finally(() => {
      reserving = undefined;
    }));

  const waitForFolio = async (now: Instant): Promise<GivenFolio> => {
    waiting += 1;
    try {
      for (;;) {
        await moreNumbers(now);
        const given = take(now);
        if (given !== undefined) return given;
        if (closing !== undefined) throw closedError();
      }
    } finally {
      waiting -= 1;
    }
  };

  const giveBack = async (): Promise<void> => {
    await reserving?.catch(() => undefined);
    const rest = leaveBlock();
    if (rest !== undefined) await returnBlock(rest);
  };

  return {
    next: async (now) => {
      if (closing !== undefined) throw closedError();
      return take(now) ?? (await waitForFolio(now));
    },
    release,
    close: () => (closing ??= giveBack()),
  };
};
