import { setTimeout as rest } from 'node:timers/promises';
import type { Quejas } from 'quejas';
import { instantOf } from 'quejas/domain';
import { openOnServer } from '../../bench/eventstoredb/open-on-server.js';
import { openJournal, readJournal } from './journal.js';
import { storedOnce } from './stored-once.js';
import { story } from './story.js';
import { untilAnswered } from './until-answered.js';
import { watch } from './watch.js';

const atOnce = 16;
/** For how long after its end a soak waits for a server that is away. */
const grace = 180_000;
const page = 10_000;
const progressEvery = 10_000;

export interface SoakOptions {
  readonly url: string;
  /** Where every answer is written. */
  readonly log: string;
  /** Put before the names of its streams: what others have on the server is not looked at. */
  readonly namespace: string;
  readonly milliseconds: number;
  /** Ends it before its time. */
  readonly stopped: Promise<unknown>;
  readonly progress: (line: string) => void;
}

export interface SoakOutcome {
  readonly summary: string;
  readonly violations: readonly string[];
}

const commandId = (number: number): string => `soak-${number}`;
const numberOf = (id: string): number | undefined => {
  const number = id.startsWith('soak-') ? Number(id.slice('soak-'.length)) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
};

/** Reads everything again, by a store that knows nothing of what was written, and compares it with the answers. */
const check = async (options: SoakOptions) => {
  const quejas = await openOnServer(options, () => instantOf(Date.now()));
  const checking = storedOnce(numberOf);
  for (let after: string | undefined, done = false; !done;) {
    const { events, next, caughtUp } = await quejas.events({ limit: page, ...(after && { after }) });
    for (const event of events) checking.see(event);
    after = next;
    done = caughtUp || next === undefined;
  }
  await quejas.close();
  for await (const told of readJournal(options.log)) checking.hear(told);
  return checking.end();
};

/** Writes whole complaints, sixteen at once, for so long; then looks whether what was told is so. */
export const soak = async (options: SoakOptions): Promise<SoakOutcome> => {
  const { url, log, namespace, milliseconds, stopped, progress } = options;
  const now = () => performance.now();
  const began = now();
  const journal = openJournal(log);
  const watching = watch(now);
  let over = false;
  let next = 0;

  const write = async (quejas: Quejas, complaint: number): Promise<void> => {
    let folio = '';
    for (const [place, step] of story.entries()) {
      const number = complaint * story.length + place;
      const at = now();
      const written = { folio, subscriber: `s-${complaint}` };
      const receivedAt = new Date().toISOString();
      const result = await untilAnswered(() => step(quejas, written, commandId(number), receivedAt), {
        fault: watching.fault,
        isOver: () => now() - began > milliseconds + grace,
      });
      if (result.ok) {
        folio = result.folio;
        journal.note({ number, kind: 'accepted', revision: result.revision });
        watching.accepted(now() - at, result.duplicate);
      } else {
        journal.note({ number, kind: 'refused', code: result.code });
        watching.refused();
      }
    }
  };

  const quejas = await openOnServer({ url, namespace }, () => instantOf(Date.now()));
  const worker = async (): Promise<void> => {
    while (!over) await write(quejas, next++);
  };
  const ticking = setInterval(() => {
    progress(`${Math.round((now() - began) / 1000)} s: ${watching.line()}`);
  }, progressEvery);
  const ended = new AbortController();
  const time = rest(milliseconds, undefined, { signal: ended.signal }).catch(() => undefined);
  void Promise.race([time, stopped]).then(() => {
    over = true;
  });
  try {
    await Promise.all(Array.from({ length: atOnce }, worker));
  } finally {
    ended.abort();
    clearInterval(ticking);
    journal.close();
  }
  const seconds = (now() - began) / 1000;
  await quejas.close();

  const { violations, told, commands, folios } = await check(options);
  const found = `checked: ${told} answers, ${commands} commands and ${folios} folios on the server, ${violations.length} violations`;
  return { summary: `${watching.summary(seconds)}\n${found}`, violations };
};
