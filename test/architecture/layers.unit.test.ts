import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../support/built.js';

const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const rules = join(root, '.dependency-cruiser.cjs');
const planted = join(__dirname, 'fixtures/planted');

/** The violations of the layer rules below src/ of a folder, as lines `rule: from → to`. */
const violationsIn = (folder: string): readonly string[] => {
  const done = spawnSync(process.execPath, [cruiser, '--config', rules, '-T', 'err', 'src'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  if (done.error || !/dependenc(y|ies)/.test(done.stdout))
    throw new Error(`No answer. ${done.stdout}${done.stderr}`);
  return [...done.stdout.matchAll(/^ {2}error (.+)$/gm)].map(([, line = '']) =>
    line.replaceAll(/(\.\.\/)+node_modules\/((@[^/]+\/)?[^/]+)\/\S*/g, '$2').trim(),
  );
};

describe('the layers of the house', () => {
  it('import only in the directions the design allows, without cycles', () => {
    expect(violationsIn(root)).toEqual([]);
  });

  it('are guarded by rules that find each planted violation, and nothing else', () => {
    expect([...violationsIn(planted)].sort()).toEqual([
      'application-imports-only-what-lies-below: src/application/use-case.ts → src/projections/row.ts',
      'class-validator-stays-in-dtos: src/application/use-case.ts → class-validator',
      'commands-need-no-read-side: src/application/use-case.ts → src/projections/row.ts',
      'domain-imports-date-fns-alone: src/domain/impure.ts → fs',
      'domain-imports-only-itself: src/domain/impure.ts → src/application/use-case.ts',
      'doors-are-for-hosts: src/queries/second/two.ts → src/domain/texts/doors.ts',
      'drivers-stay-in-infrastructure: src/application/use-case.ts → node:sqlite',
      'drivers-stay-in-infrastructure: src/domain/impure.ts → fs',
      'inversify-stays-in-its-interface: src/index.ts → inversify',
      'no-adapter-imports-another: src/infrastructure/sqlite/borrowed.ts → src/infrastructure/memory/store.ts',
      'no-cycles-of-files: src/domain/circle-a.ts →',
      'no-cycles-of-folders: src/application →',
      'no-cycles-of-folders: src/domain →',
      'no-cycles-of-folders: src/queries/first →',
      'no-cycles-of-folders: src/queries/second →',
      'only-index-at-the-top: src/stray.ts → src/domain/pure.ts',
      'only-what-is-installed-with-us: src/projections/row.ts → fast-check',
      'projections-imports-only-what-lies-below: src/projections/row.ts → src/testing/sample.ts',
      'projections-imports-only-what-lies-below: src/projections/sly.ts → src/infrastructure/memory/store.ts',
      'resolvable: src/projections/sly.ts → ./missing.js',
    ]);
  });
});
