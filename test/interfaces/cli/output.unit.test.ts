import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { runCliWith } from '../../../src/interfaces/cli/run-cli.js';
import { outputTo } from '../../../src/interfaces/cli/terminal/output.js';
import { progressOn } from '../../../src/interfaces/cli/terminal/progress.js';
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
  const shown = async (isTTY: boolean, milliseconds: number[]) => {
    const terminal = Object.assign(new PassThrough(), {
      isTTY: true,
      columns: 80,
      cursorTo: () => true,
      clearLine: () => true,
    });
    const seen: string[] = [];
    terminal.on('data', (chunk: Buffer) => seen.push(chunk.toString()));
    const bar = await progressOn(
      { progressSink: terminal, seesProgress: isTTY, milliseconds: () => milliseconds.shift() ?? 0 },
      'Casos',
    );
    [10, 20, 30].forEach((done) => bar.advance(done, 100));
    bar.end();
    return seen.join('');
  };

  it('is shown on a terminal once the work lasts', async () => {
    expect(await shown(true, [0, 500, 1500])).toContain('Casos');
  });

  it('is not shown for what is done at once, nor in a pipe', async () => {
    expect(await shown(true, [0, 10, 20, 30])).toBe('');
    expect(await shown(false, [0, 500, 1500])).toBe('');
  });
});
