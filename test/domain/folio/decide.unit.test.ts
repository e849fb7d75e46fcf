import { describe, expect, it } from '@jest/globals';
import { folio, rejections, rejectionText, type FolioCommand } from '../../../src/domain/folio/index.js';
import { at, decided, hour, reserve, reserved, returnBlock, returned, stateAfter, voided } from './blocks.js';

const accepted = (...events: unknown[]) => ({ ok: true, events });
const refused = (code: string, details: object) => ({ ok: false, code, details });

it('the folio numbers of a provider are a stream of their own kind', () => {
  expect(folio.kind).toBe('folio');
});

describe('a process takes a block of numbers', () => {
  it('the first block starts at number 1 and is lent for the time asked', () => {
    // CR-000002 would end in * and is skipped: it comes along with the one before.
    expect(decided([], reserve('p1', 1))).toEqual(accepted(reserved(1, 'p1', 1, 3, 60)));
  });

  it('a block holds as many numbers with a folio as were asked for', () => {
    expect(decided([], reserve('p1', 8))).toEqual(accepted(reserved(1, 'p1', 1, 11)));
  });

  it('the next block starts where the last one ended', () => {
    expect(decided([reserved(1, 'p1', 1, 3)], reserve('p2', 1))).toEqual(accepted(reserved(2, 'p2', 3, 4)));
  });

  it.each([0, -1, 1.5, 1001, Number.NaN])('a block of %d numbers is refused', (size) => {
    expect(decided([], reserve('p1', size))).toEqual(
      refused('folio-block-size-invalid', { size, most: 1000 }),
    );
  });

  it('the largest block and the longest lease are still lent', () => {
    const command: FolioCommand = {
      type: 'reserveBlock',
      data: { holder: 'p1', size: 1000, lease: 24 * hour },
    };
    expect(decided([], command)).toMatchObject({ ok: true });
  });

  it.each([0, 24 * hour + 1, 0.5])('a lease of %d ms is refused', (lease) => {
    const command: FolioCommand = { type: 'reserveBlock', data: { holder: 'p1', size: 1, lease } };
    expect(decided([], command)).toEqual(refused('folio-lease-invalid', { lease, most: 24 * hour }));
  });

  it('the last number is lent, and after it there are no more', () => {
    const last = 999_999_999_999_999;
    const given = [reserved(1, 'p1', last - 999, last)];
    expect(decided(given, reserve('p2', 9))).toEqual(accepted(reserved(2, 'p2', last, last + 1)));
    expect(decided([...given, reserved(2, 'p2', last, last + 1)], reserve('p3', 1))).toEqual(
      refused('folio-numbers-exhausted', { next: last + 1 }),
    );
  });

  it('without a prefix no number has a folio', () => {
    expect(decided([], reserve('p1', 1), at(0), 'x')).toMatchObject({
      ok: false,
      code: 'folio-numbers-exhausted',
    });
  });
});

describe('a process gives back what is left', () => {
  const given = [reserved(1, 'p1', 1, 11)];

  it('the rest is free, and is reserved before any new number', () => {
    const rest = decided(given, returnBlock('p1', 1, 5));
    expect(rest).toEqual(accepted(returned(1, 5, 11)));
    expect(decided([...given, returned(1, 5, 11)], reserve('p2', 2))).toEqual(
      accepted(reserved(2, 'p2', 5, 7)),
    );
  });

  it('a block of which nothing was given is given back whole', () => {
    expect(decided(given, returnBlock('p1', 1, 1))).toEqual(accepted(returned(1, 1, 11)));
  });

  it('a rest that was lent whole leaves nothing free', () => {
    expect(stateAfter([...given, returned(1, 5, 11), reserved(2, 'p2', 5, 11)]).free).toEqual([]);
  });

  it('a rest that is shorter than asked for is a block of its own', () => {
    expect(decided([...given, returned(1, 8, 11)], reserve('p2', 64))).toEqual(
      accepted(reserved(2, 'p2', 8, 11)),
    );
  });

  it('the lowest free numbers go first, and rests that touch become one', () => {
    const history = [reserved(1, 'p1', 1, 5), reserved(2, 'p2', 5, 8), returned(2, 6, 8), returned(1, 3, 5)];
    expect(stateAfter(history).free).toEqual([
      { from: 3, to: 5 },
      { from: 6, to: 8 },
    ]);
    expect(stateAfter([...history, reserved(3, 'p3', 5, 6), returned(3, 5, 6)]).free).toEqual([
      { from: 3, to: 8 },
    ]);
    expect(decided(history, reserve('p4', 1))).toEqual(accepted(reserved(3, 'p4', 3, 4)));
  });

  it('a free number that has no folio is not lent on its own', () => {
    expect(decided([reserved(1, 'p1', 1, 3), returned(1, 2, 3)], reserve('p2', 1))).toEqual(
      accepted(reserved(2, 'p2', 3, 4)),
    );
  });

  it('a block of which every number was given is closed by giving back nothing', () => {
    expect(decided(given, returnBlock('p1', 1, 11))).toEqual(accepted(returned(1, 11, 11)));
    expect(stateAfter([...given, returned(1, 11, 11)])).toMatchObject({ live: [], free: [] });
  });

  it('a holder that comes late but before any other still gives back', () => {
    expect(decided(given, returnBlock('p1', 1, 5), at(600))).toEqual(accepted(returned(1, 5, 11)));
  });

  it.each([
    ['of another holder', returnBlock('p2', 1, 5), 'folio-block-of-another-holder', { block: 1 }],
    ['that never was', returnBlock('p1', 7, 5), 'folio-block-not-live', { block: 7 }],
    [
      'from before its start',
      returnBlock('p1', 1, 0),
      'folio-rest-invalid',
      { block: 1, from: 1, to: 11, rest: 0 },
    ],
    [
      'from after its end',
      returnBlock('p1', 1, 12),
      'folio-rest-invalid',
      { block: 1, from: 1, to: 11, rest: 12 },
    ],
    [
      'from half a number',
      returnBlock('p1', 1, 1.5),
      'folio-rest-invalid',
      { block: 1, from: 1, to: 11, rest: 1.5 },
    ],
  ])('a block %s is not given back', (_, command, code, details) => {
    expect(decided(given, command)).toEqual(refused(code, details));
  });

  it('a block is given back once', () => {
    expect(decided([...given, returned(1, 5, 11)], returnBlock('p1', 1, 5))).toMatchObject({
      code: 'folio-block-not-live',
    });
  });
});

