import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '../../../src/application/ports/event-store.js';
import { sqliteEventStore, type SqliteEventStore } from '../../../src/infrastructure/sqlite/index.js';
import {
  countingProjections,
  expectedRows,
} from '../../../src/testing/event-store-contract/inline-samples.js';
import { sampleAppend } from '../../../src/testing/event-store-contract/samples.js';
import { builtFile } from '../../support/built.js';
import { temporaryFolder } from './temporary.js';

let dist = '';
beforeAll(() => {
  dist = pathToFileURL(builtFile('/')).href;
}, 120_000);

let folder = temporaryFolder();
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const writer = join(__dirname, 'children/writer.mjs');

interface Written {
  readonly sent: readonly string[];
  readonly stored: readonly string[];
  readonly errors: string;
}

const ended = (child: ChildProcess): Promise<Written> => {
  let output = '';
  let errors = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve) => {
    child.on('close', () => {
      const said = (what: string): string[] =>
        output
          .split('\n')
          .slice(0, -1)
          .flatMap((line) => (line.startsWith(`${what} `) ? [line.slice(what.length + 1)] : []));
      resolve({ sent: said('sent'), stored: said('stored'), errors });
    });
  });
};

const start = (name: string, count: number, clients: number): ChildProcess =>
  spawn(process.execPath, [writer, dist, folder.path('store.db'), name, String(count), String(clients)]);

const commandsIn = (events: readonly StoredEvent[]): Map<string, number> => {
  const commands = new Map<string, number>();
  for (const { metadata } of events)
    commands.set(metadata.commandId, (commands.get(metadata.commandId) ?? 0) + 1);
  return commands;
};

const sizeOf = (id: string): number => 1 + (Number(id.split('-').at(-1)) % 3);

const mustBeSound = async (store: SqliteEventStore): Promise<readonly StoredEvent[]> => {
  const { events } = await store.readAll({ limit: 10_000 });
  for (const [id, count] of commandsIn(events)) expect({ id, count }).toEqual({ id, count: sizeOf(id) });
  expect(await store.checkIntegrity()).toMatchObject({ ok: true, events: events.length });
  const rows = await store.rows.list({ table: 'stream_counts', where: {}, orderBy: ['stream'], limit: 100 });
  expect(rows).toEqual(expectedRows(events));
  return events;
};

describe('a process that is killed', () => {
  it.each([1, 16, 64])(
    'loses nothing that was acknowledged and stores nothing twice or in part, %i at a time (I-25)',
    async (clients) => {
      for (const [round, after] of [40, 7, 200].entries()) {
        const child = start(`round${String(round)}`, 3_000, clients);
        let heard = 0;
        child.stdout?.on('data', (chunk: Buffer) => {
          heard += chunk.toString().split('stored').length - 1;
          if (heard >= after) child.kill('SIGKILL');
        });
        const { sent, stored } = await ended(child);
        expect(stored.length).toBeGreaterThan(0);

        const store = sqliteEventStore({ path: folder.path('store.db'), inline: countingProjections() });
        const commands = commandsIn(await mustBeSound(store));
        for (const id of stored) expect(commands.get(id)).toBe(sizeOf(id));
        for (const id of sent) {
          const number = Number(id.split('-').at(-1));
          const outcome = await store.append(
            sampleAppend(`complaint-${String(number % 5)}`, id, 'any', sizeOf(id)),
          );
          expect({ id, kind: outcome.kind }).toEqual({
            id,
            kind: commands.has(id) ? 'duplicate' : 'appended',
          });
        }
        const after2 = commandsIn(await mustBeSound(store));
        for (const id of sent) expect(after2.get(id)).toBe(sizeOf(id));
        await store.close();
      }
    },
    120_000,
  );
});

describe('several processes on one file', () => {
  it('each store all of theirs, and the rows follow them all', async () => {
    const children = ['a', 'b', 'c'].map((name) => ended(start(name, 150, 8)));
    const written = await Promise.all(children);
    for (const { stored, errors } of written)
      expect({ stored: stored.length, errors }).toEqual({ stored: 150, errors: '' });
    const store = sqliteEventStore({ path: folder.path('store.db'), inline: countingProjections() });
    const commands = commandsIn(await mustBeSound(store));
    expect(commands.size).toBe(450);
    await store.close();
  }, 120_000);
});

describe('the terminal of a process that uses the store', () => {
  it('stays free of warnings', () => {
    const use = `
      const { sqliteEventStore } = await import('${dist}infrastructure/sqlite/index.js');
      const store = sqliteEventStore({ path: ':memory:' });
      await store.head();
      await store.close();
      process.emitWarning('a warning of the host');
    `;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', use], {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toContain('a warning of the host');
    expect(stderr).not.toContain('SQLite');
  });

  it('nothing is opened or loaded by importing or making a store', () => {
    const use = `
      const loaded = process.getBuiltinModule;
      process.getBuiltinModule = () => { throw new Error('loaded too early'); };
      const { sqliteEventStore } = await import('${dist}infrastructure/sqlite/index.js');
      sqliteEventStore({ path: '${folder.path('never.db')}' });
    `;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', use], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
