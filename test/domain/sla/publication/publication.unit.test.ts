import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../../../../src/domain/kernel/instant.js';
import { slaPolicyOf } from '../../../../src/domain/provider/deadlines.js';
import { conectared } from '../../../../src/domain/provider/conectared.js';
import { publication, type PublicationCommand } from '../../../../src/domain/sla/publication/publication.js';
import { officeSource, published } from '../calendars.js';

const calendar = (version: number, sourceSha256 = 'one'): PublicationCommand => ({
  type: 'publishCalendar',
  data: {
    calendar: published('America/Mexico_City', officeSource(), { version }),
    ...{ sha256: 'content', sourceSha256 },
  },
});

const policy: PublicationCommand = {
  type: 'publishPolicy',
  data: { policy: slaPolicyOf(conectared), sha256: 'content', sourceSha256: 'one' },
};

const recorded = { revision: 0, occurredAt: instantOf(0), actor: 'publication', role: 'system' };

const after = (...commands: readonly PublicationCommand[]) =>
  commands.reduce((state, command) => {
    const decision = publication.decide(command, state, null);
    if (!decision.ok) throw new Error(decision.code);
    return decision.events.reduce((next, event) => publication.evolve(next, event, recorded), state);
  }, publication.initial);

describe('a calendar or a policy', () => {
  it('is published in a version, as it is given (I-18)', () => {
    expect(publication.decide(policy, publication.initial, null)).toEqual({
      ok: true,
      events: [{ type: 'PolicyPublished', data: policy.data }],
    });
    expect(after(calendar(1), calendar(3), calendar(2, 'other'))).toEqual({ 1: 'one', 2: 'other', 3: 'one' });
  });

  it('is not published again with the same content, and refused with another', () => {
    const details = { version: 1, published: 'one', given: 'one' };
    const state = after(calendar(1));
    expect(publication.decide(calendar(1), state, null)).toEqual({
      ...{ ok: false, code: 'already-published', details },
    });
    expect(publication.decide(calendar(1, 'other'), state, null)).toEqual({
      ...{ ok: false, code: 'version-differs', details: { ...details, given: 'other' } },
    });
  });

  it('keeps the first content of a version, whatever events a store holds', () => {
    const event = (sourceSha256: string) => {
      const { data } = calendar(1, sourceSha256);
      if (!('calendar' in data)) throw new Error('no calendar');
      return { type: 'CalendarPublished', data } as const;
    };
    const state = publication.evolve(publication.initial, event('one'), recorded);
    expect(publication.evolve(state, event('other'), recorded)).toEqual({ 1: 'one' });
  });
});
