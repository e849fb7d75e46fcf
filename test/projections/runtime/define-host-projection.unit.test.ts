import { expect, it } from '@jest/globals';
import { defineProjection, given } from '../../../src/projections/index.js';

/** The paths of what can still be changed in a value. */
const open = (value: unknown, path: string): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const parts = Object.entries(value).flatMap(([name, part]) => open(part, `${path}.${name}`));
  return Object.isFrozen(value) ? parts : [path, ...parts];
};

it('freezes all that the handler of a host is given: event, cards and history, with what they hold', () => {
  const told: string[] = [];
  const watching = defineProjection({
    ...{ name: 'watching', version: 1, columns: { complaint: 'text' }, key: ['complaint'] },
    onEvery: (event, _rows, { card, before, history }) => {
      told.push(event.type, ...open({ event, card, before, history }, event.type).slice(1));
      return null;
    },
  });
  given(
    { type: 'Filed', data: { subscriber: 's-1', municipality: 'Xalapa' } },
    { type: 'FolioAssigned', data: { folio: 'CON-1' } },
    { type: 'TechnicianAssigned', data: { technician: 'rt-1' } },
    { type: 'InformationRequested', data: { request: 1 } },
    { type: 'CaseTaken', data: { role: 'billing', holder: 'b-1' } },
    { type: 'InformationReceived', data: { requests: [1] } },
    { type: 'NoteAdded' },
  ).then(watching, []);
  expect(told).toEqual([
    ...['Filed', 'FolioAssigned', 'TechnicianAssigned', 'InformationRequested'],
    ...['CaseTaken', 'InformationReceived', 'NoteAdded'],
  ]);
});
