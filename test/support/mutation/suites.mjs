// The tests of a file, defined by Jest's own `describe` and `it`, to be run one at a time and without a Jest around them.
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { jestExpect } from '@jest/expect';
import { SnapshotState } from 'jest-snapshot';
import { evaluateFresh } from './modules.mjs';

const { describe, it, getState, resetState } = createRequire(import.meta.url)('jest-circus');
const globals = { '@jest/globals': { describe, it, test: it, expect: jestExpect } };

const snapshotsOf = (file) =>
  new SnapshotState(join(dirname(file), '__snapshots__', `${basename(file)}.snap`), {
    updateSnapshot: 'none',
    rootDir: process.cwd(),
    snapshotFormat: { escapeString: false, printBasicPrototype: false },
  });

const testsOf = (block, above, file) => {
  const path = block.parent === undefined ? above : [...above, block.name];
  if (block.hooks.length > 0)
    throw new Error(`${file}: hooks are not run when mutating; write the tests without`);
  return block.children.flatMap((child) => {
    if (child.type === 'describeBlock') return testsOf(child, path, file);
    const isSkipped = [child.mode, block.mode].some((mode) => mode === 'skip' || mode === 'todo');
    return [{ name: [...path, child.name].join(' '), run: child.fn, isSkipped }];
  });
};

/** A snapshot that differs does not throw, so that one test may show several: Jest looks for it at the end. */
const throwSuppressed = () => {
  const [error] = jestExpect.getState().suppressedErrors;
  if (error !== undefined) throw error;
};

/** Evaluates a test file and all it imports anew. Returns its tests and the files that were evaluated. */
export const loadSuite = (file) => {
  resetState();
  const files = evaluateFresh(file, globals);
  const snapshotState = snapshotsOf(file);
  const tests = testsOf(getState().rootDescribeBlock, [], file).map(({ name, run, isSkipped }) => ({
    name,
    isSkipped,
    run: async () => {
      jestExpect.setState({ snapshotState, currentTestName: name, testPath: file, suppressedErrors: [] });
      await run();
      throwSuppressed();
    },
  }));
  return { tests, files };
};
