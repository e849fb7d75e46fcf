import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Consumer, emptyConsumer, scratch, tarball } from './packed.js';

jest.setTimeout(300_000);

/** A host with SQLite alone, as the README has it. */
const host = `
import { asCustomerService, conectared, openQuejas } from 'quejas';

const main = async () => {
  const quejas = await openQuejas({ store: 'sqlite:./quejas.db', keys: 'file:./secrets/keys.db', provider: conectared });
  const filed = await quejas.file({
    commandId: 'call-4711', kind: 'fault', channel: 'phone', receivedAt: '2026-11-20T15:04:05-06:00',
    subscriber: { ref: 's-1', name: 'María Pérez' }, description: 'No tengo internet desde ayer.',
  }, asCustomerService('cs-7'));
  process.stdout.write(JSON.stringify(filed));
  await quejas.close();
};

void main();
`;

/** A host that brings its client of EventStoreDB, so that a bundler sees it. */
const serverHost = `
import { EventStoreDBClient } from '@eventstore/db-client';
import { conectared, openQuejas } from 'quejas';
import { eventStoreDb } from 'quejas/eventstoredb';

const main = async () => {
  const store = eventStoreDb({
    createClient: () => EventStoreDBClient.connectionString('esdb://127.0.0.1:1?tls=false'),
    dialect: 'eventstore',
  });
  const quejas = await openQuejas({ store, rows: 'memory:', keys: 'memory:', provider: conectared });
  process.stdout.write(JSON.stringify(quejas.health().rows));
  await quejas.close();
  await store.close();
};

void main();
`;

describe('esbuild without flags, in a package that has nothing but quejas', () => {
  let empty: Consumer;

  const bundled = (source: string, format: 'esm' | 'cjs') => {
    const output = `${source}.bundle.${format === 'esm' ? 'mjs' : 'cjs'}`;
    const options = JSON.stringify({
      entryPoints: [`${source}.mjs`],
      bundle: true,
      platform: 'node',
      format,
      outfile: output,
      logLevel: 'warning',
    });
    const built = empty.node('-e', `require('esbuild').buildSync(${options})`);
    const elsewhere = join(scratch(), output);
    if (built.status === 0) copyFileSync(join(empty.folder, output), elsewhere);
    return { built, run: () => empty.node(elsewhere) };
  };

  beforeAll(() => {
    empty = emptyConsumer(tarball(scratch()), 'esbuild@0.28.2');
    writeFileSync(join(empty.folder, 'host.mjs'), host);
    writeFileSync(join(empty.folder, 'server-host.mjs'), serverHost);
  });

  it.each(['esm', 'cjs'] as const)(
    'bundles a host with SQLite alone as %s, which files a complaint',
    (format) => {
      const { built, run } = bundled('host', format);
      expect(built).toEqual({ status: 0, stdout: '', stderr: '' });
      const { status, stdout, stderr } = run();
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(JSON.parse(stdout)).toMatchObject({ ok: true });
    },
  );

  it('bundles a host that imports its own client of EventStoreDB', () => {
    empty.install('@eventstore/db-client@6.2.1');
    const { built, run } = bundled('server-host', 'cjs');
    expect(built).toMatchObject({ status: 0 });
    expect(run()).toMatchObject({ status: 0, stdout: '"projected"' });
  });
});
