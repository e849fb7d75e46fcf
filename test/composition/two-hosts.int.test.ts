import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asCustomerService, conectared, openQuejas, type Quejas } from '../../src/index.js';
import { startLoopbackServer, type LoopbackServer } from '../support/eventstoredb/server/loopback-server.js';

const cs = asCustomerService('cs-1');
const filings = 40;

const filing = (number: number) => ({
  commandId: `file-${String(number)}`,
  kind: 'fault' as const,
  channel: 'phone' as const,
  receivedAt: '2026-03-02T10:00:00-06:00',
  subscriber: { ref: `s-${String(number)}` },
  description: 'Sin internet',
});

describe('two hosts on one server', () => {
  let server: LoopbackServer;
  const hosts: Quejas[] = [];
  const open = async (): Promise<Quejas> => {
    const host = await openQuejas({
      store: server.connectionString,
      keys: 'memory:',
      provider: conectared,
      rows: 'none',
    });
    hosts.push(host);
    return host;
  };
  beforeAll(async () => {
    server = await startLoopbackServer();
    await open();
    await open();
  });
  afterAll(async () => {
    await Promise.all(hosts.map((host) => host.close()));
    await server.stop();
  });

  it('give one filing that is sent to both the same folio, and each finds it (I-25)', async () => {
    const answers = await Promise.all(
      Array.from({ length: filings }, (_, number) =>
        Promise.all(hosts.map((host) => host.file(filing(number), cs))),
      ),
    );
    const folios = answers.map((both) => both.map((answer) => (answer.ok ? answer.folio : answer.code)));
    expect(folios.map(([one]) => [one, one])).toEqual(folios);
    for (const [folio = ''] of folios)
      for (const host of hosts)
        expect(
          await host
            .complaint(folio)
            .assignTechnician({ commandId: `assign-${folio}`, technician: 'rt-1' }, cs),
        ).toMatchObject({ ok: true });
  });

  it('lose no filing of one where the other closes, or a connection is reset, in the same process', async () => {
    for (const number of [100, 200, 300]) {
      const [staying, leaving] = await Promise.all([open(), open()]);
      await server.fault({ on: 'append', fault: { kind: 'reset', committed: true }, stream: 'complaint-' });
      const filed = [staying, leaving].map((host, which) =>
        Promise.all(
          Array.from({ length: filings }, (_, nth) => host.file(filing(number + 50 * which + nth), cs)),
        ),
      );
      const left = filed[1]?.then(() => leaving.close());
      const later = await Promise.all(
        Array.from({ length: filings }, (_, nth) => staying.file(filing(1_000 + number + nth), cs)),
      );
      for (const answer of [...later, ...(await Promise.all(filed)).flat()])
        expect(answer).toMatchObject({ ok: true });
      await left;
    }
  });
});
