import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { root } from '../support/built.js';
import { switchesOverCodes } from '../support/switch-over-codes.js';

const folder = mkdtempSync(join(tmpdir(), 'quejas-types-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the public types', () => {
  it('let right use through and refuse each planted mistake, such as a code left out of a switch', () => {
    writeFileSync(join(folder, 'codes.mts'), switchesOverCodes());
    const project = {
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { rootDir: '/', typeRoots: [join(root, 'node_modules/@types')] },
      include: [join(__dirname, '*.ts'), './codes.mts'],
      exclude: [],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  }, 120_000);
});
