import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { isRefusalCode, refusalsOfEvery } from '../../src/application/commands/refusals.js';
import { commandTypes } from '../../src/application/commands/parse-command.js';
import { complaint } from '../../src/domain/complaint/decider.js';
import { asksOf } from '../domain/complaint/support/asks.js';
import { nextCircumstances, nowOf, walks } from '../domain/complaint/support/walks.js';

const source = (path: string) => readFileSync(join(__dirname, '../../src', path), 'utf8');
const sources = source('composition/complaint-methods.ts') + source('application/commands/inputs/filing.ts');

/** The doc comment right above a member or an interface of that name. */
const commentOf = (type: string): string => {
  const name = type === 'file' ? 'export interface FileInput' : `readonly ${type}: `;
  const before = sources.slice(0, sources.indexOf(name));
  return before.slice(before.lastIndexOf('/**'));
};

const codesIn = (comment: string): readonly string[] =>
  Array.from((/May be refused with ([^.]+)\./.exec(comment)?.[1] ?? '').matchAll(/`([^`]+)`/g), ([, code]) =>
    String(code),
  );

describe('the comment of a command', () => {
  it.each(commandTypes)('of %s says who may give it, and only codes that there are', (type) => {
    const comment = commentOf(type);
    expect(comment).toMatch(/Who may: `/);
    expect(codesIn(comment).filter((code) => !isRefusalCode(code))).toEqual([]);
    if (codesIn(comment).length === 0)
      expect(comment).toContain('Refused only with what every command may meet.');
  });

  it('names every code that its rules give, whatever the complaint has lived through', () => {
    const documented = new Map(commandTypes.map((type) => [type, codesIn(commentOf(type))]));
    const ofEvery: readonly string[] = refusalsOfEvery;
    fc.assert(
      fc.property(walks(20), (walk) => {
        for (const ask of asksOf(walk.state, nowOf(walk))) {
          const decision = complaint.decide(ask.command, walk.state, nextCircumstances(walk, ask));
          if (decision.ok || ofEvery.includes(decision.code)) continue;
          expect({ [ask.command.type]: documented.get(ask.command.type) }).toEqual({
            [ask.command.type]: expect.arrayContaining([decision.code]),
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});
