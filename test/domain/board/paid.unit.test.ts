import { describe, expect, it } from '@jest/globals';
import { paidOf } from '../../../src/domain/board/paid.js';
import { local } from '../sla/calendars.js';
import { event, filed, history, reopened, type Planned } from '../sla/clocks/histories.js';

const mxn = (amount: number) => ({ amount, currency: 'MXN' });

const granted = (
  day: number,
  reason: 'attributable-to-provider' | 'undue-charge' | 'goodwill',
  amount: number,
) =>
  event('CompensationGranted', `2026-06-0${String(day)} 12:00`, {
    reason,
    proportionalRefund: mxn(amount),
    bonus: mxn(amount / 5),
  });

const credited = (day: number, reason?: 'goodwill' | 'balance'): Planned =>
  event('CompensationCredited', `2026-06-0${String(day)} 13:00`, {
    creditedAt: local('2026-06-01 12:00'),
    ...(reason !== undefined && { reason }),
  });

const corrected = (day: number, amount: number): Planned =>
  event('CompensationCorrected', `2026-06-0${String(day)} 14:00`, {
    corrects: 1,
    reason: 'recorded-wrongly',
    proportionalRefund: mxn(amount),
    bonus: mxn(amount / 5),
  });

const paid = (...planned: readonly Planned[]) => paidOf(history(filed('2026-06-01 09:00'), ...planned));

describe('what was paid in a complaint', () => {
  it('is what a statement shows, the oldest grant first', () => {
    const grants = [granted(1, 'attributable-to-provider', 1000), granted(2, 'undue-charge', 500)];
    expect(paid(...grants)).toEqual([{ currency: 'MXN', granted: 1800, credited: 0 }]);
    expect(paid(...grants, credited(3))).toEqual([{ currency: 'MXN', granted: 1800, credited: 1200 }]);
  });

  it('is the grant on the ground that a statement names, and a balance is no compensation', () => {
    const grants = [granted(1, 'attributable-to-provider', 1000), granted(2, 'goodwill', 50)];
    expect(paid(...grants, credited(3, 'goodwill'))).toMatchObject([{ granted: 1260, credited: 60 }]);
    expect(paid(...grants, credited(3, 'balance'))).toMatchObject([{ granted: 1260, credited: 0 }]);
  });

  it('is corrected to another sum: what was shown stays shown, and the next statement shows the difference', () => {
    const before = [granted(1, 'attributable-to-provider', 1000), credited(2), corrected(3, 1500)];
    expect(paid(...before)).toMatchObject([{ granted: 1800, credited: 1200 }]);
    expect(paid(...before, credited(4))).toMatchObject([{ granted: 1800, credited: 1800 }]);
    const waiting = [granted(1, 'attributable-to-provider', 1000), corrected(3, 500), credited(4)];
    expect(paid(...waiting)).toMatchObject([{ granted: 600, credited: 600 }]);
  });

  it('is not what a statement never showed', () => {
    const never: Planned = event('CreditCorrected', '2026-06-03 13:00', {
      corrects: 2,
      reason: 'recorded-wrongly',
      of: 'attributable-to-provider',
      credited: false,
    });
    const shown = [granted(1, 'attributable-to-provider', 1000), credited(3)];
    expect(paid(...shown, never)).toEqual([{ currency: 'MXN', granted: 1200, credited: 0 }]);
    expect(paid(...shown, never, credited(4))).toEqual([{ currency: 'MXN', granted: 1200, credited: 1200 }]);
  });

  it('begins anew with the work: a correction after a reopening leaves what was granted before it', () => {
    const before = [
      granted(1, 'attributable-to-provider', 1000),
      credited(2),
      reopened('2026-06-03 10:00', 2),
    ];
    const again = [...before, granted(4, 'attributable-to-provider', 200), corrected(5, 100)];
    expect(paid(...again)).toMatchObject([{ granted: 1320, credited: 1200 }]);
  });
});
