import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { cliFolder, phonedFault } from '../../support/cli-folder.js';
import {
  beyondTheEdge,
  describeWithBrowser,
  hindrancesOf,
  openBrowser,
  openPage,
  type Look,
} from '../../support/browser.js';
import { faultsOfForm, faultsOfLinks } from '../../support/page.js';

const { folder, quejas, json } = cliFolder();

const as = ['--role', 'customer-service', '--actor', 'cs-1'];

/** Files some faults: received at several times before now. */
const fileSome = async (): Promise<void> => {
  const times = ['2026-11-20T17:00:00.000Z', '2026-11-23T17:00:00.000Z', '2026-11-24T17:30:00.000Z'];
  for (const [place, receivedAt] of times.entries()) {
    const commandId = `0198c000-0000-7000-8000-00000000000${String(place + 1)}`;
    const input = JSON.stringify({ ...phonedFault, commandId, receivedAt, municipality: 'Xalapa' });
    const { status } = await json(['file', '--input', '-', ...as, '--provider', 'conectared'], { input });
    expect(status).toBe(0);
  }
};

const looks: readonly Look[] = [
  { width: 360, scheme: 'light' },
  { width: 360, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 700, scheme: 'light', media: 'print' },
];

const pages = [
  ['sla', ['sla']],
  ['queue', ['queue', ...as]],
] as const;

describe('a page that the command line writes', () => {
  it.each(pages)('is whole, and told of with its path (%s)', async (_name, command) => {
    await fileSome();
    const { status, value } = await json([...command, '--html', 'page.html']);
    expect(status).toBe(0);
    expect(value).toMatchObject({ page: join(folder(), 'page.html') });
    const page = readFileSync(join(folder(), 'page.html'), 'utf8');
    expect([...faultsOfForm(page), ...faultsOfLinks(page)]).toEqual([]);
    const { stdout } = await quejas([...command, '--html', 'page.html'], { isTTY: true });
    expect(stdout).toContain(join(folder(), 'page.html'));
  });

  it.each(pages)(
    'leaves what was there, and nothing half written, where it cannot be written (%s)',
    async (_name, command) => {
      await fileSome();
      writeFileSync(join(folder(), 'file'), 'before');
      const before = readdirSync(folder()).toSorted();
      const failed = await json([...command, '--html', 'file/page.html']);
      expect(failed).toMatchObject({ status: 2, value: { ok: false, code: 'output-unwritable' } });
      expect(readdirSync(folder()).toSorted()).toEqual(before);
      expect(readFileSync(join(folder(), 'file'), 'utf8')).toBe('before');
    },
  );
});

describeWithBrowser('a page in a browser', () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  it.each(pages)(
    'is read without hindrance, at every width and by night, and fits the screen (%s)',
    async (_name, command) => {
      if (browser === undefined) throw new Error('no browser');
      await fileSome();
      await quejas([...command, '--html', 'page.html']);
      for (const look of looks) {
        const asked: string[] = [];
        const page = await openPage(browser, join(folder(), 'page.html'), look, asked);
        expect({ look, beyond: await beyondTheEdge(page) }).toEqual({ look, beyond: 0 });
        expect({ look, hindrances: await hindrancesOf(page) }).toEqual({ look, hindrances: [] });
        expect(asked).toHaveLength(1);
        await page.close();
      }
    },
    120_000,
  );

  it.each(pages)(
    'prints on A4 paper (%s)',
    async (_name, command) => {
      if (browser === undefined) throw new Error('no browser');
      await fileSome();
      await quejas([...command, '--html', 'page.html']);
      const page = await openPage(browser, join(folder(), 'page.html'), { width: 1280, scheme: 'light' });
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const [, width = '', height = ''] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
      await page.close();
    },
    60_000,
  );
});
