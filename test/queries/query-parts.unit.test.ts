import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findNames } from '../../src/queries/find-asked.js';
import { partInSpanish } from '../../src/application/errors/query-parts.js';
import { queueOptionNames } from '../../src/queries/queue-asked.js';
import { queryInvalid } from '../../src/queries/query-faults.js';
import { foreignIn } from '../support/foreign-words.js';

const sources = join(import.meta.dirname, '../../src');
const named = /(?:queryInvalid|instantOfQuery|readQuery|wordOfQuery|copyOfQuery|lookedAtQuery)\('(\w+)'/g;

/** Every part that a query names in a refusal, as the sources name it. */
const parts = [
  ...['queries', 'composition', 'jobs']
    .flatMap((folder) =>
      readdirSync(join(sources, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts') && !path.endsWith('verify-page.ts'))
        .map((path) => readFileSync(join(sources, folder, path), 'utf8')),
    )
    .flatMap((text) => Array.from(text.matchAll(named), ([, part = '']) => part)),
  ...findNames,
  ...queueOptionNames,
];

describe('a query that cannot be answered', () => {
  it('is refused in all parts that sources name', () => {
    expect(new Set(parts).size).toBeGreaterThan(30);
  });

  it.each([...new Set(parts)])('is refused in Spanish words: %s', (part) => {
    expect(partInSpanish(part)).not.toBe(part);
    const { text, details } = queryInvalid(part, 7);
    expect({ es: text.es, foreign: foreignIn(text.es) }).toEqual({ es: text.es, foreign: [] });
    expect(text.en).toContain(part);
    expect(details).toMatchObject({ what: part });
  });
});
