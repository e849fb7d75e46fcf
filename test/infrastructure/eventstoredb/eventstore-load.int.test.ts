import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { eventStoreDbFrom } from '../../../src/infrastructure/eventstoredb/index.js';
import { openQuejas } from '../../../src/open-quejas.js';
import { conectared } from '../../../src/domain/provider/conectared.js';

const inTwoProcesses = { code: 'client-conflict', text: { es: expect.stringContaining('kurrentdb://') } };

describe('a connection string that the client does not understand', () => {
  it('is told of without the string itself, wherever a host prints the error: it may hold a password', async () => {
    const error: unknown = await eventStoreDbFrom('esdb://quejas:s3cr3t@one:two:three').catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'option-invalid', details: { option: 'store' } });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('s3cr3t');
  });

  it('is told of when the store is opened, not when it is first used', async () => {
    await expect(
      openQuejas({ store: 'esdb://one:port', rows: 'memory:', keys: 'memory:', provider: conectared }),
    ).rejects.toMatchObject({ code: 'option-invalid', details: { option: 'store' } });
  });

  it.each(['tlsCAFile=/no/such/ca.pem', 'userCertFile=/no/such/cert.pem'])(
    'is told apart from one whose certificate is missing: %s',
    async (file) => {
      await expect(eventStoreDbFrom(`esdb://one:2113?tls=true&${file}`)).rejects.toMatchObject({
        code: 'option-invalid',
        text: { en: expect.stringContaining('certificate') },
      });
    },
  );
});

describe('an option that the client does not know', () => {
  it.each(['foo=bar', 'tls=false&TLS_CA_FIL=x', 'dnsdiscover=true', 'tlsVerifyCert=false/'])(
    'is refused by its name, before the client prints the whole string: %s',
    async (options) => {
      const error: unknown = await eventStoreDbFrom(`esdb://quejas:s3cr?t=1@one:2113?${options}`).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject({ code: 'option-invalid', details: { option: 'store' } });
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('s3cr');
    },
  );

  it.each(['pa@s3cr?t=1', 'pa@s3cr?t', 'pa@s3cr?t=1&s3cr=2'])(
    'is not named where it may be a piece of a password with an @ of its own: %s',
    async (password) => {
      const error: unknown = await eventStoreDbFrom(`esdb://quejas:${password}@one:2113?tls=false`).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject({ code: 'option-invalid', text: { en: expect.stringContaining('%40') } });
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('s3cr');
    },
  );

  it('is another thing than one it knows, however that is written', async () => {
    const known =
      'tls=false&Keep-Alive_interval=20000&nodePreference=leader&tlsVerifyCert=true&dnsDiscover=true';
    await expect(eventStoreDbFrom(`esdb://quejas:s3cr?t=1@one:2113?${known}`)).resolves.toBeDefined();
  });
});

describe('a process that has loaded the older client', () => {
  it('refuses to load the newer one, which would break it, and says what to do', async () => {
    await eventStoreDbFrom('esdb://127.0.0.1:1?tls=false');
    await expect(eventStoreDbFrom('kurrentdb://127.0.0.1:1?tls=false')).rejects.toMatchObject(inTwoProcesses);
    await expect(
      openQuejas({
        store: 'kurrent+discover://nowhere',
        rows: 'memory:',
        keys: 'memory:',
        provider: conectared,
      }),
    ).rejects.toMatchObject(inTwoProcesses);
  });
});
