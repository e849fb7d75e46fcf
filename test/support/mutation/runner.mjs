// A Stryker test runner that keeps everything in one process: the domain is pure, so a mutant needs new modules and no
// new machine. Every mutant gets the test files that evaluate its file, each with modules of its own, as in Jest.
import { readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import './settings.cjs';
import { byLikeness } from './likeness.mjs';
import { loadSuite } from './suites.mjs';

const TESTS = join('test', 'domain');
/** Folders of it, separated by commas, whose tests alone are to look for a mutant; all of them where it is not given. */
const CHOSEN = process.env.QUEJAS_MUTATION_TESTS?.split(',').map((folder) => `${folder}/`) ?? [''];
/** Files of them, by their names, that are left out: long walks take minutes for a mutant that survives. */
const LEFT_OUT = process.env.QUEJAS_MUTATION_WITHOUT?.split(',').map((name) => `${name}.unit.test.ts`) ?? [];
const stryker = (globalThis.__stryker__ ??= {});
const filesOf = new Map();

const allSuites = () =>
  readdirSync(TESTS, { recursive: true })
    .filter((name) => name.endsWith('.unit.test.ts') && CHOSEN.some((folder) => name.startsWith(folder)))
    .filter((name) => !LEFT_OUT.includes(basename(name)))
    .map((name) => join(process.cwd(), TESTS, name))
    .sort();

const idOf = (suite, test) => `${relative(process.cwd(), suite)}: ${test.name}`;
const messageOf = (error) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const runTest = async (suite, test) => {
  const common = { id: idOf(suite, test), name: idOf(suite, test), fileName: suite };
  if (test.isSkipped) return { ...common, status: 2, timeSpentMs: 0 };
  const start = performance.now();
  try {
    await test.run();
    return { ...common, status: 0, timeSpentMs: performance.now() - start };
  } catch (error) {
    return { ...common, status: 1, failureMessage: messageOf(error), timeSpentMs: performance.now() - start };
  }
};

const dryRun = async () => {
  stryker.activeMutant = undefined;
  stryker.mutantCoverage = { static: {}, perTest: {} };
  const tests = [];
  for (const suite of allSuites()) {
    stryker.currentTestId = undefined;
    for (const test of loadSuite(suite).tests) {
      stryker.currentTestId = idOf(suite, test);
      tests.push(await runTest(suite, test));
      stryker.currentTestId = undefined;
    }
  }
  return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage };
};

const evaluatedBy = (suite) => {
  if (!filesOf.has(suite)) filesOf.set(suite, loadSuite(suite).files);
  return filesOf.get(suite);
};

const suitesFor = (file, testFilter) => {
  const concerned =
    testFilter === undefined
      ? allSuites().filter((suite) => evaluatedBy(suite).has(file))
      : allSuites().filter((suite) =>
          testFilter.some((id) => id.startsWith(`${relative(process.cwd(), suite)}: `)),
        );
  return concerned.sort(byLikeness(file));
};

const firstFailure = async (concerned, testFilter) => {
  const wanted = testFilter && new Set(testFilter);
  let nrOfTests = 0;
  for (const suite of concerned) {
    for (const test of loadSuite(suite).tests) {
      if (wanted !== undefined && !wanted.has(idOf(suite, test))) continue;
      nrOfTests += 1;
      const { status, id, failureMessage } = await runTest(suite, test);
      if (status === 1) return { nrOfTests, id, failureMessage };
    }
  }
  return { nrOfTests };
};

const mutantRun = async ({ activeMutant, sandboxFileName, testFilter, hitLimit }) => {
  stryker.activeMutant = undefined;
  stryker.mutantCoverage = undefined;
  const concerned = suitesFor(sandboxFileName, testFilter);
  Object.assign(stryker, {
    activeMutant: activeMutant.id,
    hitLimit,
    hitCount: hitLimit === undefined ? undefined : 0,
  });
  try {
    const { nrOfTests, id, failureMessage } = await firstFailure(concerned, testFilter);
    if (stryker.hitCount > hitLimit) return { status: 'timeout', reason: `hit more than ${hitLimit} times` };
    return id === undefined
      ? { status: 'survived', nrOfTests }
      : { status: 'killed', nrOfTests, killedBy: [id], failureMessage };
  } catch (error) {
    return { status: 'error', errorMessage: messageOf(error) };
  } finally {
    Object.assign(stryker, { activeMutant: undefined, hitLimit: undefined, hitCount: undefined });
  }
};

const createRunner = () => ({
  capabilities: () => ({ reloadEnvironment: true }),
  dryRun,
  mutantRun,
});
createRunner.inject = [];

export const strykerPlugins = [{ kind: 'TestRunner', name: 'one-process', factory: createRunner }];
