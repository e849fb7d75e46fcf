// The order in which tests look for a mutant: it changes no verdict, only how soon it falls.
import { basename, relative } from 'node:path';

const TABLES_PINNED = 'words';
const LONG_WALKS = ['laws', 'model', 'said-again'];

const wordsOf = (path) =>
  relative(process.cwd(), path)
    .split(/[/\\]/)
    .map((part) => part.replace(/\..*$/, ''));

/**
 * Compares test files: first the one that pins tables, then those that share most of the path of `file`, last the long
 * walks over whole complaints.
 */
export const byLikeness = (file) => {
  const words = new Set(wordsOf(file));
  const score = (suite) => {
    const name = basename(suite, '.unit.test.ts');
    if (name === TABLES_PINNED) return Infinity;
    if (LONG_WALKS.includes(name)) return 0;
    return wordsOf(suite).filter((word) => words.has(word)).length;
  };
  return (a, b) => Math.sign(score(b) - score(a)) || 0;
};
