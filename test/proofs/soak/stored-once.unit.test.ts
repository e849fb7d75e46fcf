import { describe, expect, it } from '@jest/globals';
import type { Told } from '../../../prove/soak/journal.js';
import { storedOnce, type Seen } from '../../../prove/soak/stored-once.js';

const numberOf = (commandId: string) => Number(commandId);

/** The events of a command, from this revision of its stream on. */
const eventsOf = (command: number, from: number, size = 1, stream = 'complaint-a'): Seen[] =>
  Array.from({ length: size }, (_, index) => ({
    stream,
    revision: from + index,
    type: 'ContactMade',
    data: {},
    metadata: { commandId: String(command), index, commandSize: size },
  }));

const accepted = (number: number, revision: number): Told => ({ number, kind: 'accepted', revision });
const refused = (number: number): Told => ({ number, kind: 'refused', code: 'already' });

const violationsOf = (events: readonly Seen[], answers: readonly Told[]): readonly string[] => {
  const checking = storedOnce(numberOf);
  for (const event of events) checking.see(event);
  for (const answer of answers) checking.hear(answer);
  return checking.end().violations;
};

describe('a soak finds nothing', () => {
  it('where what was accepted is there once and whole, and what was refused is not there', () => {
    const events = [...eventsOf(1, 0, 2), ...eventsOf(2, 2)];
    expect(violationsOf(events, [accepted(1, 1), accepted(2, 2), refused(3)])).toEqual([]);
  });

  it('where something is stored of which no caller was told yet', () => {
    expect(violationsOf(eventsOf(1, 0), [])).toEqual([]);
  });
});

describe('a soak finds', () => {
  it('a command that was accepted and is lost', () => {
    expect(violationsOf([], [accepted(1, 0)])).toEqual(['command 1 was accepted and is lost']);
  });

  it('a command that is there twice', () => {
    expect(violationsOf([...eventsOf(1, 0), ...eventsOf(1, 1)], [accepted(1, 0)])).toEqual([
      'command 1 is there 2 times',
    ]);
  });

  it('a command of which a part is missing', () => {
    expect(violationsOf(eventsOf(1, 0, 3).slice(0, 2), [accepted(1, 2)])).toEqual([
      'command 1 has 2 of its 3 events',
    ]);
  });

  it('a command that is elsewhere than was told', () => {
    expect(violationsOf(eventsOf(1, 0), [accepted(1, 4)])).toEqual([
      'command 1 ends at 0, not at 4 as was told',
    ]);
  });

  it('a command that was refused and is there', () => {
    expect(violationsOf(eventsOf(1, 0), [refused(1)])).toEqual([
      'command 1 was refused (already) and is there',
    ]);
  });

  it('a gap in a stream', () => {
    expect(violationsOf([...eventsOf(1, 0), ...eventsOf(2, 2)], [])).toEqual([
      'complaint-a: revision 2 where 1 follows',
    ]);
  });

  it('a folio that was given twice', () => {
    const given = (command: number, stream: string): Seen[] =>
      eventsOf(command, 0, 1, stream).map((event) => ({
        ...event,
        type: 'FolioAssigned',
        data: { folio: 'CR-1' },
      }));
    expect(violationsOf([...given(1, 'complaint-a'), ...given(2, 'complaint-b')], [])).toEqual([
      'folio CR-1 given twice, again in complaint-b',
    ]);
  });
});
