import { describe, expect, it } from '@jest/globals';
import { refusals } from '../../../src/application/commands/refusals.js';
import { commandTypes } from '../../../src/application/commands/parse-command.js';
import { complaintEventTypes } from '../../../src/domain/complaint/index.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { importText } from '../../../src/interfaces/cli/importing/import-table.js';
import { coloursFor } from '../../../src/interfaces/cli/terminal/colours.js';
import type { ImportResult } from '../../../src/jobs/import/import-result.js';
import { foreignIn } from '../../support/foreign-words.js';

const occurredAt = instantOf(Date.UTC(2013, 0, 2, 16));
const activity = 'Espera';

/** An import of which every command was refused by every code once, is known otherwise, and is gone from the log. */
const result: ImportResult = {
  ...{ cases: 4, events: 13, appended: 15, duplicates: 6, differences: 6, outOfOrder: 1, emptyTraces: 0 },
  ...{ filled: 11, casesWithWait: 3, waits: 4, casesReopened: 1, casesNotClosed: 4, noNewFact: 0 },
  firstDifferences: commandTypes.map((command) => ({ case: 'Caso 3', activity, command, occurredAt })),
  firstGone: complaintEventTypes.map((event) => ({ case: 'Caso 3', event, occurredAt })),
  firstOutOfOrder: [{ case: 'Caso 3', event: 2 }],
  unmapped: [{ activity, count: 2 }],
  refused: Object.keys(refusals).map((code) => ({ activity, command: 'requestInformation', code, count: 1 })),
};

describe('what came of an import', () => {
  const told = importText(
    { language: 'es', space: { isTTY: false, columns: 80, colours: coloursFor(false, {}) } },
    result,
    'America/Mexico_City',
  );

  it('is told in Spanish, with the code of a refusal in brackets alone, and the times of the provider', () => {
    expect(told).toContain(
      'Diferencia\tCaso 3\tEspera\tRegistra una solicitud y le da su folio\t2 ene 2013, 10:00\n',
    );
    expect(told).toContain(
      'Ya no está en el registro\tCaso 3\tSe pidió información al usuario\t2 ene 2013, 10:00\n',
    );
    expect(told).toContain('La solicitud … ya terminó (…)');
    const foreign = told.split('\n').flatMap((line) => {
      const found = foreignIn(line.replace(/\[[a-z-]+\]|--[a-z-]+/g, ''));
      return found.length === 0 ? [] : [{ line, found }];
    });
    expect(foreign).toEqual([]);
  });
});
