import { describe, expect, it } from '@jest/globals';
import { isComplaintEvent } from '../../../src/domain/complaint/evolve.js';
import { complaint, initialFacets, isFiled } from '../../../src/domain/complaint/index.js';
import { initialCard } from '../../../src/domain/complaint/card.js';
import { evolveCard } from '../../../src/domain/complaint/evolve.js';
import {
  communicateFolio,
  filedRequest,
  folio,
  given,
  happened,
  hours,
  people,
  type Step,
} from '../../../src/testing/index.js';

const by = people.customerService;
const onlyFiled: Step = { event: happened('Filed', filedRequest()), by };
const onlyFolio: Step = {
  event: happened('FolioAssigned', { folio, label: 'folio', assignedAt: hours(0) }),
  by,
};
const reclassified: Step = {
  event: happened('Reclassified', { from: 'inquiry', kind: 'fault', subject: 'service' }),
  by,
};

describe('Before anything is recorded', () => {
  it('a complaint is ordinary, untouched and linked to nothing', () => {
    expect(complaint.kind).toBe('complaint');
    expect(complaint.initial).toMatchObject({ severity: 'normal', links: [], warnings: [], breaches: [] });
    expect(initialFacets).toMatchObject({ restoration: 'none', visits: {} });
  });
});

describe('In a log of everything', () => {
  it('the events of complaints are told apart', () => {
    expect(isComplaintEvent({ type: 'Filed', data: {} })).toBe(true);
    expect(isComplaintEvent({ type: 'FolioBlockReserved', data: {} })).toBe(false);
  });
});

describe('Where a reader skips some of the beginning', () => {
  it.each([
    ['everything', []],
    ['the folio', [onlyFiled]],
    ['the filing', [onlyFolio]],
    ['the filing, but not what it was reclassified to', [onlyFolio, reclassified]],
    ['the folio of what was reclassified', [onlyFiled, reclassified]],
  ] as const)('it is no request that is filed: without %s', (_name, steps) => {
    const story = given(...steps);
    expect(isFiled(story.state)).toBe(false);
    story.when(communicateFolio(), by).isRejected('not-filed');
  });

  it('it is one with both, in either order', () => {
    expect(isFiled(given(onlyFiled, onlyFolio).state)).toBe(true);
    expect(isFiled(given(onlyFolio, onlyFiled).state)).toBe(true);
  });
});

describe('An event that changes nothing of where a complaint stands', () => {
  it('leaves the very same card, so that no row needs to be written', () => {
    const occurredAt = hours(1);
    const note = happened('NoteAdded', { visibility: 'staff' });
    expect(evolveCard(initialCard, note, { occurredAt, role: 'customer-service' })).toBe(initialCard);
    const begun = { ...initialCard, facets: { ...initialFacets, begun: true } };
    const contact = { direction: 'to-user', channel: 'phone', contactedAt: hours(1) } as const;
    expect(
      evolveCard(begun, happened('ContactMade', contact), { occurredAt, role: 'customer-service' }),
    ).toBe(begun);
  });
});
