import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openQuejas, readModelProjector } from '../../../src/composition/open-quejas.js';
import type { Quejas } from '../../../src/composition/quejas.js';
import { instantOf, type Instant } from '../../../src/domain/kernel/instant.js';
import { conectared } from '../../../src/domain/provider/index.js';
import { memoryEventStore } from '../../../src/infrastructure/memory/index.js';
import { generateFortnight, runWorkload } from '../../../src/jobs/simulate/index.js';
import type { Script } from '../../../src/jobs/simulate/index.js';

const from = instantOf(Date.UTC(2026, 1, 2, 18));

/** A provider's days as they are simulated, and the script that was run. */
export const simulated = async (
  seed: number,
  accesses = 8_000,
  days = 14,
): Promise<{ readonly quejas: Quejas; readonly script: Script; readonly last: Instant }> => {
  const script = generateFortnight({ seed, profiles: [conectared], from, days, accesses });
  let now = from;
  const quejas = await openQuejas({
    store: memoryEventStore({ inline: readModelProjector() }),
    ...{ keys: 'memory:', provider: conectared, clock: () => now },
  });
  const moveTo = (at: Instant): void => {
    now = at > now ? at : now;
  };
  await runWorkload({ conectared: quejas }, script, { moveTo });
  return { quejas, script, last: now };
};

/** The fields of a text in CSV, line by line, read by the letter of RFC 4180. */
export const readCsv = (text: string): readonly (readonly (string | null)[])[] => {
  const lines: (string | null)[][] = [];
  let [line, at]: [(string | null)[], number] = [[], 0];
  while (at < text.length) {
    let field: string | null = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (text[at] === '"') at += 1;
        field += text[at] ?? '';
      }
      at += 1;
    } else {
      const end = text.slice(at).search(/[,\r]/);
      field = end === 0 ? null : text.slice(at, at + end);
      at += end;
    }
    line.push(field);
    if (text[at] === ',') at += 1;
    else {
      if (text.slice(at, at + 2) !== '\r\n') throw new Error(`no line end at ${String(at)}`);
      at += 2;
      lines.push(line);
      line = [];
    }
  }
  return lines;
};

/** The rows of a table in CSV, by the names of their columns. */
export const rowsOf = (dir: string, table: string): readonly Readonly<Record<string, string | null>>[] => {
  const [header = [], ...lines] = readCsv(readFileSync(join(dir, `${table}.csv`), 'utf8'));
  return lines.map((line) => Object.fromEntries(header.map((name, at) => [name ?? '', line[at] ?? null])));
};
