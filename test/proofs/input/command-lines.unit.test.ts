import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { subcommands } from '../../../src/interfaces/cli/subcommands.js';
import { fakeQuejas } from '../../interfaces/cli/fake-quejas.js';
import { runWith } from '../../interfaces/cli/terminal.js';
import { proof, proofTimeout } from '../../support/proof.js';
import { hostileText } from './hostile.js';

/** The demo is left out: it takes nothing from outside, and makes a store of its own at every call. */
const fuzzed = subcommands.filter(({ name }) => name !== 'demo');

/** A subcommand with flags of its own, filled with whatever people and programs put there. */
const commandLine = fc.constantFrom(...fuzzed).chain(({ name, flags, commonFlags = [] }) => {
  const known = [...flags, ...commonFlags].map((flag) => `--${flag.name}`);
  const flag = fc.constantFrom('--input', '--json', '--lang', '--now', ...known);
  const pair = fc.oneof(
    fc.tuple(flag, hostileText).map(([left, right]) => [left, right]),
    fc.tuple(flag, hostileText).map(([left, right]) => [`${left}=${right}`]),
    hostileText.map((text) => [text]),
  );
  return fc.array(pair, { maxLength: 5 }).map((pairs) => [name, ...pairs.flat()]);
});

const input = fc.oneof(hostileText, fc.json(), fc.constant('{"commandId":"c-1","__proto__":{"x":1}}'));

describe('whatever command line is given', () => {
  it(
    'ends with a status from 0 to 3, a code where it is not 0, and no stack on any stream',
    async () => {
      await fc.assert(
        fc.asyncProperty(commandLine, input, async (argv, typed) => {
          const { status, stdout, stderr } = await runWith(fakeQuejas().opener, argv, { input: typed });
          expect([0, 1, 2, 3]).toContain(status);
          expect(stdout + stderr).not.toMatch(/^\s+at .+:\d+:\d+/m);
          if (status !== 0) expect(stdout + stderr).toMatch(/[a-z]+(-[a-z]+)*/);
          expect(stderr).not.toContain('\u001b[2J');
        }),
        proof(200),
      );
    },
    proofTimeout(200),
  );
});
