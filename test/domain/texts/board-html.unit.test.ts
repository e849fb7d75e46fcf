import { describe, expect, it } from '@jest/globals';
import { conectared } from '../../../src/domain/provider/conectared.js';
import { boardHtml } from '../../../src/domain/texts/board/board-html.js';
import { faultsOfForm, faultsOfLinks, readOf } from '../../support/page.js';
import { boardAt, sampleBoard } from './board-samples.js';

const languages = ['es', 'en'] as const;

describe('the page of the board', () => {
  it('leads from each value of each side, channels and causes too, to its late folios', () => {
    const given = sampleBoard((_item, place) =>
      place < 2
        ? { deadline: 'breached', channel: 'phone', causes: ['network', 'fibre-cut'].slice(0, place + 1) }
        : { deadline: 'running', channel: 'phone', causes: ['network'] },
    );
    const values = {
      area: 'conciliation',
      technician: 'rt-3',
      municipality: 'Xalapa',
      kind: 'fault',
    } as const;
    const items = given.items.map((item) => ({ ...item, ...values }));
    const part = { ...given, filed: 3 };
    const by = {
      ...{ area: [{ ...part, value: 'conciliation' }], technician: [{ ...part, value: 'rt-3' }] },
      ...{ channel: [{ ...part, value: 'phone' }], kind: [{ ...part, value: 'fault' }] },
      cause: ['fibre-cut', 'network'].map((value) => ({ ...part, value })),
      municipality: [{ ...part, value: 'Xalapa' }],
    };
    const page = boardHtml({ ...given, items, by }, conectared);
    expect(faultsOfLinks(page)).toEqual([]);
    const late = items.filter(({ deadline }) => deadline === 'breached').map(({ folio }) => folio);
    const under = (id: string) =>
      [...(page.split(`id="${id}"`)[1]?.split('</div>')[0] ?? '').matchAll(/#folio-([^"]+)/g)].map(
        ([, folio]) => folio,
      );
    expect(late).toHaveLength(2);
    for (const side of ['area', 'technician', 'channel', 'kind', 'municipality'])
      expect({ side, folios: under(`late-${side}-0`) }).toEqual({ side, folios: late });
    expect(under('late-cause-0')).toEqual(late.slice(1));
    expect(under('late-cause-1')).toEqual(late);
  });

  it.each(languages)(
    'in %s is well formed, asks nothing of a network, and each link leads somewhere',
    (language) => {
      const page = boardHtml(sampleBoard(), conectared, { language });
      expect(faultsOfForm(page)).toEqual([]);
      expect(faultsOfLinks(page)).toEqual([]);
      expect(page).not.toMatch(/<script|<link|<img|@import|url\(|src=|https?:/);
      expect(page).toContain("default-src 'none'");
      expect(page).toContain(`<html lang="${language === 'es' ? 'es-MX' : 'en'}">`);
    },
  );

  it('tells in Spanish no code, no instant of a machine and no English word', () => {
    const told = readOf(boardHtml(sampleBoard(), conectared, { language: 'es' }));
    expect(told).not.toMatch(/C-\d\d|\d{4}-\d{2}-\d{2}|T\d{2}:|null|undefined|NaN/);
    expect(told).not.toMatch(
      /\b(?:open|overdue|due|request|week|repair|in time|fault|deadline|folio of|pending)\b/i,
    );
    expect(told).toContain('Al lunes 8 de junio de 2026, 12:00');
    expect(told).toContain('Reparación');
  });

  it.each([
    [1, 1],
    [3, 3],
    [5, 5],
    [6, 3],
    [13, 5],
  ])('names %i weeks under their chart by %i days, the last one among them', (shown, named) => {
    const weeks = Array.from({ length: shown }, (_, at) => ({
      ...{ week: new Date(Date.UTC(2026, 2, 2 + 7 * at)).toISOString().slice(0, 10) },
      ...{ filed: 12_345, ended: 0, reopened: 0, open: 0 },
    }));
    const page = boardHtml({ ...sampleBoard(), weeks }, conectared, { language: 'es' });
    const names = [...page.matchAll(/<text [^>]*class="under"[^>]*>([^<]+)/g)].map(([, name]) => name);
    expect(names).toHaveLength(named);
    expect(names.at(-1)).toBe(
      new Intl.DateTimeFormat('es-MX', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
        new Date(weeks.at(-1)?.week ?? ''),
      ),
    );
    expect(page).toMatch(/<text [^>]*class="scale"[^>]*>12,345</);
  });

  it('begins with what is late, and leads from each number to the folios that it counts', () => {
    const board = sampleBoard();
    const page = boardHtml(board, conectared, { language: 'es' });
    const late = board.items.filter(({ deadline }) => deadline === 'breached');
    expect(late.length).toBeGreaterThan(0);
    expect(board.overdue.complaints).toBe(late.length);
    const list = page.slice(
      page.indexOf('id="overdue"'),
      page.indexOf('</div>', page.indexOf('id="overdue"')),
    );
    expect([...list.matchAll(/href="#folio-([^"]+)"/g)].map(([, folio]) => folio)).toEqual(
      late.map(({ folio }) => folio),
    );
    expect(page.indexOf('href="#overdue"')).toBeLessThan(page.indexOf('<h2'));
  });

  it('prints the denominator of every share', () => {
    const board = sampleBoard();
    const told = readOf(boardHtml(board, conectared, { language: 'es' }));
    const repair = board.clocks.find(({ clock }) => clock === 'C-07');
    const [met, missed] = [repair?.met ?? 0, repair?.breached ?? 0];
    expect(met + missed).toBeGreaterThan(0);
    expect(told).toContain(`${String(met)} de ${String(met + missed)}`);
    expect(told).toContain(
      `${String(board.reopened.count)} de ${String(board.reopened.of)} que terminaron alguna vez`,
    );
    expect(told).toContain(`${String(board.upheld.count)} de ${String(board.upheld.of)} con resolución`);
  });

  it('says so where more is open than it lists', () => {
    const board = sampleBoard();
    const told = readOf(
      boardHtml({ ...board, items: board.items.slice(0, 1) }, conectared, { language: 'es' }),
    );
    expect(told).toContain(`Se listan las 1 que vencen primero, de ${String(board.open)} abiertas.`);
  });

  it('says by what was known, where that is not all that is stored', () => {
    const page = boardHtml(sampleBoard(), conectared, { language: 'es', knownAt: boardAt });
    expect(readOf(page)).toContain('con lo que se sabía el lunes 8 de junio de 2026');
  });

  it('stands for an empty house too', () => {
    const { by, ...board } = sampleBoard();
    const none = { area: [], technician: [], channel: [], kind: [], cause: [], municipality: [] };
    const page = boardHtml(
      {
        ...board,
        ...{ filed: 0, open: 0, closed: 0, clocks: [], measures: [], weeks: [], pauses: [] },
        compensation: [],
        items: [],
        by: { ...by, ...none },
      },
      conectared,
    );
    expect([...faultsOfForm(page), ...faultsOfLinks(page)]).toEqual([]);
    expect(readOf(page)).toContain('No hay solicitudes abiertas.');
  });

  it('shows what a store or a profile says, and never acts upon it', () => {
    const bad = `"><script>alert('x')</script>&`;
    const board = sampleBoard(() => ({ folio: bad, technician: bad, municipality: bad, area: bad }));
    const [part] = board.by.kind;
    if (part === undefined) throw new Error('no part');
    const page = boardHtml(
      {
        ...board,
        by: { ...board.by, municipality: [{ ...part, value: bad }] },
        items: board.items.slice(0, 1),
      },
      { ...conectared, name: bad },
    );
    expect(faultsOfForm(page)).toEqual([]);
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;');
  });
});
