import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { verifyPage } from '../../src/jobs/export/verify-page.js';
import { openPage, type Look } from './browser.js';

/** `verify.html` in a browser, alone in a folder. */
export const openVerifyPage = (
  browser: Browser,
  folder: string,
  look: Look,
  asked: string[] = [],
): Promise<Page> => {
  const file = join(folder, 'verify.html');
  writeFileSync(file, verifyPage);
  return openPage(browser, file, look, asked);
};

/** What the page said: `ok`, `fault`, or `none` where it could not begin; code and file of the first fault. */
export interface PageVerdict {
  readonly state: string;
  readonly code: string;
  readonly file: string;
  readonly text: string;
}

/** Has the page verify what was given to it, with the key that stands in it. */
export const verdictOf = async (page: Page): Promise<PageVerdict> => {
  await page.click('#verify');
  await page.waitForSelector('#verify:enabled');
  const verdict = page.locator('#verdict');
  const said = async (name: string): Promise<string> => (await verdict.getAttribute(`data-${name}`)) ?? '';
  return {
    ...{ state: await said('state'), code: await said('code'), file: await said('file') },
    text: await verdict.innerText(),
  };
};

/** Chooses a folder or a ZIP in the page and has it verified. */
export const verifyInPage = async (page: Page, path: string): Promise<PageVerdict> => {
  const input = path.endsWith('.zip') ? '#zip' : '#folder';
  // A browser says nothing where the same name is chosen again.
  await page.evaluate(`document.querySelector('${input}').value = ''`);
  await page.setInputFiles(input, path);
  return verdictOf(page);
};
