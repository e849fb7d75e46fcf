import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { copyStore } from '../../../src/jobs/migrate/copy-store.js';
import { prefixesOf } from '../../../src/application/identity/stream-name.js';
import { eventStoreDb } from '../../../src/infrastructure/eventstoredb/index.js';
import { runCli } from '../../../src/interfaces/cli/index.js';
import { sqliteEventStore } from '../../../src/infrastructure/sqlite/index.js';
import { clock } from '../../interfaces/cli/terminal.js';
import { temporaryFolder } from '../../infrastructure/sqlite/temporary.js';
import { phonedFault } from '../../support/cli-folder.js';
import type { Clients } from '../../support/eventstoredb/clients.js';
import {
  startLoopbackServer,
  type LoopbackServer,
} from '../../support/eventstoredb/server/loopback-server.js';
import { contentOf, everythingIn, fillWith, goneAfter, longHistory, sizeOf, step } from './stores.js';

const prefixes = ['', 'mx-'].flatMap(prefixesOf);
const history = [...longHistory(20_261_124, 60), step('complaint-long', 'long', 40)];

/** A file is copied to a server and back to another file. A test file does so with one client: the two share no process well. */
export const roundTripThrough = ({ dialect, create }: Clients, scheme: 'esdb' | 'kurrentdb'): void => {
  let folder = temporaryFolder();
  let server: LoopbackServer;
  const url = () => `${scheme}://127.0.0.1:${String(server.port)}?tls=false`;

  /** Another application's stream, which a server may hold beside ours. */
  const addStranger = async (): Promise<void> => {
    const client = create(url());
    const id = '0198c000-0000-7000-8000-00000000aaaa';
    await client.appendToStream(
      'invoice-1',
      [{ id, type: 'Paid', contentType: 'application/json', data: { amount: 1 }, metadata: {} }],
      { expectedRevision: 'no_stream', streamState: 'no_stream', requiresLeader: true },
    );
    await client.dispose();
  };

  beforeEach(async () => {
    folder = temporaryFolder();
    server = await startLoopbackServer();
    await addStranger();
  });
  afterEach(async () => {
    await server.stop();
    folder.remove();
  });

  it('goes on after it was cut off and the server restarted, and comes back byte for byte', async () => {
    const from = sqliteEventStore({ path: folder.path('from.db') });
    await fillWith(from, history);
    const remote = () => eventStoreDb({ createClient: () => create(url()), dialect, prefixes });
    const first = remote();
    await expect(copyStore({ from, to: goneAfter(first, 20, true) })).rejects.toThrow('gone');
    await first.close();
    await server.restart();

    const to = remote();
    const events = sizeOf(history);
    const there = await copyStore({ from, to });
    expect(there).toMatchObject({ events, skipped: sizeOf(history.slice(0, 21)), appendedMeanwhile: 0 });
    expect(await contentOf(to)).toEqual(await contentOf(from));
    expect(await copyStore({ from, to })).toEqual({ ...there, skipped: events });

    const back = sqliteEventStore({ path: folder.path('back.db') });
    expect(await copyStore({ from: to, to: back, prefixes })).toEqual({ ...there, skipped: 0 });
    expect(await everythingIn(back)).toEqual(await everythingIn(from));
    await Promise.all([from, to, back].map((store) => store.close()));
  });

  it('is done by the command line too, both ways, and leaves alone what others keep there', async () => {
    const quejas = async (argv: readonly string[], input = ''): Promise<string> => {
      let stdout = '';
      let stderr = '';
      const status = await runCli(
        [...argv, '--keys', `file:${folder.path('keys.db')}`, '--json', '--now', clock],
        {
          stdin: new Blob([input]).stream(),
          stdout: { write: (text) => (stdout += text) },
          stderr: { write: (text) => (stderr += text) },
          env: {},
        },
      );
      expect([status, stderr]).toEqual([0, '']);
      return stdout;
    };
    const [source, target] = ['from.db', 'plain.db'].map((name) => `sqlite:${folder.path(name)}`);
    if (source === undefined || target === undefined) return;
    const filed = ['file', '--store', source, '--provider', 'conectared', '--input', '-'];
    await quejas(filed, JSON.stringify(phonedFault));

    const there = await quejas(['migrate', '--from', source, '--to', url()]);
    expect(await quejas(['migrate', '--from', url(), '--to', target])).toBe(there);
    for (const argv of [['queue'], ['totals'], ['events']])
      expect(await quejas([...argv, '--store', target])).toBe(await quejas([...argv, '--store', source]));
  });
};
