import { describe, expect, it } from '@jest/globals';
import { initialFacets, publicStatus, type Facets } from '../../../src/domain/complaint/index.js';

const status = (facets: Partial<Facets>) => publicStatus({ ...initialFacets, ...facets });
const everything = { openRequests: 1, hold: 'crew', proceedings: 1, final: 'sent', begun: true } as const;

describe('The public status is the first that applies, in TMF621’s words (O-34, I-20)', () => {
  it.each([
    ['rejected', 'not-accepted'],
    ['cancelled', 'withdrawn'],
    ['cancelled', 'lapsed'],
    ['cancelled', 'duplicate'],
    ['closed', 'closed'],
  ] as const)('%s where it ended: %s, whatever else', (expected, ending) => {
    expect(status({ ending })).toBe(expected);
    expect(status({ ...everything, ending })).toBe(expected);
  });

  it('pending while the user is asked, whatever else', () => {
    expect(status({ openRequests: 2 })).toBe('pending');
    expect(status(everything)).toBe('pending');
  });

  it('held while on hold or before an authority', () => {
    expect(status({ hold: 'supplier' })).toBe('held');
    expect(status({ proceedings: 1 })).toBe('held');
    expect(status({ ...everything, openRequests: 0 })).toBe('held');
  });

  it.each(['sent', 'delivered', 'failed'] as const)('resolved once the final word is %s', (final) => {
    expect(status({ final })).toBe('resolved');
    expect(status({ final, begun: true })).toBe('resolved');
  });

  it('inProgress once anything was done about it', () => {
    expect(status({ begun: true })).toBe('inProgress');
  });

  it('acknowledged before that', () => {
    expect(status({})).toBe('acknowledged');
  });
});
