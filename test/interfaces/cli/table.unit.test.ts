import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pc from 'picocolors';
import { labelledLines, type LabelledLine } from '../../../src/interfaces/cli/terminal/labelled-lines.js';
import { renderTable } from '../../../src/interfaces/cli/terminal/table.js';

const folio = 'CON-000042-7';

const shown = (columns: number, words: string): Promise<string> =>
  renderTable(
    { isTTY: true, columns, colours: pc.createColors(false) },
    [{ title: 'Folio' }, { title: 'Dicho' }, { title: 'Desde', rank: 1 }],
    [[folio, words, '2 mar 2026, 10:00']],
  );

/** What a reader finds in the cells of a column, without the border and the breaks. */
const cellsOf = (table: string, column: number): string => {
  if (!table.includes('│'))
    return /^Dicho([^]*?)(?:^Desde|(?![^]))/m.exec(table)?.[1]?.replace(/\s+/g, '') ?? '';
  return table
    .split('\n')
    .filter((line) => line.startsWith('│'))
    .slice(1)
    .map((line) => line.split('│')[column + 1] ?? '')
    .join('')
    .replace(/\s+/g, '');
};

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    `https://ejemplo.mx/${'segmento'.repeat(20)}`,
    '网络连接中断已经三天了请尽快处理谢谢',
    '👩‍👩‍👧‍👦👍🏽🇲🇽'.repeat(8),
    '🆑か\u3099',
    '⌚☎️1️⃣か\u3099'.repeat(9),
    'Sin internet desde el lunes por la mañana en toda la colonia',
  ),
);

describe('a table on a terminal of any width', () => {
  it('never shortens a folio or what a person said, at 40 and 41 columns too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 20, max: 120 }), words, async (columns, said) => {
        fc.pre(/\S/.test(said) && !said.includes('│'));
        const table = await shown(columns, said.toWellFormed());
        expect(table).toContain(folio);
        expect(table).not.toContain('…');
      }),
    );
    for (const columns of [20, 39, 40, 41, 42, 80])
      for (const said of [
        `https://ejemplo.mx/${'segmento'.repeat(20)}`,
        '网络连接中断已经三天了请尽快处理谢谢',
        '👩‍👩‍👧‍👦👍🏽🇲🇽'.repeat(8),
        '🆑か\u3099',
        '⌚☎️1️⃣か\u3099'.repeat(9),
      ]) {
        const table = await shown(columns, said);
        expect(table).toContain(folio);
        expect(cellsOf(table, 1)).toBe(said);
        expect(table.isWellFormed()).toBe(true);
      }
  });
});

describe('lines that each have a label', () => {
  const lines: readonly LabelledLine[] = [
    ['Solicitudes', 12],
    ['Rechazada', ['CR-000123-0', 'Las causas aún no se han verificado.']],
  ];

  it('stand in columns on a terminal, without a tab', () => {
    expect(labelledLines({ isTTY: true, columns: 60, colours: pc.createColors(false) }, lines)).toBe(
      'Solicitudes         12\nRechazada: CR-000123-0; Las causas aún no se han verificado.\n',
    );
  });

  it('follow their labels where the terminal is too narrow for columns', () => {
    const narrow = { isTTY: true, columns: 20, colours: pc.createColors(false) };
    expect(labelledLines(narrow, lines.slice(0, 1))).toBe('Solicitudes: 12\n');
  });

  it('are tab-separated in a pipe', () => {
    expect(labelledLines({ isTTY: false, columns: 60, colours: pc.createColors(false) }, lines)).toBe(
      'Solicitudes\t12\nRechazada\tCR-000123-0\tLas causas aún no se han verificado.\n',
    );
  });
});
