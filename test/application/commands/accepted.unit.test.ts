import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { noneAccepted, type AcceptedCommands } from '../../../src/application/commands/accepted.js';

const outcome = (firstRevision: number) => ({
  firstRevision,
  types: ['Filed'],
  position: 'p',
  occurredAt: instantOf(0),
  by: { actor: 'a', role: 'system' },
});
const ids = ['a', 'b', 'c', 'd'] as const;

describe('the accepted commands of a stream', () => {
  it('are as of their moment, whatever comes after it, and by whichever of several ways (I-25)', () => {
    const step = fc.record({ from: fc.nat(), id: fc.constantFrom(...ids), revision: fc.nat() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const moments: (readonly [AcceptedCommands, ReadonlyMap<string, number>])[] = [
          [noneAccepted(), new Map()],
        ];
        for (const { from, id, revision } of steps) {
          const [commands, model] = moments[from % moments.length] ?? [
            noneAccepted(),
            new Map<string, number>(),
          ];
          moments.push([commands.with(id, outcome(revision)), new Map(model).set(id, revision)]);
        }
        for (const [commands, model] of moments)
          for (const id of ids) expect(commands.get(id)?.firstRevision).toBe(model.get(id));
      }),
    );
  });

  it('grow without being copied: a long stream costs each command as much as a short one', () => {
    let commands = noneAccepted();
    for (let count = 0; count < 200_000; count += 1)
      commands = commands.with(`c-${String(count)}`, outcome(count));
    expect(commands.get('c-0')).toEqual(outcome(0));
    expect(commands.get('c-199999')).toEqual(outcome(199_999));
  });
});
