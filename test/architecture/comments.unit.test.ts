import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../support/built.js';
import { pronounsInComments, sourcesBelow, type Source } from './sources.js';

describe('comments in src', () => {
  it('comments in src name the caller, client or process, and never say whoever, nobody or somebody', () => {
    expect(sourcesBelow(join(root, 'src')).flatMap(pronounsInComments)).toEqual([]);
  });

  it('comments in tests, benchmarks and proofs do so too', () => {
    const sources = ['test', 'bench', 'prove'].flatMap((folder) => sourcesBelow(join(root, folder)));
    const isOurs = ({ path }: Source) => !/(?:^|\/)fixtures\//u.test(path);
    expect(sources.filter(isOurs).flatMap(pronounsInComments)).toEqual([]);
  });

  it('the check of comments finds planted words, and leaves code, codes and texts alone', () => {
    expect(sourcesBelow(join(__dirname, 'fixtures/planted/src')).flatMap(pronounsInComments)).toEqual([
      'spoken.ts:1: Whoever',
      'spoken.ts:4: somebody',
      'spoken.ts:7: nobody',
    ]);
  });
});
