import { describe, expect, it } from '@jest/globals';
import { loadClient } from '../../../src/infrastructure/eventstoredb/load-client.js';

describe('a process that has loaded the newer client', () => {
  it('takes it for every string, since the older one would break it', async () => {
    expect(await loadClient('kurrentdb://127.0.0.1:1?tls=false')).toMatchObject({ dialect: 'kurrent' });
    expect(await loadClient('esdb://127.0.0.1:1?tls=false')).toMatchObject({ dialect: 'kurrent' });
  });
});
