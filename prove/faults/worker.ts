import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Which of the two clients a run goes through. */
export type Client = 'eventstore' | 'kurrent';

/** What a worker tells of a run: what went wrong, if anything did, and what it lived through. */
export interface Told {
  readonly fault?: string;
  readonly struck: number;
  readonly outages: number;
  readonly commands: number;
  readonly again: number;
}

export const clientOf = (seed: number): Client => (seed % 2 === 1 ? 'eventstore' : 'kurrent');

/** A process for the runs of one client: the two share a process badly. */
export interface Worker {
  readonly run: (seed: number) => Promise<Told>;
  readonly stop: () => Promise<void>;
}

const nothing = { struck: 0, outages: 0, commands: 0, again: 0 };

/** Longer than any run takes that goes on at all, in milliseconds. */
const longestRun = 90_000;

export const startWorker = async (client: Client): Promise<Worker> => {
  const child = fork(fileURLToPath(new URL('./main.ts', import.meta.url)), [client], {
    execArgv: process.execArgv,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let tell: (told: Told) => void = () => undefined;
  child.on('message', (told: Told) => {
    tell(told);
  });
  child.on('exit', (code, signal) => {
    tell({ ...nothing, fault: `the process ended with ${String(code ?? signal)}` });
  });
  process.once('exit', () => child.kill('SIGTERM'));
  await once(child, 'message');
  return {
    run: (seed) =>
      new Promise((resolve) => {
        const late = setTimeout(() => {
          resolve({ ...nothing, fault: 'it does not come to an end' });
        }, longestRun);
        tell = (told) => {
          clearTimeout(late);
          resolve(told);
        };
        child.send({ seed });
      }),
    stop: async () => {
      tell = () => undefined;
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
};
