import type { CaseHistory } from '../../application/ports/projection.js';
import { alertKey } from '../../domain/complaint/deadlines/keys.js';
import { caseClocks, type CaseClocks } from '../case-clocks/case-clocks.js';
import { defineProjection, type DefinedProjection } from '../runtime/define-projection.js';

const columns = {
  complaint: 'text',
  folio: 'text?',
  /** When it fell due. */
  at: 'text',
  /** `warning`, `breach` or `escalation`. */
  act: 'text',
  /** 1 where a deadline draws near, and was not missed yet. */
  warned: 'integer',
  /** 1 where a deadline was missed that is still to be done. */
  breached: 'integer',
  /** 1 where time took the complaint up a level. */
  escalated: 'integer',
  /** By what it is known within its complaint. */
  key: 'text',
  /** Revision of the last event among what is pending. */
  up_to: 'integer',
} as const;

const key = ['complaint'] as const;

/** The columns that change while a complaint waits to be told of. */
const told = ['at', 'key', 'up_to', 'warned', 'breached', 'escalated'] as const;

/** What staff is to be told of: a read model that is told which versions to count deadlines by. */
export type Alerts = DefinedProjection<typeof columns, (typeof key)[number]> & Pick<CaseClocks, 'learn'>;

/**
 * What was recorded about deadlines and staff was not told of, one row for a complaint, by when it fell due. It is an
 * index: who tells reads the complaint's own events again.
 */
export const alerts = (clocks: CaseClocks = caseClocks()): Alerts => {
  const cells = (history: CaseHistory | undefined) => {
    const pending = clocks.alert(history);
    if (pending === undefined) return undefined;
    const { at, alert, counted } = pending;
    return {
      ...{ at, act: alert.act, key: alertKey(alert), up_to: alert.upTo },
      warned: Number(counted.warned),
      breached: Number(counted.breached),
      escalated: Number(counted.escalated),
    };
  };

  const definition = defineProjection({
    name: 'alerts',
    version: 4,
    columns,
    key,
    indexes: [['at', 'complaint']],
    onEvery: (_event, rows, { complaint, card: { folio }, history }) => {
      if (clocks.alert(history) === clocks.alert(history.earlier)) return undefined;
      const [was, is] = [cells(history.earlier), cells(history)];
      if (is === undefined) return was && rows.remove({ complaint });
      const isAsBefore = was !== undefined && told.every((column) => was[column] === is[column]);
      return isAsBefore ? undefined : rows.set({ complaint, folio, ...is });
    },
  });
  return { ...definition, learn: clocks.learn };
};
