import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../support/built.js';

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const partOf = (value: unknown, name: string): unknown =>
  entriesOf(value).find(([each]) => each === name)?.[1];

describe('npm run sbom', () => {
  it('lists what a host installs with the package, as CycloneDX: no optional peer, and nothing that only development needs', () => {
    const { status, stdout } = spawnSync('npm', ['run', '--silent', 'sbom'], { cwd: root, encoding: 'utf8' });
    expect(status).toBe(0);
    const sbom: unknown = JSON.parse(stdout);
    expect(sbom).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { component: { name: 'quejas', type: 'library' } },
    });
    const components = partOf(sbom, 'components');
    const names = Array.isArray(components) ? components.map((each: unknown) => partOf(each, 'name')) : [];
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const dependencies = entriesOf(partOf(manifest, 'dependencies')).map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining([...dependencies, 'class-validator', 'xmlchars']));
    expect(names).not.toContain('jest');
    expect(names).not.toContain('ajv');
    expect(names).not.toContain('inversify');
  });
});
