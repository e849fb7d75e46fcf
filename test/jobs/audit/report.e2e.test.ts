import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import {
  beyondTheEdge,
  describeWithBrowser,
  hindrancesOf,
  openBrowser,
  openPage,
  type Look,
} from '../../support/browser.js';
import { exportSimulated } from './simulated-bundle.js';

const looks: readonly Look[] = [
  { width: 360, scheme: 'light' },
  { width: 360, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 700, scheme: 'light', media: 'print' },
];

describeWithBrowser('the report of a bundle in a browser (skipped where there is none)', () => {
  const root = mkdtempSync(join(tmpdir(), 'quejas-report-'));
  const report = join(root, 'bundle/report');
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
    await exportSimulated(join(root, 'bundle'));
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('is read without hindrance on a phone, at a desk, by night and in print, and asks for nothing else', async () => {
    const [request = ''] = readdirSync(report).filter((name) => name !== 'index.html');
    for (const name of ['index.html', request])
      for (const look of looks) {
        const asked: string[] = [];
        const page = await openPage(browser, join(report, name), look, asked);
        expect({ name, look, beyond: await beyondTheEdge(page) }).toEqual({ name, look, beyond: 0 });
        expect({ name, look, hindrances: await hindrancesOf(page) }).toEqual({ name, look, hindrances: [] });
        expect(asked).toEqual([`file://${join(report, name)}`]);
        await page.close();
      }
  }, 120_000);
});
