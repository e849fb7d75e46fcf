import { describe, expect, it } from '@jest/globals';
import type { AppendOutcome, Expectation } from '../../../src/application/ports/event-store.js';
import { hasOneOrder, type Call } from '../../../src/testing/event-store-contract/history.js';
import { sampleAppend } from '../../../src/testing/event-store-contract/samples.js';

const append = (
  begin: number,
  end: number,
  commandId: string,
  expected: Expectation,
  outcome: AppendOutcome,
): Call => ({
  begin,
  end,
  call: { kind: 'append', request: sampleAppend('complaint-1', commandId, expected), outcome },
});

const read = (begin: number, end: number, length: number): Call => ({
  begin,
  end,
  call: { kind: 'read', length },
});

const position = '0000000000000001';
const appended = (revision: number): AppendOutcome => ({ kind: 'appended', revision, position });
const conflict = (actual: number | 'none'): AppendOutcome => ({ kind: 'conflict', actual });
const duplicate = (revision: number): AppendOutcome => ({
  kind: 'duplicate',
  firstRevision: revision,
  revision,
  position,
});

describe('whether answers can have come one after the other', () => {
  it('finds the order of calls that were made at the same time', () => {
    const calls = [
      append(0, 5, 'a', 'none', conflict(0)),
      append(1, 6, 'b', 'none', appended(0)),
      read(2, 7, 0),
      read(3, 4, 1),
    ];
    expect(hasOneOrder(calls)).toBe(true);
  });

  it('refuses two winners of one race', () => {
    expect(
      hasOneOrder([append(0, 2, 'a', 'none', appended(0)), append(1, 3, 'b', 'none', appended(0))]),
    ).toBe(false);
  });

  it('refuses an answer that comes before what was answered before it was asked', () => {
    expect(hasOneOrder([append(0, 1, 'a', 'any', appended(0)), read(2, 3, 0)])).toBe(false);
    expect(hasOneOrder([append(0, 2, 'a', 'any', appended(0)), read(1, 3, 0)])).toBe(true);
  });

  it('refuses a command that is stored twice, and a duplicate of nothing', () => {
    expect(hasOneOrder([append(0, 1, 'a', 'any', appended(0)), append(2, 3, 'a', 'any', appended(1))])).toBe(
      false,
    );
    expect(
      hasOneOrder([append(0, 1, 'a', 'any', appended(0)), append(2, 3, 'a', 'none', duplicate(0))]),
    ).toBe(true);
    expect(hasOneOrder([append(0, 1, 'a', 'any', duplicate(0))])).toBe(false);
  });

  it('refuses a conflict where there was none, and one with another revision than the actual', () => {
    expect(hasOneOrder([append(0, 1, 'a', 'any', appended(0)), append(2, 3, 'b', 0, conflict(0))])).toBe(
      false,
    );
    expect(hasOneOrder([append(0, 1, 'a', 'any', appended(0)), append(2, 3, 'b', 4, conflict(1))])).toBe(
      false,
    );
    expect(hasOneOrder([append(0, 1, 'a', 'exists', conflict('none'))])).toBe(true);
  });
});
