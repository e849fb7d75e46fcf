import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { deadlinesProcess } from '../../../src/application/processes/deadlines/due-lapse.js';
import { processes } from '../../../src/application/processes/index.js';
import { complaintEventTypes } from '../../../src/domain/complaint/evolve.js';
import * as labels from '../../../src/domain/texts/labels/index.js';
import { actorTold, houseActorLabels } from '../../../src/domain/texts/labels/house-actors.js';
import { codeLabel } from '../../../src/domain/texts/labels/codes.js';

const entries = Object.entries(labels).flatMap(([name, words]) =>
  typeof words === 'function' ? [] : [[name, Object.entries(words)] as const],
);

describe('Every word of a vocabulary', () => {
  it.each(entries)('is named in both languages: %s', (_name, words) => {
    expect(words.length).toBeGreaterThan(1);
    for (const [, { es, en }] of words) {
      expect(es.trim()).toBe(es);
      expect(en.trim()).toBe(en);
      expect(es).not.toBe('');
      expect(en).not.toBe('');
    }
  });

  it.each(entries)('is told from the others: %s', (_name, words) => {
    expect(new Set(words.map(([, { es }]) => es)).size).toBe(words.length);
    expect(new Set(words.map(([, { en }]) => en)).size).toBe(words.length);
  });

  it('of events is a sentence without its end', () => {
    expect(Object.keys(labels.eventLabels).sort()).toEqual([...complaintEventTypes].sort());
    for (const { es, en } of Object.values(labels.eventLabels)) {
      expect(es).toMatch(/^[A-ZÁÉÍÓÚÑ].*[^.]$/u);
      expect(en).toMatch(/^[A-Z].*[^.]$/u);
    }
  });
});

describe('The words of the procedures are kept in Spanish', () => {
  it('*procedente* and *improcedente* (O-25)', () => {
    expect(labels.rulingLabels.upheld.es).toBe('procedente');
    expect(labels.rulingLabels.dismissed.es).toBe('improcedente');
  });

  it('*aclaración*, *conciliación*, *reparaciones* (O-32)', () => {
    expect(Object.values(labels.routingPurposeLabels).map(({ es }) => es)).toEqual([
      'aclaración',
      'conciliación',
      'reparaciones',
    ]);
  });
});

describe('A cause', () => {
  it('that is well known has its name in both languages', () => {
    expect(codeLabel(labels.causeLabels, 'cut-fibre', 'es')).toBe('fibra cortada');
    expect(codeLabel(labels.causeLabels, 'cut-fibre', 'en')).toBe('cut fibre');
  });

  it('that is not known is shown as words', () => {
    expect(codeLabel(labels.causeLabels, 'ardilla_en-la--caja', 'es')).toBe('ardilla en la caja');
  });

  it.each(['constructor', '__proto__', 'toString'])('called %s is no more than its words', (code) => {
    expect(codeLabel(labels.causeLabels, code, 'es')).toBe(code.replace(/_+/gu, ' ').trim());
  });

  it('with an escape in it does no harm', () => {
    expect(codeLabel(labels.causeLabels, 'cable\u001b[31m-roto\n', 'es')).toBe('cable roto');
  });
});

describe('A process of the house that acts as the system', () => {
  const folder = join(import.meta.dirname, '../../../src');
  const actors = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(?:application|composition)\b.*\.ts$/.test(path))
    .flatMap((path) => [
      ...readFileSync(join(folder, path), 'utf8').matchAll(/\bactor: '([^']+)'|asSystem\('([^']+)'\)/g),
    ])
    .map(([, actor, system]) => actor ?? system ?? '');

  it.each([...new Set([...actors, deadlinesProcess, ...processes.map(({ name }) => name)])])(
    'has a name in both languages, and no other actor does: %s',
    (actor) => {
      expect(Object.keys(houseActorLabels)).toContain(actor);
      expect(actorTold('system', actor, 'es')).not.toBe(actorTold('user', actor, 'es'));
      expect(actorTold('system', 'constructor', 'es')).toBe('constructor');
    },
  );

  it('is found in the source at all', () => {
    expect(actors).toEqual(expect.arrayContaining(['publication', 'system']));
  });
});
