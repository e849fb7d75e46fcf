import { inspect } from 'node:util';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { eventStoreDbFrom } from '../../../src/infrastructure/eventstoredb/index.js';
import { openQuejas } from '../../../src/composition/open-quejas.js';
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

  it.each([
    'tlsCAFile=/no/such/ca.pem',
    `tlsCAFile=${import.meta.dirname}`,
    'userCertFile=/no/such/cert.pem',
    'userCertFile=/no/such/cert.pem&userKeyFile=/no/such/key.pem',
    `userCertFile=${import.meta.filename}&userKeyFile=/no/such/key.pem`,
  ])('is told apart from one whose certificate or key is missing or unreadable: %s', async (file) => {
    await expect(eventStoreDbFrom(`esdb://one:2113?tls=true&${file}`)).rejects.toMatchObject({
      code: 'option-invalid',
      text: { en: expect.stringContaining('certificate') },
    });
  });
});

describe('an option that the client does not know', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it.each([
    ['foo=bar', 'foo'],
    ['tls=false&TLS_CA_FIL=x', 'TLS_CA_FIL'],
    ['dnsdiscover=true', 'dnsdiscover'],
    ['tlsVerifyCert=false/', 'tlsVerifyCert'],
  ])('is refused by its name, before the client prints the whole string: %s', async (options, value) => {
    const warn = jest.spyOn(console, 'warn');
    const error: unknown = await eventStoreDbFrom(`esdb://quejas:s3cr?t=1@one:2113?${options}`).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'option-invalid', details: { option: 'store', value } });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('s3cr');
    expect(warn).not.toHaveBeenCalled();
  });

  it('is another thing than one it knows, however that is written', async () => {
    const known =
      'tls=false&Keep-Alive_interval=20000&nodePreference=leader&tlsVerifyCert=true&dnsDiscover=true';
    await expect(eventStoreDbFrom(`esdb://quejas:s3cr?t=1@one:2113?${known}`)).resolves.toBeDefined();
  });
});

describe('a password with an @ or a : of its own', () => {
  it.each(['pa@s3cr', 'pa:s3cr', 'pa@s3cr?t=1', 'pa@s3cr?t', 'pa@s3cr?t=1&s3cr=2'])(
    'is refused before the client cuts it off or takes its end for a host, and no piece of it is told: %s',
    async (password) => {
      const error: unknown = await eventStoreDbFrom(`esdb://quejas:${password}@one:2113?tls=false`).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject({ code: 'option-invalid', text: { en: expect.stringContaining('%40') } });
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('s3cr');
    },
  );

  it('is understood where it is percent-encoded, before one host and before several', async () => {
    for (const hosts of ['one:2113', 'one:2113,two:2113'])
      await expect(eventStoreDbFrom(`esdb://quejas:pa%40%3As3cr@${hosts}?tls=false`)).resolves.toBeDefined();
  });

  it('is not mistaken for a name of the connection', async () => {
    await expect(eventStoreDbFrom('esdb://u:p@one:2113?connectionName=a@b')).resolves.toBeDefined();
  });
});

describe('a scheme in capital letters', () => {
  it('is the same scheme', async () => {
    await expect(eventStoreDbFrom('ESDB://one:2113?tls=false')).resolves.toBeDefined();
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
