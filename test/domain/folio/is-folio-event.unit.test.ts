import { describe, expect, it } from '@jest/globals';
import { isFolioEvent } from '../../../src/domain/folio/is-folio-event.js';
import { reserved, returned, voided } from './blocks.js';

describe('in a log of everything, the events of folio numbers are told apart', () => {
  it.each([reserved(1, 'p1', 1, 3), returned(1, 2, 3), voided(1)])('$type is one', (event) => {
    expect(isFolioEvent(event)).toBe(true);
  });

  it('an event of a complaint is none', () => {
    expect(isFolioEvent({ type: 'ComplaintFiled', data: {} })).toBe(false);
  });
});
