import { DatabaseSync } from 'node:sqlite';
import { filledComplaints, pageSize, pagesOfWalk, type Ask } from '../asked-rows.js';
import type { Contender } from '../entry.js';
import { steadyRate } from '../pace.js';

const scope = '|conectared';
const queue = 'customer-service';

/** The bare page: its rows by the index, each with its status by its key, and the kept count. */
export const askQueue = (database: DatabaseSync): Ask => {
  const rows = database.prepare(
    `SELECT * FROM queues_v9 WHERE scope = ? AND queue = ? AND (due, since, complaint) > (?, ?, ?)
     ORDER BY due, since, complaint LIMIT ?`,
  );
  const status = database.prepare('SELECT * FROM case_status_v3 WHERE scope = ? AND complaint = ?');
  const count = database.prepare(
    'SELECT sum(complaints) AS total FROM queue_totals_v3 WHERE scope = ? AND queue = ?',
  );
  let after = ['', '', ''];
  return (n) => {
    if (n % pagesOfWalk === 0) after = ['', '', ''];
    const page = rows.all(scope, queue, ...after, pageSize);
    const last = page.at(-1);
    after = ['due', 'since', 'complaint'].map((column) => String(last?.[column]));
    const folios = page.map(({ complaint }) => String(status.get(scope, String(complaint))?.['folio']));
    return Promise.resolve({ total: Number(count.get(scope, queue)?.['total']), folios });
  };
};

/** The bare counters, in one statement. */
export const askTotals = (database: DatabaseSync): Ask => {
  const counters = database.prepare('SELECT measure, count FROM case_totals_v1 WHERE scope = ?');
  return () => {
    const counts = new Map(counters.all(scope).map(({ measure, count }) => [measure, Number(count)]));
    return Promise.resolve({ total: counts.get('filed') ?? 0, folios: [] });
  };
};

/** The same questions in prepared statements over the same file. */
export const run = async (contender: Contender): Promise<number> => {
  const { module, history } = contender;
  const database = new DatabaseSync(history);
  const ask = module === 'reference-totals' ? askTotals(database) : askQueue(database);
  const rate = await steadyRate(contender, async (n) => {
    const { total } = await ask(n);
    if (total !== filledComplaints) throw new Error(`${String(total)} complaints`);
  });
  database.close();
  return rate;
};