describe('a process goes on to its next block', () => {
  const given = [reserved(1, 'p1', 1, 11)];

  it('leaves the one before in the same decision', () => {
    expect(decided(given, reserve('p1', 1, { block: 1, from: 11 }))).toEqual(
      accepted(returned(1, 11, 11), reserved(2, 'p1', 11, 12)),
    );
  });

  it('a process takes up the rest it left first, so that a quiet day leaves no gap', () => {
    expect(decided(given, reserve('p1', 1, { block: 1, from: 4 }), at(90))).toEqual(
      accepted(returned(1, 4, 11), reserved(2, 'p1', 4, 5, 150)),
    );
  });

  it.each([
    ['has been voided', [...given, voided(1)], { block: 1, from: 4 }],
    ['is of somebody else', [reserved(1, 'p9', 1, 11)], { block: 1, from: 4 }],
    ['does not reach so far', given, { block: 1, from: 12 }],
    ['is not the one named', given, { block: 9, from: 4 }],
  ])('a block before that %s is left alone', (_, history, rest) => {
    expect(decided(history, reserve('p1', 1, rest))).toEqual(accepted(reserved(2, 'p1', 11, 12)));
  });
});

describe('the numbers of a holder that is gone are void', () => {
  const given = [reserved(1, 'p1', 1, 11), reserved(2, 'p2', 11, 12, 30)];

  it("the next holder to reserve voids others' blocks whose lease is over, in the same decision", () => {
    expect(decided(given, reserve('p3', 1), at(30))).toEqual(
      accepted(voided(2), reserved(3, 'p3', 12, 13, 90)),
    );
  });

  it('a lease still runs in its last millisecond', () => {
    const command: FolioCommand = { type: 'voidBlock', data: { block: 1, reason: 'holder-gone' } };
    expect(decided(given, command, at(59.999))).toEqual(
      refused('folio-lease-running', { block: 1, expiresAt: at(60) }),
    );
    expect(decided(given, command, at(60))).toEqual(
      accepted({ type: 'FolioBlockVoided', data: { block: 1, reason: 'holder-gone' } }),
    );
  });

  it('a holder does not void its own blocks by reserving', () => {
    expect(decided(given, reserve('p2', 1), at(30))).toEqual(accepted(reserved(3, 'p2', 12, 13, 90)));
  });

  it('a block that is not in use cannot be voided', () => {
    const command: FolioCommand = { type: 'voidBlock', data: { block: 9, reason: 'holder-gone' } };
    expect(decided(given, command, at(600))).toEqual(refused('folio-block-not-live', { block: 9 }));
  });

  it('void numbers are never lent again', () => {
    expect(stateAfter([...given, voided(1), voided(2)])).toEqual({ next: 12, blocks: 2, live: [], free: [] });
  });
});

describe('numbers that a store set aside may have given are void (I-02)', () => {
  const given = [reserved(1, 'p1', 1, 11), returned(1, 5, 11), reserved(2, 'p2', 5, 8)];
  const skip = (upTo: number): FolioCommand => ({ type: 'skipNumbers', data: { holder: 'r', upTo } });
  const skipped = (block: number, from: number, to: number) => [
    reserved(block, 'r', from, to, 0),
    { type: 'FolioBlockVoided', data: { block, reason: 'back-up-restored' } },
  ];

  it('the free ones, and those up to the mark of the other; blocks in use stay', () => {
    expect(decided(given, skip(14))).toEqual(accepted(...skipped(3, 8, 14)));
    expect(decided([...given, reserved(3, 'p3', 11, 12)], skip(14))).toEqual(
      accepted(...skipped(4, 8, 11), ...skipped(5, 12, 14)),
    );
  });

  it('the free ones alone where the mark of the other is not ahead', () => {
    expect(decided(given, skip(3))).toEqual(accepted(...skipped(3, 8, 11)));
    expect(decided(given, skip(Number.NaN))).toEqual(accepted(...skipped(3, 8, 11)));
  });

  it('up to the last number there is, and never beyond', () => {
    expect(decided([], skip(1_000_000_000_000_000))).toMatchObject({ ok: true });
    expect(decided([], skip(1_000_000_000_000_001))).toMatchObject({ code: 'folio-numbers-not-ahead' });
  });

  it.each([1, 0, 1.5])('there is nothing to void below %d in new numbers', (upTo) => {
    expect(decided([], skip(upTo))).toEqual(refused('folio-numbers-not-ahead', { upTo }));
  });
});

describe('refusals speak Spanish and English', () => {
  it.each(Object.entries(rejections))('%s', (_, { es, en }) => {
    expect(es).not.toBe(en);
    expect(es.length).toBeGreaterThan(10);
  });

  it('with their details', () => {
    const decision = decided([], returnBlock('p1', 7, 1));
    if (decision.ok) throw new Error('block 7 never was');
    expect(rejectionText(decision).es).toContain('bloque 7');
    expect(rejectionText(decision).en).toContain('Block 7');
  });
});
