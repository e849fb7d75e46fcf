import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadProfile } from '../../src/application/provider/load-profile.js';
import { providerProfileSchema } from '../../src/application/provider/schema.js';
import { areasOf, parseHours, termsOf } from '../../src/domain/provider/index.js';
import { openingOf } from '../../src/domain/provider/opening.js';
import { parseInstant } from '../../src/domain/kernel/instant.js';

const doc = (name: string) => readFileSync(join(__dirname, '../../docs', name), 'utf8');
const example: unknown = JSON.parse(doc('guides/add-a-provider.example.json'));
const guides = ['guides/add-a-provider.md', 'guides/add-a-provider.es.md'];

describe('a third provider is added without touching code', () => {
  const loaded = loadProfile(example);
  const profile = loaded.ok ? loaded.profile : undefined;

  it('the example of the guide is a profile', () => {
    expect(loaded).toMatchObject({ ok: true, profile: { id: 'fibra-del-norte', zone: 'America/Tijuana' } });
  });

  it('the profile of a third provider works: terms, areas, and hours in its own zone', () => {
    if (profile === undefined) throw new Error('the example is no profile');
    expect(termsOf(profile)).toMatchObject({
      policy: 'fibra-del-norte',
      codeOfPractice: { version: '2026' },
    });
    expect(areasOf(profile)).toEqual(['billing', 'network']);
    const noon = parseInstant('2026-11-24T12:00:00-08:00');
    const siesta = parseInstant('2026-11-24T15:00:00-08:00');
    if (noon === undefined || siesta === undefined) throw new Error('no instants');
    expect(openingOf(profile).isOpenAt('phone', noon)).toBe(true);
    expect(openingOf(profile).isOpenAt('phone', siesta)).toBe(false);
  });

  it.each(guides)('%s: the hours it shows are understood', (guide) => {
    const [, shown = ''] = /```text\n([\s\S]*?)```/.exec(doc(guide)) ?? [];
    const lines = shown.trim().split('\n');
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line) => !parseHours(line).ok)).toEqual([]);
  });

  it.each([
    ['guides/add-a-provider.md', 'en'],
    ['guides/add-a-provider.es.md', 'es'],
  ] as const)('%s: the faults it shows are those that come', (guide, language) => {
    const wrong: unknown = JSON.parse(
      doc('guides/add-a-provider.example.json')
        .replace('America/Tijuana"', 'America/Tijuna"')
        .replace('de 9:00 a 14:00 y', 'de 25:00 a 14:00 y'),
    );
    const faults = loadProfile(wrong);
    const told = faults.ok ? [] : faults.faults.map((each) => `${each.path} ${each.code} ${each[language]}`);
    expect(told).toHaveLength(2);
    for (const line of told) expect(doc(guide)).toContain(line);
  });

  it.each(guides)('%s names every field of a profile', (guide) => {
    const optional = ['$schema', 'name', 'language', 'roles', 'codeOfPractice'];
    const fields = Object.keys(providerProfileSchema.properties).filter((name) => !optional.includes(name));
    expect(fields.filter((name) => !doc(guide).includes(`\`${name}`))).toEqual([]);
  });
});

describe('the published schema', () => {
  it('is the one that profiles are checked against', () => {
    expect(JSON.parse(doc('reference/provider-profile.schema.json'))).toEqual(
      JSON.parse(JSON.stringify(providerProfileSchema)),
    );
  });
});
