import { describe, expect, it } from '@jest/globals';
import { local } from '../calendars.js';
import { clockOf, mexican, policyWith } from '../policy/policies.js';
import { countedAt, event, filed, history, publishedWith, type Planned } from './histories.js';

const only = (...ids: string[]) => publishedWith([policyWith(ids.map((id) => clockOf(mexican, id)))]);
const wrongly = { reason: 'recorded-wrongly' } as const;

describe('the clock of a credit', () => {
  const money = {
    proportionalRefund: { amount: 100, currency: 'MXN' },
    bonus: { amount: 20, currency: 'MXN' },
  };
  const before = [
    filed('2026-06-01 09:00'),
    event('CompensationGranted', '2026-06-02 10:00', { reason: 'attributable-to-provider', ...money }),
    event('CompensationCredited', '2026-06-03 10:00', {
      creditedAt: local('2026-06-03 10:00'),
      reason: 'attributable-to-provider',
    }),
  ];
  const corrected = (corrects: number, of: { credited: boolean; creditedAt?: string }): Planned =>
    event('CreditCorrected', '2026-06-03 10:00', {
      ...wrongly,
      corrects,
      of: 'attributable-to-provider',
      credited: of.credited,
      ...(of.creditedAt !== undefined && { creditedAt: local(of.creditedAt) }),
    });
  const read = (...more: Planned[]) =>
    countedAt(history(...before, ...more), only('C-16'), '2026-06-09 09:00', 'C-16');

  it('ends when it was credited truly, also by the correction of a correction', () => {
    expect(read().state).toBe('met');
    expect(read(corrected(2, { credited: true, creditedAt: '2026-06-04 10:00' }))).toMatchObject({
      state: 'met',
      endedAt: local('2026-06-04 10:00'),
    });
    expect(
      read(
        corrected(2, { credited: true, creditedAt: '2026-06-04 10:00' }),
        corrected(3, { credited: true, creditedAt: '2026-06-05 10:00' }),
      ),
    ).toMatchObject({ endedAt: local('2026-06-05 10:00') });
  });

  it('runs on where nothing ever was', () => {
    expect(read(corrected(2, { credited: false }))).toMatchObject({ state: 'running', endedAt: null });
  });

  it('ends at the credit that came after one that never was', () => {
    expect(
      read(
        corrected(2, { credited: false }),
        event('CompensationCredited', '2026-06-06 10:00', {
          creditedAt: local('2026-06-06 10:00'),
          reason: 'attributable-to-provider',
        }),
      ),
    ).toMatchObject({ state: 'met', endedAt: local('2026-06-06 10:00') });
  });
});
