import { describe, expect, it } from '@jest/globals';
import { kinds, subjects, trackIds, trackOf, tracks } from '../../../src/domain/complaint/index.js';

/** The table of domain.md 6.1, row by row: routed, technician, cause by, repair, ruled, final word. */
const table = {
  fault: ['optional', 'required', 'technical-lead', 'if-fault-found', true, 'notice'],
  'technical-complaint': ['required', 'required', 'technical-lead', 'if-fault-found', true, 'notice'],
  'other-complaint': ['required', 'never', 'competent-area', 'never', true, 'notice'],
  clarification: ['required', 'never', 'competent-area', 'never', true, 'notice'],
  inquiry: ['optional', 'never', 'nobody', 'never', false, 'answer'],
  suggestion: ['optional', 'never', 'nobody', 'never', false, 'answer'],
  cancellation: ['required', 'never', 'nobody', 'never', false, 'execution'],
  procedure: ['required', 'optional', 'nobody', 'never', false, 'answer'],
} as const;

describe('Which steps a request needs', () => {
  it.each(trackIds)('%s: as the table of the procedures has it (I-05, I-13)', (id) => {
    const { routed, technician, causeBy, repair, ruled, final } = tracks[id];
    expect([routed, technician, causeBy, repair, ruled, final]).toEqual(table[id]);
  });

  it.each(trackIds)('%s: the final word carries what the user is owed (O-24..O-26)', (id) => {
    const byFinal = {
      notice: ['causes', 'ruling', 'restoration'],
      answer: ['answer'],
      execution: ['effective-date'],
    };
    expect(tracks[id].carries).toEqual(byFinal[tracks[id].final]);
  });
});

describe('The track of a request', () => {
  it('is technical for a complaint about service or equipment, also without a defect (O-01)', () => {
    for (const subject of subjects) {
      const technical = subject === 'service' || subject === 'equipment';
      expect(trackOf('complaint', subject)).toBe(technical ? 'technical-complaint' : 'other-complaint');
    }
  });

  it('is that of its kind for everything else', () => {
    for (const kind of kinds.filter((one) => one !== 'complaint'))
      for (const subject of subjects) expect(trackOf(kind, subject)).toBe(kind);
  });
});
