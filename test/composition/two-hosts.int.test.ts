import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asCustomerService, conectared, openQuejas, type Quejas } from '../../src/index.js';
import { startLoopbackServer, type LoopbackServer } from '../support/eventstoredb/server/loopback-server.js';

const cs = asCustomerService('cs-1');
const filings = 40;

describe('two hosts on one server', () => {
  let server: LoopbackServer;
  const hosts: Quejas[] = [];
  beforeAll(async () => {
    server = await startLoopbackServer();
    for (let host = 0; host < 2; host += 1)
      hosts.push(
        await openQuejas({
          store: server.connectionString,
          keys: 'memory:',
          provider: conectared,
          rows: 'none',
        }),
      );
  });
  afterAll(async () => {
    await Promise.all(hosts.map((host) => host.close()));
    await server.stop();
  });

  it('give one filing that is sent to both the same folio, and each finds it (I-25)', async () => {
    const answers = await Promise.all(
      Array.from({ length: filings }, (_, number) =>
        Promise.all(
          hosts.map((host) =>
            host.file(
              {
                commandId: `file-${String(number)}`,
                kind: 'fault',
                channel: 'phone',
                receivedAt: '2026-03-02T10:00:00-06:00',
                subscriber: { ref: `s-${String(number)}` },
                description: 'Sin internet',
              },
              cs,
            ),
          ),
        ),
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
});
