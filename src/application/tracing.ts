import { isCodedError } from './errors/coded-error.js';
import type { AppendRequest, EventStore } from './ports/event-store.js';
import type { ProjectedRows } from './ports/projected-rows.js';
import type { Span, SpanAttributes, Tracer } from './ports/tracer.js';

const errorType = (error: unknown): string => {
  if (isCodedError(error)) return error.code;
  return error instanceof Error ? error.name : 'unknown';
};

/** Says on a span that its work failed. */
const failed = (span: Span, code: string): void => {
  span.set({ 'error.type': code });
  span.fail(code);
};

/** Does some work in a span; a fault is its status, and goes on to the caller. */
export const inSpan = <T>(
  tracer: Tracer,
  name: string,
  attributes: SpanAttributes,
  work: (span: Span) => Promise<T>,
): Promise<T> =>
  tracer.run(name, attributes, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      failed(span, errorType(error));
      throw error;
    }
  });

/** What an append is about, as OpenTelemetry names it for databases. */
const appendAttributes = (
  { stream, events }: AppendRequest,
  kind: string,
  system: string | undefined,
): SpanAttributes => ({
  ...(system === undefined ? undefined : { 'db.system.name': system }),
  'db.operation.name': 'append',
  'db.collection.name': kind,
  ...(events.length > 1 ? { 'db.operation.batch.size': events.length } : undefined),
  'quejas.stream': stream,
  'quejas.events': events.map(({ type }) => type).join(','),
});

/** The same store with a span for each append. */
export const tracedStore = (
  store: EventStore,
  {
    tracer,
    namespace,
    system,
  }: { readonly tracer: Tracer; readonly namespace: string; readonly system?: string },
): EventStore => ({
  capabilities: store.capabilities,
  read: (stream, options) => store.read(stream, options),
  readAll: (options) => store.readAll(options),
  head: () => store.head(),
  close: () => store.close(),
  append: (request) => {
    const kind = request.stream.slice(namespace.length).split('-', 1).join('');
    return inSpan(tracer, `append ${kind}`, appendAttributes(request, kind, system), async (span) => {
      const outcome = await store.append(request);
      span.set({
        'quejas.outcome': outcome.kind,
        ...(outcome.kind === 'conflict' ? undefined : { 'quejas.revision': outcome.revision }),
      });
      return outcome;
    });
  },
});

/** The same rows with a span for each batch of events that is projected into them. */
export const tracedRows = (kept: ProjectedRows, tracer: Tracer): ProjectedRows => ({
  rows: kept.rows,
  projections: kept.projections,
  rowCheckpoints: () => kept.rowCheckpoints(),
  known: () => kept.known(),
  project: (after, batch, refs) => {
    const { length } = batch.events;
    if (length === 0) return kept.project(after, batch, refs);
    const attributes = {
      'db.operation.name': 'project',
      'db.operation.batch.size': length,
      'quejas.projections': refs.map(({ name, version }) => `${name}@${version}`).join(','),
      'quejas.position': batch.position,
    };
    return inSpan(tracer, 'projection', attributes, () => kept.project(after, batch, refs));
  },
  stored: () => kept.stored(),
  pause: (...given) => kept.pause(...given),
  resume: (...given) => kept.resume(...given),
  replay: (...given) => kept.replay(...given),
  rebuild: (...given) => kept.rebuild(...given),
  cancelRebuild: (...given) => kept.cancelRebuild(...given),
  drop: (...given) => kept.drop(...given),
  parkedEvents: (...given) => kept.parkedEvents(...given),
  close: () => kept.close(),
});
