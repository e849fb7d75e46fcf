import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { asBilling, asCustomerService } from '../../../src/index.js';
import { exportAnalytics } from '../../../src/jobs/analytics/index.js';
import { opened, removeScratch, report } from '../../composition/opened.js';
import { rowsOf } from './simulated.js';

afterAll(removeScratch);

const id = (number: number): string => `0198c000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`;
const pesos = (amount: number) => ({ amount, currency: 'MXN' });
const billing = asBilling('b-1');

it('a correction takes the place of what was granted of its part, and of no other (I-16)', async () => {
  const { quejas, folder } = await opened('memory');
  const filed = await quejas.file(
    report(id(1), { kind: 'clarification', subject: 'billing' }),
    asCustomerService('cs-7'),
  );
  if (!filed.ok) throw new Error(filed.code);
  const complaint = quejas.complaint(filed.folio);
  const granted = (number: number, reason: 'undue-charge' | 'goodwill', amount: number, bonus: number) =>
    complaint.grantCompensation(
      { commandId: id(number), reason, proportionalRefund: pesos(amount), bonus: pesos(bonus) },
      billing,
    );
  expect(await granted(2, 'undue-charge', 10_000, 2_000)).toMatchObject({ ok: true });
  expect(await granted(3, 'goodwill', 700, 0)).toMatchObject({ ok: true });
  const corrected = await complaint.correctCompensation(
    {
      ...{ commandId: id(4), of: 'undue-charge', reason: 'recorded-wrongly', explanation: 'A digit.' },
      ...{ proportionalRefund: pesos(9_000), bonus: pesos(1_800) },
    },
    billing,
  );
  expect(corrected).toMatchObject({ ok: true });
  const dir = join(folder, 'tables');
  await exportAnalytics(quejas, dir, { formats: ['csv'] });
  expect(
    rowsOf(dir, 'compensation').map(({ act, ground, holds, refund_minor: refund }) => [
      act,
      ground,
      holds,
      refund,
    ]),
  ).toEqual([
    ['granted', 'undue-charge', 'false', '10000'],
    ['granted', 'goodwill', 'true', '700'],
    ['corrected', 'undue-charge', 'true', '9000'],
  ]);
  expect(rowsOf(dir, 'complaints')).toMatchObject([
    { refund_minor: '9700', bonus_minor: '1800', currency: 'MXN' },
  ]);
  await quejas.close();
});
