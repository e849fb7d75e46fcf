/** The parts of the board, in the order of the page. */
type Section =
  | 'first'
  | 'standing'
  | 'deadlines'
  | 'lengths'
  | 'flow'
  | 'quality'
  | 'pauses'
  | 'paid'
  | 'sides'
  | 'folios';

/** The sentences of the board. */
export interface BoardWords {
  readonly title: string;
  readonly asOf: (moment: string) => string;
  readonly known: (moment: string) => string;
  readonly contents: string;
  readonly headings: Readonly<Record<Section, string>>;
  readonly hints: Readonly<Record<Section | 'causes', string>>;
  readonly columns: Readonly<
    Record<
      | 'folio'
      | 'what'
      | 'status'
      | 'deadline'
      | 'due'
      | 'left'
      | 'area'
      | 'technician'
      | 'municipality'
      | 'age'
      | 'total'
      | 'percent'
      | 'percentEnded'
      | 'met'
      | 'missed'
      | 'openLate'
      | 'running'
      | 'paused'
      | 'measure'
      | 'basis'
      | 'n'
      | 'half'
      | 'most'
      | 'nearlyAll'
      | 'week'
      | 'filed'
      | 'ended'
      | 'reopened'
      | 'openThen'
      | 'open'
      | 'reason'
      | 'requests'
      | 'pauses'
      | 'lasting'
      | 'time'
      | 'currency'
      | 'granted'
      | 'credited'
      | 'overdue'
      | 'inTime'
      | 'repair'
      | 'upheld'
      | 'escalated',
      string
    >
  >;
  readonly overdue: string;
  readonly open: string;
  readonly rates: Readonly<Record<'reopened' | 'upheld' | 'escalated', string>>;
  readonly ofRates: Readonly<Record<'reopened' | 'upheld' | 'escalated', (of: string) => string>>;
  readonly ofOpen: (open: string) => string;
  readonly ofFiled: (filed: string, closed: string) => string;
  readonly share: (count: string, of: string) => string;
  readonly late: (since: string) => string;
  readonly left: (length: string) => string;
  readonly wasDue: (moment: string) => string;
  readonly paused: string;
  readonly noDeadline: string;
  readonly nothing: Readonly<Record<'open' | 'clocks' | 'measures' | 'pauses' | 'paid', string>>;
  readonly listed: (shown: string, open: string) => string;
  readonly table: string;
  readonly foliosByAge: string;
  readonly lateFolios: string;
  readonly dueFolios: string;
  readonly earlierWeeks: (count: string) => string;
  readonly others: (count: string) => string;
}
