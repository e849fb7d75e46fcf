import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { eventStoreDbFrom } from '../../../src/infrastructure/eventstoredb/index.js';
import { openQuejas } from '../../../src/open-quejas.js';
import { conectared } from '../../../src/domain/provider/conectared.js';

const inTwoProcesses = { code: 'client-conflict', text: { es: expect.stringContaining('kurrentdb://') } };

describe('a connection string that the client does not understand', () => {
  it('is told of without the string itself, wherever a host prints the error: it may hold a password', async () => {
    const store = await eventStoreDbFrom('esdb://quejas:s3cr3t@one:two:three');
    const error: unknown = await store.head().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'option-invalid', details: { option: 'store' } });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('s3cr3t');
    await store.close();
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
