import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { complaintIdOf, eventIdOf } from '../../../src/application/identity/derived-ids.js';
import { instantOfUuid, isUuid } from '../../../src/application/identity/uuid.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';

const moments = fc.integer({ min: 0, max: 4_000_000_000_000 }).map(instantOf);

describe('a complaint’s id', () => {
  it('is its command’s where that is a UUID', () => {
    const id = '0198C2D1-7000-7000-8000-000000000001';
    expect(complaintIdOf('conectared', id, instantOf(0))).toBe(id.toLowerCase());
  });

  it('is a UUID that a retry finds again, and that carries the moment of receipt', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), moments, (command, at) => {
        fc.pre(!isUuid(command));
        const id = complaintIdOf('conectared', command, at);
        expect(isUuid(id)).toBe(true);
        expect(id).toBe(complaintIdOf('conectared', command, at));
        expect(instantOfUuid(id)).toBe(at);
        expect(id).not.toBe(complaintIdOf('emenet', command, at));
      }),
    );
  });

  it('is one of the command alone where nobody says when it was received', () => {
    const id = complaintIdOf('conectared', 'r-1', undefined);
    expect(id).toBe(complaintIdOf('conectared', 'r-1', undefined));
    expect(isUuid(id)).toBe(true);
    expect(id).not.toBe(complaintIdOf('conectared', 'r-2', undefined));
    expect(id).not.toBe(complaintIdOf('emenet', 'r-1', undefined));
  });
});

describe('an event’s id', () => {
  it('differs with its stream, its command and its place in it, and with nothing else', () => {
    const stream = `complaint-${complaintIdOf('conectared', 'r-1', instantOf(1_700_000_000_000))}`;
    const ids = [
      eventIdOf(stream, 'c', 0),
      eventIdOf(stream, 'c', 1),
      eventIdOf(stream, 'd', 0),
      eventIdOf('folio-conectared', 'c', 0),
    ];
    expect(new Set(ids).size).toBe(4);
    expect(ids.every(isUuid)).toBe(true);
    expect(eventIdOf(stream, 'c', 0)).toBe(ids[0]);
  });
});
