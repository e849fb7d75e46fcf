import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const executable = places.find((place) => existsSync(place));

/** `describe` where a browser is installed; a visible skip where none is. */
export const describeWithBrowser = executable === undefined ? describe.skip : describe;

/** A browser without a window. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: executable ?? '', args: ['--no-sandbox'] });

/** How a page is looked at. */
export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  readonly media?: 'print';
}

/** Opens a file as it is looked at; what it asks of a network or a disk is added to `asked`. */
export const openPage = async (
  browser: Browser,
  file: string,
  { width, scheme, media }: Look,
  asked: string[] = [],
): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  page.on('request', (request) => asked.push(request.url()));
  await page.emulateMedia({ colorScheme: scheme, media: media ?? 'screen' });
  await page.goto(`file://${file}`);
  return page;
};

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** What a page does not do for those who do not see it well, in the words of axe. */
export const hindrancesOf = async (page: Page): Promise<readonly string[]> => {
  // By the developer's tools: the policy of the page lets no script of its own run.
  await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
  );
  return Array.isArray(found) ? found.map(String) : ['no answer'];
};

/** How many pixels of a page lie beyond its right edge. */
export const beyondTheEdge = async (page: Page): Promise<number> =>
  Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
