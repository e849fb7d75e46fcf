import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Observed } from '../serve.js';
import type { Order, Told } from './protocol.js';

/** A server's process in hand. */
export interface Child {
  readonly pid: number;
  readonly port: number;
  readonly order: (order: Order) => Promise<Observed>;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Kills it, and resolves once it is gone. */
  readonly kill: () => Promise<void>;
}

const here = dirname(fileURLToPath(import.meta.url));
const imports = pathToFileURL(join(here, '../../../../../scripts/ts-imports.mjs')).href;
const flag = '--experimental-strip-types';
const stripTypes = process.features.typescript === false || process.execArgv.includes(flag) ? [flag] : [];

const launch = (args: readonly string[]): ChildProcess =>
  fork(join(here, 'main.ts'), args, {
    execArgv: ['--disable-warning=ExperimentalWarning', ...stripTypes, '--import', imports],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });

/** Starts a server's process and waits until it listens. */
export const startChild = async (args: readonly string[]): Promise<Child> => {
  const child = launch(args);
  const atExit = (): void => void child.kill('SIGKILL');
  process.once('exit', atExit);
  const waiting = new Map<number, (told: Exclude<Told, { kind: 'listening' }>) => void>();
  const listening = new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server's process ended with ${code ?? 'a signal'}.`)));
    child.on('message', (told: Told) => {
      if (told.kind === 'listening') {
        resolve(told.port);
        return;
      }
      waiting.get(told.number)?.(told);
      waiting.delete(told.number);
    });
  });
  const port = await listening;
  child.once('exit', () => {
    for (const [number, answer] of waiting) answer({ kind: 'failed', number, why: 'The server is gone.' });
    waiting.clear();
  });
  // It must not keep its parent alive.
  child.unref();
  child.channel?.unref();
  let number = 0;
  const kill = async (): Promise<void> => {
    process.off('exit', atExit);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.ref();
    child.kill('SIGKILL');
    await gone;
  };
  return {
    pid: child.pid ?? 0,
    port,
    order: (order) =>
      new Promise((resolve, reject) => {
        number += 1;
        child.channel?.ref();
        waiting.set(number, (told) => {
          if (waiting.size <= 1) child.channel?.unref();
          if (told.kind === 'done') resolve(told.observed);
          else reject(new Error(told.why));
        });
        child.send({ number, order });
      }),
    signal: (signal) => void child.kill(signal),
    kill,
  };
};
