import { beforeEach, describe, expect, it } from '@jest/globals';
import { cliFolder, phonedFault } from '../../support/cli-folder.js';
import { textOf } from './json-fields.js';

const { json } = cliFolder();

describe('quejas find', () => {
  let folio = '';
  beforeEach(async () => {
    const input = JSON.stringify({
      ...phonedFault,
      subscriber: { ...phonedFault.subscriber, email: 'ana@example.com' },
    });
    const filed = await json(['file', '--input', '-', '--provider', 'conectared'], { input });
    folio = textOf(filed.value, 'folio');
    await json(['link-mass-outage', folio, '--outage', 'out-1', '--role', 'customer-service']);
  });

  it.each([
    ['--folio', () => folio],
    ['--subscriber', () => 's-1'],
    ['--contract', () => 'k-1'],
    ['--outage', () => 'out-1'],
    ['--channel', () => 'phone'],
    ['--phone', () => '229 000 00 00'],
    ['--email', () => 'ANA@example.com'],
  ])('finds a request by %s without being told who searches', async (flag, value) => {
    const { status, value: found } = await json(['find', flag, value()]);
    expect([status, found]).toMatchObject([0, { items: [{ folio }], total: 1, next: null }]);
  });

  it('tells an auditor, who opens no contact values, nothing by a phone number or an address', async () => {
    for (const by of [
      ['--phone', '2290000000'],
      ['--email', 'ana@example.com'],
    ]) {
      const { value } = await json(['find', ...by, '--role', 'auditor']);
      expect(value).toEqual({ items: [], total: 0, next: null });
    }
  });
});
