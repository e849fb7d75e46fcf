import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { runCliWith } from '../../../src/interfaces/cli/run-cli.js';
import { outputAlone, outputTo } from '../../../src/interfaces/cli/terminal/output.js';
import { progressOn } from '../../../src/interfaces/cli/terminal/progress.js';
import { stillWorking } from '../../../src/interfaces/cli/terminal/still-working.js';
import type { Quejas } from '../../../src/composition/quejas.js';
import { fakeQuejas, storedEvent } from './fake-quejas.js';

describe('writing', () => {
  it('waits for the reader', async () => {
    const pipe = new PassThrough({ highWaterMark: 4 });
    const output = outputTo(pipe);
    let written = false;
    const writing = output.write('more than four').then(() => (written = true));
    await new Promise(setImmediate);
    expect(written).toBe(false);
    pipe.resume();
    await writing;
    expect(written).toBe(true);
  });

  it('ends where the reader leaves while it waits', async () => {
    const pipe = new PassThrough({ highWaterMark: 1 });
    const writing = outputTo(pipe).write('much');
    pipe.destroy();
    await expect(writing).rejects.toMatchObject({ code: 'EPIPE' });
  });

  it('knows its own fault again in what another part took it for, and no other', async () => {
    const pipe = new PassThrough();
    const output = outputTo(pipe);
    pipe.destroy(Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' }));
    const fault: unknown = await output.write('').catch((error: unknown) => error);
    const taken = new Error('the bundle cannot be read', { cause: new Error('', { cause: fault }) });
    for (const error of [fault, taken]) expect(output.faultIn(error)).toBe(fault);
    for (const error of [new Error('EPIPE'), undefined]) expect(output.faultIn(error)).toBeUndefined();
  });

  it('leaves no listener behind', () => {
    const pipe = new PassThrough();
    const before = pipe.eventNames().map((name) => [name, pipe.listenerCount(name)]);
    outputTo(pipe).release();
    expect(pipe.eventNames().map((name) => [name, pipe.listenerCount(name)])).toEqual(before);
  });
});

describe('a pipe whose reader has left', () => {
  it('ends the work quietly, and closes the store', async () => {
    const pipe = new PassThrough();
    let pages = 0;
    const events: Quejas['events'] = () => {
      pages += 1;
      if (pages === 2) pipe.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      return Promise.resolve({ events: [storedEvent(pages)], next: String(pages), caughtUp: pages > 50 });
    };
    const fake = fakeQuejas({ events });
    const stderr: string[] = [];
    pipe.resume();
    const status = await runCliWith(
      ['events', '--store', 'memory:', '--json'],
      { stdout: pipe, stderr: { write: (text) => stderr.push(text) }, env: {}, cwd: '/nowhere' },
      fake.opener,
    );
    expect({ status, stderr, closed: fake.closed() }).toEqual({ status: 0, stderr: [], closed: 1 });
    expect(pages).toBeLessThan(5);
  });
});

describe('progress', () => {
  const shown = async (isTTY: boolean, milliseconds: number[], total: number | undefined = 100) => {
    const terminal = Object.assign(new PassThrough(), {
      isTTY: true,
      columns: 80,
      cursorTo: () => true,
      clearLine: () => true,
    });
    const seen: string[] = [];
    terminal.on('data', (chunk: Buffer) => seen.push(chunk.toString()));
    const bar = await progressOn(
      {
        ...{ progressSink: terminal, seesProgress: isTTY, milliseconds: () => milliseconds.shift() ?? 0 },
        working: {
          hold: () => seen.push('[held]'),
          release: () => seen.push('[released]'),
          end: () => undefined,
        },
      },
      'Casos',
    );
    [10, 20, 30].forEach((done) => bar.advance(done, total));
    bar.end();
    return seen.join('');
  };

  it('is shown on a terminal once the work lasts', async () => {
    expect(await shown(true, [0, 500, 1500])).toContain('Casos');
  });

  it('shows no part of a whole that is not known', async () => {
    const seen = await shown(true, [0, 500, 1500], 0);
    expect(seen).toContain('Casos 30');
    expect(seen).not.toContain('%');
  });

  it('has the terminal for itself from its first bar to its end', async () => {
    expect(await shown(true, [0, 500, 1500])).toMatch(/^\[held\][^]*\[released\]$/u);
  });

  it('is not shown for what is done at once, nor in a pipe', async () => {
    expect(await shown(true, [0, 10, 20, 30])).toBe('');
    expect(await shown(false, [0, 500, 1500])).toBe('');
  });
});

describe('a command that goes on without a word', () => {
  const watched = (seen: boolean) => {
    jest.useFakeTimers();
    const written: string[] = [];
    let now = 0;
    const working = stillWorking({
      sink: { write: (text) => written.push(text) },
      ...{ seen, language: 'es', milliseconds: () => now },
    });
    const after = (milliseconds: number): string => {
      now += milliseconds;
      jest.advanceTimersByTime(milliseconds);
      return written.splice(0).join('');
    };
    return { working, after };
  };
  afterEach(() => {
    jest.useRealTimers();
  });

  it('says so on the terminal after two seconds, and takes the line away at its end', () => {
    const { working, after } = watched(true);
    expect(after(1_900)).toBe('');
    expect(after(600)).toContain('Trabajando… (2 s)');
    working.end();
    expect(after(5_000)).toBe('\r\u001b[K');
  });

  it('leaves the terminal to what else is shown, and waits anew after it', () => {
    const { working, after } = watched(true);
    after(2_500);
    working.hold();
    expect(after(60_000)).toBe('\r\u001b[K');
    working.release();
    expect(after(1_900)).toBe('');
    expect(after(600)).toContain('Trabajando… (65 s)');
    working.end();
  });

  it('says nothing where no person looks', () => {
    const { working, after } = watched(false);
    expect(after(60_000)).toBe('');
    working.end();
  });

  it('does not write over an output whose reader has not taken it yet', async () => {
    const { working, after } = watched(true);
    let taken = (): void => undefined;
    const slow = {
      write: () => new Promise<void>((resolve) => (taken = resolve)),
      faultIn: () => undefined,
      release: () => undefined,
    };
    const writing = outputAlone(slow, working).write('x');
    expect(after(60_000)).toBe('');
    taken();
    await writing;
    expect(after(2_500)).toContain('Trabajando…');
    working.end();
  });
});
