import { describe, expect, it, jest } from '@jest/globals';
import { loadClient } from '../../../src/infrastructure/eventstoredb/load-client.js';

describe('a process that has loaded the newer client', () => {
  it('takes it for every string, since the older one would break it, and nothing is printed about the scheme', async () => {
    const warn = jest.spyOn(console, 'warn');
    expect(await loadClient('kurrentdb://127.0.0.1:1?tls=false')).toMatchObject({ dialect: 'kurrent' });
    expect(await loadClient('esdb://127.0.0.1:1?tls=false')).toMatchObject({ dialect: 'kurrent' });
    expect(await loadClient('KurrentDB://127.0.0.1:1?tls=false')).toMatchObject({ dialect: 'kurrent' });
    expect(warn).not.toHaveBeenCalled();
  });
});

describe('an option that the newer client does not know', () => {
  it('is refused by its name alone, before the client prints the whole string', async () => {
    const warn = jest.spyOn(console, 'warn');
    await expect(loadClient('kurrentdb://quejas:s3cr3t@one:2113?tls=false&foo=bar')).rejects.toMatchObject({
      code: 'option-invalid',
      details: { option: 'store', value: 'foo' },
      text: { en: expect.not.stringContaining('s3cr3t') },
    });
    expect(warn).not.toHaveBeenCalled();
  });

  it('is not one of those it knows', async () => {
    expect(await loadClient('kurrentdb://one:2113?tlsVerifyCert=false')).toMatchObject({
      dialect: 'kurrent',
    });
  });
});
