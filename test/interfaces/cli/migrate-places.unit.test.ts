import { describe, expect, it } from '@jest/globals';
import { withOneClient } from '../../../src/interfaces/cli/keeping/migrate-places.js';

describe('a copy between two servers', () => {
  it.each([
    ['esdb://a:2113', 'esdb+discover://b', 'esdb://a:2113', 'esdb+discover://b'],
    ['esdb://a:2113?tls=true', 'kurrentdb://b', 'kurrentdb://a:2113?tls=true', 'kurrentdb://b'],
    ['kdb+discover://a', 'ESDB+discover://b', 'kdb+discover://a', 'kurrentdb+discover://b'],
    ['sqlite:/esdb://x', 'kurrent://b', 'sqlite:/esdb://x', 'kurrent://b'],
  ])('loads one client: %s to %s', (from, to, ...both) => {
    expect(withOneClient(from, to)).toEqual(both);
  });
});
