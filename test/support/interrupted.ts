import { spawn } from 'node:child_process';

/** How a command ended that was sent a signal. */
export interface Interrupted {
  /** Whether it was done before the signal came. */
  readonly wasDone: boolean;
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
  /** Milliseconds from the signal to its end. */
  readonly late: number;
}

/** Tells the parent that the command heeds signals: on a busy machine its start takes longer than any fixed wait. */
const telling = `process.on('newListener', (name) => { if (name === 'SIGHUP') process.send('heeds signals'); });`;

/** Runs a built command, and sends it a signal so many milliseconds after it began to heed signals. */
export const interrupted = (
  argv: readonly [bin: string, ...words: string[]],
  place: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
  signal: NodeJS.Signals,
  after: number,
): Promise<Interrupted> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', `data:text/javascript,${telling}`, ...argv], {
      ...place,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let stderr = '';
    let sent: number | undefined;
    let timer: NodeJS.Timeout | undefined;
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout?.resume();
    child.once('message', () => {
      timer = setTimeout(() => {
        sent = performance.now();
        child.kill(signal);
      }, after);
    });
    child.on('close', (status, by) => {
      clearTimeout(timer);
      const late = sent === undefined ? 0 : performance.now() - sent;
      resolve({ wasDone: sent === undefined, status, signal: by, stderr, late });
    });
  });
