import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../support/built.js';

const manifest = readFileSync(join(root, 'package.json'), 'utf8');
const scriptsOf = (text: string): readonly string[] => {
  const parsed: unknown = JSON.parse(text);
  const scripts = typeof parsed === 'object' && parsed !== null && 'scripts' in parsed ? parsed.scripts : {};
  return Object.keys(scripts ?? {});
};

describe('npm run help', () => {
  it('says in one line what each script of the package does', () => {
    const { stdout } = spawnSync(process.execPath, [join(root, 'scripts/help.mjs')], { encoding: 'utf8' });
    const explained = [...stdout.matchAll(/^npm run (\S+) +\S.*$/gm)].map(([, name]) => name);
    expect(explained).toEqual(scriptsOf(manifest));
    expect(explained.length).toBeGreaterThan(10);
  });
});
