import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { builtFile, root } from '../support/built.js';

const complaints = 1_100;
const folder = mkdtempSync(join(tmpdir(), 'quejas-asked-'));

type Answers = readonly (readonly { readonly total: unknown }[])[];

const isAnswers = (value: unknown): value is Answers =>
  Array.isArray(value) && value.flat().every((each) => typeof each === 'object' && each !== null);

/** What ours and the reference were answered: the queue, then the totals. */
const answersIn = (text: string): readonly Answers[] => {
  const parsed: unknown = JSON.parse(text);
  return Array.isArray(parsed) ? parsed.filter(isAnswers) : [];
};

describe('the reference of queue-page and totals', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('gets the same folios and totals as the library, of as many complaints as the store was filled with', () => {
    builtFile('index.js');
    const script = [
      ...(process.features.typescript ? [] : ['--experimental-strip-types']),
      ...['--import', pathToFileURL(join(root, 'scripts/ts-imports.mjs')).href],
      ...[join(root, 'bench/asked-left.ts'), String(complaints), folder],
    ];
    const asked = spawnSync(process.execPath, script, { cwd: root, encoding: 'utf8' });
    if (asked.status !== 0) throw new Error(asked.stderr);
    const [ours, reference]: readonly Answers[] = answersIn(asked.stdout);
    expect(reference).toEqual(ours);
    const totals: readonly unknown[] = (ours?.flat() ?? []).map(({ total }) => total);
    expect(totals).toEqual(Array.from({ length: 42 }, () => complaints));
    const folios = asked.stdout.match(/"[A-Z]+-[^"]+"/gu) ?? [];
    // Twenty pages of fifty and the first one again, by each of the two.
    expect(new Set(folios).size).toBe(1_000);
    expect(folios).toHaveLength(2 * 21 * 50);
  }, 120_000);
});
