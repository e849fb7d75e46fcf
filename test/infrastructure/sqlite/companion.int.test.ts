import { statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sqliteCompanion } from '../../../src/infrastructure/sqlite/companion.js';
import { temporaryFolder } from './temporary.js';

let folder = temporaryFolder();
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

describe('the file beside a server', () => {
  it('keeps its log short while it is open, where SQLite may not copy it back by itself (Node 22)', async () => {
    const path = folder.path('companion.db');
    const companion = sqliteCompanion(path, '', { checkpointsItself: false });
    const written = 5_000;
    const longest = { log: 0 };
    for (let number = 1; number <= written; number += 1) {
      const position = String(number).padStart(16, '0');
      if (number % 2 === 0) await companion.folios.add([], position);
      else await companion.checkpoints.write('a process', position);
      if (number % 100 === 0) longest.log = Math.max(longest.log, statSync(`${path}-wal`).size);
    }
    const bytesOfEach = 4_096;
    expect(longest.log).toBeLessThan((written * bytesOfEach) / 2);
    expect(await companion.folios.place()).toMatchObject({ position: String(written).padStart(16, '0') });
    await companion.close();
  });
});
