#!/usr/bin/env node
import { earlyWishesOf } from './early-wishes.js';
import { fault } from './faults.js';
import { reportFault } from './report-fault.js';
import { outputTo } from './terminal/output.js';

const least = [22, 16] as const;

const isSupported = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > least[0] || (major === least[0] && minor >= least[1]);
};

/** How a shell tells which signal ended a process. */
const statusOf = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

const argv = process.argv.slice(2);

const tell = (error: unknown) =>
  reportFault(error, earlyWishesOf(argv, process.env), {
    out: outputTo(process.stdout),
    err: outputTo(process.stderr),
  });

/** One line at most on stderr: Node's own remarks on experimental parts are not the user's business. */
const silenceExperimentalWarnings = (): void => {
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message }) => {
    if (name !== 'ExperimentalWarning') process.stderr.write(`quejas: ${message}\n`);
  });
};

/** What was written has left, or its reader is gone. */
const written = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.write('', () => {
      resolve();
    });
  });

/** Ends the process by itself: a client that looks for a server in vain would hold it open for good. */
const end = async (status: number): Promise<void> => {
  await Promise.all([written(process.stdout), written(process.stderr)]);
  process.exit(status);
};

const main = async (): Promise<void> => {
  const controller = new AbortController();
  let ended: number | undefined;
  // The first signal ends the work in order; the handler is gone by then, and a second one kills.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      ended ??= statusOf[signal];
      controller.abort();
    });
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  silenceExperimentalWarnings();
  const { runCli } = await import('./index.js');
  const status = await runCli(argv, { signal: controller.signal });
  if (ended === undefined) return end(status);
  // A bar of progress that was left to itself has hidden the cursor.
  if (process.stderr.isTTY) process.stderr.write('\u001b[?25h');
  // What was done all the same is done; else a shell is told which signal it was.
  process.exit(status === 0 ? status : ended);
};

const fail = async (error: unknown): Promise<void> => {
  await end(await tell(error).catch(() => 3));
};

if (isSupported(process.versions.node)) {
  process.on('uncaughtException', (error) => {
    void fail(error);
  });
  void main().catch(fail);
} else void fail(fault('node-unsupported', { found: process.versions.node, least: least.join('.') }));
