import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { formatPolicy, policyOfKey } from '../../../src/application/audit/notes/policy.js';
import { formatNote } from '../../../src/application/audit/notes/signed-note.js';
import { fingerprintOf, formatVerifierKey } from '../../../src/application/audit/notes/verifier-key.js';
import {
  beyondTheEdge,
  describeWithBrowser,
  hindrancesOf,
  openBrowser,
  type Look,
} from '../../support/browser.js';
import { openVerifyPage, verifyInPage } from '../../support/verify-page.js';
import { keyOf, sampleEntries, signedHead, writeSample } from './sample-bundle.js';
import { exportSimulated } from './simulated-bundle.js';

const looks: readonly Look[] = [
  { width: 360, scheme: 'light' },
  { width: 360, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
];

describeWithBrowser('verify.html in a browser (skipped where there is none)', () => {
  const root = mkdtempSync(join(tmpdir(), 'quejas-page-'));
  const exported = join(root, 'exported.zip');
  const sample = join(root, 'sample.zip');
  const { verifier } = keyOf(1);
  let browser: Browser | undefined;

  beforeAll(async () => {
    browser = await openBrowser();
    await exportSimulated(exported);
    await writeSample(sample, { size: 300 });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(root, { recursive: true, force: true });
  });

  const opened = (look: Look, asked: string[] = []): Promise<Page> => {
    if (browser === undefined) throw new Error('no browser');
    return openVerifyPage(browser, root, look, asked);
  };

  it('is read without hindrance, at every width and by night, before and after, and asks for nothing', async () => {
    for (const look of looks) {
      const asked: string[] = [];
      const page = await opened(look, asked);
      const inOrder = async (): Promise<void> => {
        expect({ look, beyond: await beyondTheEdge(page) }).toEqual({ look, beyond: 0 });
        expect({ look, hindrances: await hindrancesOf(page) }).toEqual({ look, hindrances: [] });
      };
      await inOrder();
      expect(await verifyInPage(page, exported)).toMatchObject({ state: 'ok' });
      await page.fill('#folio', 'cr-000001-k');
      await page.press('#folio', 'Enter');
      await page.waitForSelector('[data-folio]');
      await inOrder();
      expect(asked.filter((url) => !url.startsWith('about:'))).toEqual([
        `file://${join(root, 'verify.html')}`,
      ]);
      await page.close();
    }
  }, 180_000);

  it('says in words that a bundle which agrees with itself alone is trusted by itself alone', async () => {
    const page = await opened({ width: 360, scheme: 'light' });
    const { text } = await verifyInPage(page, sample);
    expect(text).toContain('trust: "self"');
    expect(text.replaceAll(' ', '')).toContain(fingerprintOf(verifier));
    await page.click('#language');
    expect(await page.innerText('#verdict')).toContain('Trust: in itself alone');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.close();
  }, 60_000);

  it('trusts by a key that is pasted or a policy that is chosen, and refuses another key’s bundle', async () => {
    const page = await opened({ width: 1280, scheme: 'light' });
    await page.fill('#key', formatVerifierKey(verifier));
    expect((await verifyInPage(page, sample)).text).toContain('la llave en la que usted confía');
    await page.fill('#key', formatVerifierKey(keyOf(2).verifier));
    expect(await verifyInPage(page, sample)).toMatchObject({ state: 'fault', code: 'key-untrusted' });
    await page.fill('#key', '');
    writeFileSync(join(root, 'policy'), formatPolicy(policyOfKey(verifier)));
    await page.setInputFiles('#policy-file', join(root, 'policy'));
    expect((await verifyInPage(page, sample)).text).toContain('la llave en la que usted confía');
    await page.fill('#key', 'log nothing');
    expect(await verifyInPage(page, sample)).toMatchObject({
      state: 'none',
      text: expect.stringContaining('línea 1'),
    });
    await page.close();
  }, 60_000);

  it('holds the log against an earlier head, and shows each check and the first fault', async () => {
    const page = await opened({ width: 1280, scheme: 'light' });
    const states = (): Promise<readonly (string | null)[]> =>
      page
        .locator('#checks li')
        .all()
        .then((items) => Promise.all(items.map((item) => item.getAttribute('data-state'))));
    const head = await signedHead(sampleEntries(100), [keyOf(1)]);
    writeFileSync(join(root, 'old'), formatNote(head.note));
    await page.setInputFiles('#earlier-file', join(root, 'old'));
    expect(await verifyInPage(page, sample)).toMatchObject({ state: 'ok' });
    expect(await states()).toEqual([
      ...['done', 'done', 'done', 'untrusted', 'done', 'done', 'done', 'passed'],
      ...['done', 'done', 'done', 'done'],
    ]);
    const ahead = await signedHead(sampleEntries(301), [keyOf(1)]);
    writeFileSync(join(root, 'ahead'), formatNote(ahead.note));
    await page.setInputFiles('#earlier-file', join(root, 'ahead'));
    expect(await verifyInPage(page, sample)).toMatchObject({ state: 'fault', code: 'from-ahead' });
    expect((await states()).slice(9)).toEqual(['done', 'done', 'fault']);
    await page.close();
  }, 60_000);
});
