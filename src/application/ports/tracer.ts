/** What a span says of its work, by name: OpenTelemetry's names where it has one, else `quejas.…`. Nothing personal. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

/** A unit of work while it goes on. */
export interface Span {
  /** What became known of it meanwhile. */
  readonly set: (attributes: SpanAttributes) => void;
  /** It failed, with this code: the status of the span. At most once; `error.type` says the same. */
  readonly fail: (code: string) => void;
}

/**
 * A seam for traces. The library runs in a span: each command (`command rule`), each append (`append complaint`), each
 * query (`query queue`), and each batch that is projected into rows apart from their events (`projection`).
 */
export interface Tracer {
  /**
   * Does the work once, in a span that is the child of the one it is called in, and gives its result or its fault on.
   * A fault has been told to `fail` by then.
   */
  readonly run: <T>(name: string, attributes: SpanAttributes, work: (span: Span) => Promise<T>) => Promise<T>;
}
