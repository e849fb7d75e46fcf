import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { libraryOpener } from '../../src/interfaces/cli/session/library-opener.js';
import { removeScratch, scratchFolder } from '../composition/opened.js';
import { runWith } from '../interfaces/cli/terminal.js';

afterAll(removeScratch);

interface Ran {
  readonly line: string;
  readonly status: number;
  readonly json: unknown;
}

const linesIn = (guide: string): readonly string[] =>
  [...readFileSync(join(__dirname, '../../docs/guides', guide), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, code = '']) => code.split('\n'))
    .filter((line) => line.trim() !== '');

/** The words of a line, as a shell takes them. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** Runs the commands of a guide one after the other, in a folder of their own; what is no `quejas` by the shell. */
const runGuide = async (guide: string): Promise<readonly Ran[]> => {
  const cwd = scratchFolder();
  const env: Record<string, string> = {};
  const ran: Ran[] = [];
  for (const line of linesIn(guide)) {
    const [first = '', ...argv] = wordsOf(line);
    if (first === 'export') {
      const [name = '', value = ''] = (argv[0] ?? '').split('=', 2);
      env[name] = value;
    } else if (first === 'quejas') {
      const { status, json } = await runWith(libraryOpener, [...argv, '--json'], { cwd, env });
      ran.push({ line, status, json: json[0] });
    } else expect([line, spawnSync('sh', ['-c', line], { cwd }).status]).toEqual([line, 0]);
  }
  return ran;
};

const folioOf = (ran: Ran | undefined): unknown =>
  typeof ran?.json === 'object' && ran.json !== null && 'folio' in ran.json ? ran.json.folio : undefined;

describe.each(['keys-and-back-ups.md', 'keys-and-back-ups.es.md'])(
  'the drill of the guide to keys and back-ups, %s',
  (guide) => {
    it('comes out as it says: what is readable, what is void and what is told', async () => {
      const ran = await runGuide(guide);
      const saidBy = (start: string) => ran.filter(({ line }) => line.startsWith(`quejas ${start}`));
      const filings = saidBy('file');
      const [first, second, third] = filings.map(folioOf);
      expect(first).toBe('CR-000001-K');

      const [older, newer] = saidBy('keys check');
      expect(older).toMatchObject({ status: 0, json: { ok: true, persons: 2 } });
      const [checked] = saidBy('check');
      expect(checked).toMatchObject({ status: 0, json: { ok: true, folios: { assigned: 2, void: 1 } } });
      const [readable, ofFirst, ofThird] = saidBy('show').map(({ json }) => JSON.stringify(json));
      expect(readable).toContain('Ana Uno');
      expect(saidBy('list')[0]).toMatchObject({ json: { total: 0 } });
      expect(filings[3]).toMatchObject({ status: 0 });
      expect([first, second]).not.toContain(folioOf(filings[3]));

      expect(newer).toMatchObject({ status: 3, json: { ok: false, code: 'keys-behind' } });
      expect(ofFirst).toContain('Ana Uno');
      expect(saidBy('show')[2]?.line).toContain(third);
      expect(ofThird).toContain('"key-missing"');
      expect(ofThird).not.toContain('Carla Tres');
      expect(filings[4]).toMatchObject({ status: 3, json: { ok: false, code: 'keys-behind' } });
      expect(saidBy('keys adopt')[0]).toMatchObject({ status: 0 });
      expect(filings[5]).toMatchObject({ status: 0, json: { ok: true } });
      expect([first, second, third]).not.toContain(folioOf(filings[5]));

      const ofLog = saidBy('audit').map(({ status, json }) => [status, json]);
      const [forgotten, behind, lost, another, bare, goneOn] = ofLog;
      expect([forgotten, bare]).toMatchObject([
        [1, { code: 'signer-memory-missing' }],
        [1, { code: 'signer-memory-missing' }],
      ]);
      expect(behind).toMatchObject([1, { code: 'log-behind-signer' }]);
      expect(lost).toMatchObject([1, { code: 'signer-key-missing' }]);
      expect(another).toMatchObject([0, { newKey: true }]);
      expect(goneOn).toMatchObject([0, { newKey: false, keys: [{}] }]);
    }, 120_000);
  },
);
