import { expect, it } from '@jest/globals';
import { refused } from '../../../src/application/commands/command-result.js';
import { tellCommand } from '../../../src/application/commands/tell-command.js';
import type { Logger } from '../../../src/application/ports/logger.js';

const telling = () => {
  const lines: unknown[] = [];
  const line =
    (level: string) =>
    (message: string, details?: unknown): void => {
      lines.push([level, message, details]);
    };
  const logger: Logger = {
    debug: line('debug'),
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
  };
  return { lines, told: tellCommand({ tracer: undefined, logger, provider: 'conectared' }) };
};

const by = { process: 'deadlines', complaint: 'c-1' };
const answer = (code: Parameters<typeof refused>[0]) => () => Promise.resolve(refused(code));

it('a refusal of what a process asked for is one line, with the process and the complaint', async () => {
  const { lines, told } = telling();
  await told('recordBreach', answer('not-yet-due'), by);
  expect(lines).toEqual([['info', 'refused', { type: 'recordBreach', code: 'not-yet-due', ...by }]]);
});

it.each(['revision-conflict', 'too-busy'] as const)(
  'that another program was first (%s) is a line for a caller, and none for a process that asks anew',
  async (code) => {
    const { lines, told } = telling();
    await told('recordBreach', answer(code), by);
    expect(lines).toEqual([]);
    await told('recordBreach', answer(code));
    expect(lines).toEqual([['info', 'refused', { type: 'recordBreach', code }]]);
  },
);
