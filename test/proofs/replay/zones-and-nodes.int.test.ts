import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { replay, type ReplayQuestion } from '../../../src/jobs/replay/index.js';
import { builtFile } from '../../support/built.js';
import { installedNode, processZones, supportedNodes } from '../../support/nodes.js';
import { describeWithShared } from '../../support/shared.js';
import { exportImported, foliosOf, helpdeskLog, openImported, readHelpdesk } from './helpdesk.js';

const root = mkdtempSync(join(tmpdir(), 'quejas-replayed-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Asks the command line one thing after another, in one process. */
const program = `
const [, module, asked] = process.argv;
const { runCli } = await import(module);
for (const argv of JSON.parse(asked)) process.exitCode ||= await runCli(argv);
`;

describeWithShared(helpdeskLog)('the cases of the help desk, replayed', () => {
  const store = `sqlite:${join(root, 'helpdesk.db')}` as const;
  const bundle = join(root, 'bundle');
  let cli: string;
  /** What is asked on the command line, and what this process answers. */
  let asked: readonly (readonly string[])[];
  let told: string;

  beforeAll(async () => {
    cli = pathToFileURL(builtFile('interfaces/cli/index.js')).href;
    const helpdesk = await readHelpdesk(8);
    const { provider } = helpdesk.mapping;
    const quejas = await openImported(helpdesk, helpdesk.cases, store);
    await exportImported(quejas, provider, bundle);
    const [folio = ''] = await foliosOf(quejas);
    const questions: readonly (readonly [ReplayQuestion, typed: string])[] = [
      [{ of: 'sla', at: '2012-07-15T10:34:56.789Z' }, '2012-07-15T10:34:56.789Z'],
      // Typed without an offset it is the time of the provider's clocks, those of Rome, wherever the process lives.
      [{ of: 'queue', at: '2012-07-15T10:34:00.000Z' }, '2012-07-15T12:34'],
      [{ of: { folio }, at: '2014-02-01T00:00:00.000Z' }, '2014-02-01T01:00:00+01:00'],
    ];
    const answers = await Promise.all(
      questions.map(([question]) => replay({ store: quejas.store, provider }, question)),
    );
    told = `${answers.join('\n')}\n`;
    asked = questions.map(([{ of }, at]) => [
      'replay',
      ...(typeof of === 'string' ? [`--${of}`] : ['--folio', of.folio]),
      ...['--at', at],
    ]);
    await quejas.close();
  }, 600_000);

  describe.each(supportedNodes)('on Node %s', (version) => {
    const node = installedNode(version);
    (node === undefined ? it.skip : it).each(processZones)(
      'give the same bytes from the store and from its bundle where the process lives in %s',
      (zone) => {
        // Without a key the bundle alone vouches for an answer, which is said beside it.
        for (const [from, beside] of [
          [['--store', store, '--provider', 'helpdesk'], /^$/],
          [['--bundle', bundle], /^(?:[^\n]+:(?: [0-9a-f]{4}){16}\n){3}$/],
        ] as const) {
          const argv = JSON.stringify(asked.map((each) => [...each, ...from]));
          const { status, stdout, stderr } = spawnSync(
            node ?? '',
            ['--input-type=module', '-e', program, cli, argv],
            { cwd: root, encoding: 'utf8', env: { ...process.env, TZ: zone } },
          );
          expect({ status, stdout, stderr }).toEqual({
            status: 0,
            stdout: told,
            stderr: expect.stringMatching(beside),
          });
        }
      },
      120_000,
    );
  });
});
