import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { formatPolicy, policyOfKey } from '../../../src/application/audit/notes/policy.js';
import { formatVerifierKey } from '../../../src/application/audit/notes/verifier-key.js';
import { zipSink } from '../../../src/infrastructure/bundle/zip-sink.js';
import { beyondTheEdge, describeWithBrowser, openBrowser } from '../../support/browser.js';
import { openVerifyPage, verdictOf, verifyInPage, type PageVerdict } from '../../support/verify-page.js';
import { keyOf, writeSample } from './sample-bundle.js';

/** The smallest picture there is. */
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describeWithBrowser(
  'verify.html on a phone, given a bundle in each way (skipped where there is no browser)',
  () => {
    const root = mkdtempSync(join(tmpdir(), 'quejas-opening-'));
    const place = (name: string): string => join(root, name);
    let browser: Browser;
    let page: Page;

    beforeAll(async () => {
      await writeSample(place('bundle.zip'), { size: 300 });
      await writeSample(place('unpacked'), { size: 300 });
      browser = await openBrowser();
      page = await openVerifyPage(browser, root, { width: 360, scheme: 'light' });
    }, 60_000);
    afterAll(async () => {
      await browser.close();
      rmSync(root, { recursive: true, force: true });
    });

    /** Drags a file or a folder onto the page, as a file manager does, and has it verified. */
    const dropped = async (path: string): Promise<PageVerdict> => {
      const tools = await page.context().newCDPSession(page);
      const data = { items: [], files: [path], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await tools.send('Input.dispatchDragEvent', { type, x: 100, y: 100, data });
      await page.locator('#chosen', { hasText: basename(path) }).waitFor();
      return verdictOf(page);
    };

    const isInPlace = async (): Promise<void> => expect(await beyondTheEdge(page)).toBe(0);

    it('verifies a folder that is chosen, and names the file of it that was changed', async () => {
      expect(await verifyInPage(page, place('unpacked'))).toMatchObject({ state: 'ok' });
      await writeSample(place('changed'), { size: 300 });
      writeFileSync(place('changed/report.html'), 'x');
      const told = await verifyInPage(page, place('changed'));
      expect(told).toMatchObject({ state: 'fault', code: 'file-changed', file: 'report.html' });
      expect(told.text).toContain('report.html fue cambiado.');
      await isInPlace();
    }, 60_000);

    it('verifies a folder and a ZIP that are dropped on it, by the policy that was chosen', async () => {
      writeFileSync(place('policy'), formatPolicy(policyOfKey(keyOf(1).verifier)));
      await page.setInputFiles('#policy-file', place('policy'));
      for (const name of ['unpacked', 'bundle.zip']) {
        const told = await dropped(place(name));
        expect({ name, state: told.state }).toEqual({ name, state: 'ok' });
        expect(told.text).toContain('la llave en la que usted confía');
      }
      writeFileSync(place('policy'), formatPolicy(policyOfKey(keyOf(2).verifier)));
      await page.setInputFiles('#policy-file', place('policy'));
      for (const name of ['unpacked', 'bundle.zip'])
        expect(await dropped(place(name))).toMatchObject({ state: 'fault', code: 'key-untrusted' });
      await page.setInputFiles('#policy-file', []);
      await isInPlace();
    }, 60_000);

    it('says in Spanish of whatever else is chosen or dropped that it is no bundle', async () => {
      writeFileSync(place('letter.txt'), 'Estimado señor:\n');
      writeFileSync(place('photo.png'), Buffer.from(picture, 'base64'));
      writeFileSync(place('nothing.zip'), '');
      zipSink(place('empty.zip')).finish();
      mkdirSync(place('other/folder'), { recursive: true });
      writeFileSync(place('other/folder/letter.txt'), 'x');
      for (const [name, words] of [
        ['letter.txt', 'El ZIP no está como se entregó'],
        ['photo.png', 'El ZIP no está como se entregó'],
        ['nothing.zip', 'El ZIP no está como se entregó'],
        ['empty.zip', 'Falta manifest.json.'],
        ['other', 'Falta manifest.json.'],
      ] as const) {
        const told = await dropped(place(name));
        expect({ name, state: told.state }).toEqual({ name, state: 'fault' });
        expect(told.text).toContain(words);
        await isInPlace();
      }
      expect(await verifyInPage(page, place('empty.zip'))).toMatchObject({
        state: 'fault',
        code: 'file-missing',
      });
    }, 60_000);

    it('says in Spanish of a policy that is none in which line it is wrong', async () => {
      await page.setInputFiles('#policy-file', place('photo.png'));
      expect(await verifyInPage(page, place('bundle.zip'))).toMatchObject({
        state: 'none',
        text: expect.stringContaining('línea 1'),
      });
      await isInPlace();
    }, 60_000);

    it('takes the file of a key, and says how a file is to be saved that an editor saved otherwise', async () => {
      writeFileSync(place('log.vkey'), `${formatVerifierKey(keyOf(1).verifier)}\n`);
      await page.setInputFiles('#policy-file', place('log.vkey'));
      expect(await verifyInPage(page, place('bundle.zip'))).toMatchObject({ state: 'ok' });
      for (const [name, text] of [
        ['marked', `\ufeff${formatPolicy(policyOfKey(keyOf(1).verifier))}`],
        ['windows', formatPolicy(policyOfKey(keyOf(1).verifier)).replaceAll('\n', '\r\n')],
      ] as const) {
        writeFileSync(place(name), text);
        await page.setInputFiles('#policy-file', place(name));
        expect({ name, ...(await verifyInPage(page, place('bundle.zip'))) }).toMatchObject({
          ...{ name, state: 'none' },
          text: expect.stringContaining('UTF-8 sin BOM'),
        });
      }
      await isInPlace();
    }, 60_000);
  },
);
