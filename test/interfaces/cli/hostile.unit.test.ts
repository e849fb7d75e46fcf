import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonLine } from '../../../src/interfaces/cli/terminal/json-line.js';
import type { QueueItem } from '../../../src/queries/listed.js';
import { fakeQuejas, storedEvent } from './fake-quejas.js';
import { runWith } from './terminal.js';

const esc = '\u001b';
const hostile = `a${esc}[2J${esc}]0;owned\u0007\u202egpj.exe\u0000\r\n\u009b31mb\ud800`;
/** What a terminal acts on, or an eye is fooled by. */
const harmful = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const item: QueueItem = {
  folio: 'CR-000123-0',
  kind: 'fault',
  status: 'inProgress',
  reason: hostile,
  reasons: [hostile],
  queue: hostile,
  holder: hostile,
  dueAt: null,
  dueDay: null,
  clock: null,
  deadline: null,
  remainingMs: null,
  since: hostile,
  severity: hostile,
  technician: hostile,
  area: hostile,
};

describe('hostile text', () => {
  it.each([true, false])('reaches no terminal and no pipe from a queue (terminal: %s)', async (isTTY) => {
    const queue = () => Promise.resolve({ items: [item], total: 1, next: hostile });
    const { opener } = fakeQuejas({ queue });
    const env = { NO_COLOR: '1' };
    const { stdout, stderr } = await runWith(opener, ['queue', '--store', 'memory:'], { isTTY, env });
    expect(stdout).toContain('CR-000123-0');
    expect(stdout).not.toMatch(harmful);
    expect(stderr.replaceAll('\n', '')).not.toMatch(harmful);
  });

  it('stays on its own line of a tab-separated list', async () => {
    const page = { events: [storedEvent(1, { type: 'A\tB\nC' })], next: undefined, caughtUp: true };
    const { opener } = fakeQuejas({ events: () => Promise.resolve(page) });
    const { stdout } = await runWith(opener, ['events', '--store', 'memory:']);
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stdout.split('\t')).toHaveLength(6);
  });

  it('of a mistyped command comes back harmless', async () => {
    const { opener } = fakeQuejas();
    for (const argv of [
      [hostile],
      ['file', `--${hostile}`],
      ['show', 'F', '--at', hostile],
      ['--lang', hostile],
    ]) {
      const { stderr } = await runWith(opener, [...argv, 'x']);
      expect(stderr.trimEnd()).not.toMatch(harmful);
      expect(stderr.split('\n')).toHaveLength(2);
    }
  });

  it('in JSON is the same value, and still one harmless line', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const line = jsonLine(value);
        expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(line.slice(0, -1)).not.toMatch(harmful);
        expect(line.slice(0, -1)).not.toContain('\n');
      }),
    );
    expect(jsonLine({ text: hostile }).trimEnd()).not.toMatch(harmful);
  });
});
