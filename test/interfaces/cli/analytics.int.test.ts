import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cliFolder, phonedFault } from '../../support/cli-folder.js';
import { keysOf, listOf, textOf } from './json-fields.js';

const filing = ['file', '--input', '-', '--role', 'customer-service', '--actor', 'cs-1'];

describe('quejas analytics', () => {
  const { folder, quejas, json } = cliFolder();
  const file = () => json([...filing, '--provider', 'conectared'], { input: JSON.stringify(phonedFault) });

  it('answers in JSON with the folder and its files, in the order of the interface', async () => {
    await file();
    const { value, status } = await json(['analytics', 'out', '--format', 'csv', '--salt', 's']);
    expect(status).toBe(0);
    expect(keysOf(value)).toEqual(['dir', 'files']);
    expect(textOf(value, 'dir')).toBe(join(folder(), 'out'));
    for (const each of listOf(value, 'files')) expect(keysOf(each)).toEqual(['name', 'rows', 'sha256']);
    expect(readdirSync(join(folder(), 'out')).filter((name) => name.endsWith('.csv'))).toEqual(
      ['clocks', 'compensation', 'complaints', 'events', 'pauses', 'visits'].map((name) => `${name}.csv`),
    );
    const told = readFileSync(join(folder(), 'out', 'complaints.csv'), 'utf8');
    expect(told).not.toContain('Ana');
    expect(told).toContain('acknowledged');
  });

  it('tells a person the folder, and each file with its rows', async () => {
    await file();
    const { stdout, status } = await quejas(['analytics', 'out']);
    expect(status).toBe(0);
    expect(stdout).toContain(join(folder(), 'out'));
    expect(stdout).toMatch(/^complaints\.csv\t1\t[0-9a-f]{64}$/mu);
  });

  it.each([
    ['a format that there is not', ['--format', 'csv,xls'], 'choice-invalid'],
    ['an instant that is none', ['--from', 'ayer'], 'instant-invalid'],
    ['an empty salt', ['--salt', ''], 'option-value-missing'],
  ])('refuses %s with status 2', async (_what, flags, code) => {
    await file();
    const { value, status } = await json(['analytics', 'out', ...flags]);
    expect([status, textOf(value, 'code')]).toEqual([2, code]);
  });

  it('refuses a folder that holds something else with status 2, and a store that is not there with status 3', async () => {
    const absent = await json(['analytics', 'out', '--provider', 'conectared']);
    expect([absent.status, textOf(absent.value, 'code')]).toEqual([3, 'store-missing']);
    await file();
    writeFileSync(join(folder(), 'mine.txt'), '');
    const { value, status } = await json(['analytics', '.']);
    expect([status, textOf(value, 'code')]).toEqual([2, 'folder-taken']);
  });
});
