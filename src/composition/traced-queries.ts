import type { Span, Tracer } from '../application/ports/tracer.js';
import { inSpan } from '../application/tracing.js';
import type { Quejas } from './quejas.js';

type Queries = Pick<
  Quejas,
  | 'show'
  | 'clocks'
  | 'sla'
  | 'histories'
  | 'notice'
  | 'notices'
  | 'find'
  | 'requestsOf'
  | 'queue'
  | 'rows'
  | 'totals'
  | 'events'
>;

/** The queries of `quejas`, each in a span. A folio is told once it was found: what else was asked for may be personal. */
const tracedQueries = (quejas: Queries, tracer: Tracer): Queries => {
  const query = <Found>(
    name: string,
    ask: () => Promise<Found>,
    told: (span: Span, found: Found) => void,
  ): Promise<Found> =>
    inSpan(tracer, `query ${name}`, { 'quejas.query': name }, async (span) => {
      const found = await ask();
      told(span, found);
      return found;
    });

  const ofFolio = (span: Span, folio: string, isFound: boolean): void => {
    span.set({
      'quejas.outcome': isFound ? 'found' : 'not-found',
      ...(isFound && { 'quejas.folio': folio }),
    });
  };
  const one = (span: Span, found: unknown): void => {
    span.set({ 'quejas.outcome': found === undefined ? 'not-found' : 'found' });
  };
  const several = (span: Span, rows: number): void => {
    span.set({ 'quejas.outcome': 'found', 'db.response.returned_rows': rows });
  };

  const page = (span: Span, { items }: { readonly items: readonly unknown[] }): void => {
    several(span, items.length);
  };

  return {
    show: (folio, by, asOf) =>
      query(
        'show',
        () => quejas.show(folio, by, asOf),
        (span, view) => {
          ofFolio(span, view?.folio ?? folio, view !== undefined);
        },
      ),
    clocks: (folio, by, options) =>
      query(
        'clocks',
        () => quejas.clocks(folio, by, options),
        (span, view) => {
          ofFolio(span, view?.folio ?? folio, view !== undefined);
        },
      ),
    notice: (folio, kind, by, options) =>
      query(
        'notice',
        () => quejas.notice(folio, kind, by, options),
        (span, letter) => {
          ofFolio(span, folio, letter !== undefined);
        },
      ),
    notices: (...given) => query('notices', () => quejas.notices(...given), page),
    find: (...given) => query('find', () => quejas.find(...given), page),
    requestsOf: (...given) => query('requestsOf', () => quejas.requestsOf(...given), page),
    queue: (...given) => query('queue', () => quejas.queue(...given), page),
    totals: () => query('totals', () => quejas.totals(), one),
    histories: (options) => query('histories', () => quejas.histories(options), page),
    sla: (options) => query('sla', () => quejas.sla(options), one),
    events: (options) =>
      query(
        'events',
        () => quejas.events(options),
        (span, { events }) => {
          several(span, events.length);
          if (options.folio !== undefined && events.length > 0) span.set({ 'quejas.folio': options.folio });
        },
      ),
    rows: (projection) => {
      const rows = quejas.rows(projection);
      const { name } = projection;
      return {
        find: (key) => query(name, () => rows.find(key), one),
        page: (asked) => query(name, () => rows.page(asked), page),
        count: (where, options) => query(name, () => rows.count(where, options), one),
        groups: (asked) =>
          query(
            name,
            () => rows.groups(asked),
            (span, { length }) => {
              several(span, length);
            },
          ),
      };
    },
  };
};

/** The same, its queries traced where there is a tracer. */
export const withTracedQueries = (quejas: Quejas, tracer: Tracer | undefined): Quejas =>
  tracer === undefined ? quejas : { ...quejas, ...tracedQueries(quejas, tracer) };
