import { join } from 'node:path';
import { conectared, openQuejas } from 'quejas';
import { instantOf } from 'quejas/domain';
import { eventStoreDbFrom } from 'quejas/eventstoredb';
import type { LoopbackServer } from '../../test/support/eventstoredb/server/loopback-server.js';
import { chanceOf } from './chance.js';
import { attend, commandsEach, emptyLedger, insisting } from './host.js';
import { everything, judged } from './judge.js';
import { madeAnew, placeIn, rowsIn } from './rows.js';
import { scheduleOf } from './schedule.js';
import { troublemaker } from './troublemaker.js';
import type { Told } from './worker.js';

const complaints = 100;
const atOnce = 8;

const prefixes = ['complaint-', 'folio-', 'person-'];

/** The usual times, scaled down: a fault is over in a blink. One of the clients takes half a second for a first read. */
const tuning = { appendTimeout: 250, readTimeout: 1_200, firstPause: 5, longestPause: 100, patience: 5_000 };
const feedTuning = {
  firstPause: 5,
  longestPause: 100,
  steadyAfter: 500,
  probeEvery: 150,
  probeEveryBehind: 50,
  probeTimeout: 1_000,
  silence: 300,
  renewEvery: 500,
  endTimeout: 200,
};

export interface Run {
  readonly seed: number;
  readonly server: LoopbackServer;
  readonly url: string;
  /** Empty, and the run's own. */
  readonly folder: string;
}

/** Where two lists part. */
const difference = (live: readonly string[], anew: readonly string[]): string | undefined => {
  const at = Array.from({ length: Math.max(live.length, anew.length) }, (_, index) => index).find(
    (index) => live[index] !== anew[index],
  );
  return at === undefined
    ? undefined
    : `the rows differ from those made anew: ${live[at] ?? 'nothing'} for ${anew[at] ?? 'nothing'}`;
};

export const liveRun = async ({ seed, server, url, folder }: Run): Promise<Told> => {
  const chance = chanceOf(seed);
  const ledger = emptyLedger();
  const random = () => chance.below(1_000) / 1_000;
  const store = await eventStoreDbFrom(url, { prefixes, tuning, feedTuning, random });
  const path = join(folder, 'rows.db');
  const quejas = await openQuejas({
    store,
    rows: `sqlite:${path}`,
    keys: 'memory:',
    provider: conectared,
    rowsTimeout: 20_000,
    clock: () => instantOf(Date.parse('2026-03-02T17:00:00Z')),
  });
  await quejas.start();
  const trouble = troublemaker(server, scheduleOf(chance, complaints * commandsEach, server.port));

  let next = 0;
  const attending = async (): Promise<void> => {
    while (next < complaints) await attend(quejas, next++, ledger, trouble.answered);
  };
  await Promise.all(Array.from({ length: atOnce }, attending));
  const { struck, outages } = await trouble.end();
  // A query waits until the projector has what its own host wrote.
  const { filed } = await insisting(() => quejas.totals(), ledger);
  await quejas.close();
  await store.close();

  const log = await eventStoreDbFrom(url, { prefixes });
  const events = await everything(log);
  await log.close();
  const fault =
    judged(events, ledger) ??
    (placeIn(path) >= (events.findLast(({ stream }) => stream.startsWith('complaint-'))?.position ?? '')
      ? undefined
      : 'the projector did not reach the end') ??
    (filed === complaints ? undefined : `${String(filed)} complaints in the rows`) ??
    difference(rowsIn(path), await madeAnew(join(folder, 'anew.db'), events));
  const commands = ledger.acknowledged.size + ledger.refused.size;
  return { ...(fault !== undefined && { fault }), struck, outages, commands, again: ledger.again };
};
