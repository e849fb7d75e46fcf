import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../support/built.js';
import { mutableState, sourcesBelow } from './sources.js';

const stateBelow = (folder: string): readonly string[] =>
  sourcesBelow(folder).flatMap((source) => mutableState(source).map((name) => `${source.path}: ${name}`));

describe('two copies of the package in one process', () => {
  it('share nothing that could drift apart: no module keeps state that changes', () => {
    expect(stateBelow(join(root, 'src'))).toEqual([]);
  });

  it('are guarded by a check that finds planted state, and leaves constants and inner variables alone', () => {
    expect(stateBelow(join(__dirname, 'fixtures/planted/src'))).toEqual([
      'mutable.ts: counter',
      'mutable.ts: seen',
      'mutable.ts: shared',
    ]);
  });
});
