import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as provider from '../../src/application/provider/index.js';
import * as domain from '../../src/domain/index.js';
import * as texts from '../../src/domain/texts/index.js';
import * as eventStoreDb from '../../src/infrastructure/eventstoredb/index.js';
import * as memory from '../../src/infrastructure/memory/index.js';
import * as sqlite from '../../src/infrastructure/sqlite/index.js';
import * as quejas from '../../src/index.js';
import * as cli from '../../src/interfaces/cli/index.js';
import * as inversify from '../../src/interfaces/inversify/index.js';
import * as audit from '../../src/jobs/audit/index.js';
import * as projections from '../../src/projections/index.js';
import * as testing from '../../src/testing/index.js';

const entries: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  quejas,
  'quejas/audit': audit,
  'quejas/cli': cli,
  'quejas/domain': domain,
  'quejas/eventstoredb': eventStoreDb,
  'quejas/inversify': inversify,
  'quejas/memory': memory,
  'quejas/projections': projections,
  'quejas/provider': provider,
  'quejas/sqlite': sqlite,
  'quejas/testing': testing,
  'quejas/texts': texts,
};

describe('The entries of the package', () => {
  it('give as a value, from one of them at least, each constant that their interface reports name', () => {
    const values = new Set(Object.values(entries).flatMap((exported) => Object.keys(exported)));
    const reported = readdirSync('etc')
      .filter((file) => file.endsWith('.api.md'))
      .flatMap((file) =>
        [...readFileSync(join('etc', file), 'utf8').matchAll(/^export const (\w+)/gmu)].map(
          ([, name = '']) => name,
        ),
      );
    expect(reported.length).toBeGreaterThan(100);
    expect([...new Set(reported)].filter((name) => !values.has(name))).toEqual([]);
  });

  it('give the same thing under the same name, so that a line means the same wherever it is imported from', () => {
    const known = new Map<string, readonly [entry: string, value: unknown]>();
    const others: string[] = [];
    for (const [entry, exported] of Object.entries(entries))
      for (const [name, value] of Object.entries(exported)) {
        const first = known.get(name);
        if (first === undefined) known.set(name, [entry, value]);
        else if (first[1] !== value) others.push(`${name}: ${first[0]}, ${entry}`);
      }
    // `given` begins a specification in both; `folio` is an aggregate in one, and the folio of a story in the other.
    expect(others).toEqual([
      'given: quejas/projections, quejas/testing',
      'folio: quejas/domain, quejas/testing',
    ]);
    expect(known.has('asCustomerService')).toBe(true);
  });

  it('say of a function at its door what its own comment says', () => {
    const doors = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('/doors.ts'),
    );
    const commentOf = (text: string, name: string): string | undefined =>
      new RegExp(`(/\\*\\*(?:(?!\\*/)[^])*\\*/)\\nexport const ${name}\\b`, 'u').exec(text)?.[1];
    const others: string[] = [];
    let compared = 0;
    for (const file of doors) {
      const text = readFileSync(join('src', file), 'utf8');
      for (const [, names = '', from = ''] of text.matchAll(
        /^import \{([^}]*Inside[^}]*)\} from '([^']+)\.js';/gmu,
      )) {
        const source = readFileSync(join('src', file, '..', `${from}.ts`), 'utf8');
        for (const [, name = ''] of names.matchAll(/(\w+) as \w+Inside/gu)) {
          compared += 1;
          if (commentOf(text, name) !== commentOf(source, name)) others.push(`${file}: ${name}`);
        }
      }
    }
    expect(others).toEqual([]);
    expect(compared).toBeGreaterThan(60);
  });
});
