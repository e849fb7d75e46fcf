import { asCustomerService, conectared, type Quejas } from 'quejas';
import { instantOf, type Instant } from 'quejas/domain';
import { openChecked, type WithChecked } from './open-checked.js';
import type { Pace } from './pace.js';

/** Commands each open stream gets after its filing, so that it ends with ten events. */
export const commandsEach = 8;
/** Streams that are open at the same time. */
export const openStreams = 100;

export const by = asCustomerService('cs-7');
export const start = Date.parse('2026-03-02T16:00:00.000Z');

/** What each command of the mix records. */
export const contactMade = {
  direction: 'to-user',
  channel: 'phone',
  contactedAt: instantOf(start - 1000),
} as const;

/** The id of the n-th command. */
export const commandOf = (n: number): string => `contact-${String(n)}`;

/** Commands to be written over streams of these names. */
export interface Mix extends Pace {
  readonly names: readonly string[];
  readonly rows: boolean;
  readonly clock: () => Instant;
}

/** A clock that moves a millisecond with each command, the same for every contender. */
export const benchClock = () => {
  let now = start;
  return () => instantOf((now += 1));
};

export const openBench = (folder: string, rows: boolean, clock = benchClock()): Promise<WithChecked> =>
  openChecked({
    store: `sqlite:${folder}/quejas.db`,
    keys: 'memory:',
    provider: conectared,
    rows: rows ? 'inline' : 'none',
    clock,
  });

/** Files as many requests as the commands need, 64 at once. */
export const fileAll = async (quejas: WithChecked, count: number): Promise<readonly string[]> => {
  const folios: string[] = [];
  const streams = Math.ceil(count / commandsEach / openStreams) * openStreams;
  let next = 0;
  const worker = async () => {
    while (next < streams) {
      const index = next++;
      const filed = await quejas.submitFiling(
        {
          kind: 'fault',
          subject: 'service',
          channel: 'phone',
          receivedAt: instantOf(start - 60_000),
          subscriber: { ref: `s-${String(index)}` },
          severity: 'normal',
          language: 'es',
          description: '',
        },
        by,
        { commandId: `file-${String(index)}` },
      );
      if (!filed.ok) throw new Error(JSON.stringify(filed));
      folios[index] = filed.folio;
    }
  };
  await Promise.all(Array.from({ length: 64 }, worker));
  return folios;
};

/** The stream of the n-th command: a hundred streams in turn, until each has its ten events. */
export const streamOf = (command: number): number => {
  const block = Math.floor(command / (openStreams * commandsEach));
  return block * openStreams + (command % openStreams);
};

/** The streams of these folios. */
export const streamNames = async (quejas: Quejas, folios: readonly string[]): Promise<readonly string[]> => {
  const names = new Map<unknown, string>();
  let page = await quejas.events({ limit: 10_000, types: ['FolioAssigned'] });
  for (;;) {
    for (const event of page.events) names.set(event.data['folio'], event.stream);
    if (page.caughtUp || page.next === undefined) break;
    page = await quejas.events({ limit: 10_000, types: ['FolioAssigned'], after: page.next });
  }
  return folios.map((folio) => names.get(folio) ?? '');
};
