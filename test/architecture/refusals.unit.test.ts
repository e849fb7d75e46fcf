import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { rejections } from '../../src/domain/complaint/index.js';

const folder = join(__dirname, '../../src/domain/complaint');
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

// Not among the tests of the domain: mutation testing rewrites the text that this one reads.
describe('Every refusal of a complaint', () => {
  it.each(Object.keys(rejections))('%s is given by a decision', (code) => {
    expect(source).toMatch(new RegExp(`reject\\(\\s*'${code}'`));
  });
});
