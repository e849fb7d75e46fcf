import type { JsonObject } from '../domain/kernel/json.js';
import type { Logger } from './ports/logger.js';
import type { Span, SpanAttributes, Tracer } from './ports/tracer.js';

const isPromise = (result: unknown): result is Promise<unknown> => result instanceof Promise;

/** Tells a host something. What its code throws, now or later, is its own: it changes no answer of the library. */
const tell = (saying: () => unknown): void => {
  try {
    const result = saying();
    if (isPromise(result)) result.catch(() => undefined);
  } catch {
    // The fault of a logger or a tracer has no other place to be told.
  }
};

/** The same logger; a fault of it is passed over. */
export const safeLogger = (logger: Logger): Logger => ({
  debug: (message: string, fields?: JsonObject) => tell(() => logger.debug(message, fields)),
  info: (message: string, fields?: JsonObject) => tell(() => logger.info(message, fields)),
  warn: (message: string, fields?: JsonObject) => tell(() => logger.warn(message, fields)),
  error: (message: string, fields?: JsonObject) => tell(() => logger.error(message, fields)),
});

const safeSpan = (span: Span): Span => ({
  set: (attributes) => tell(() => span.set(attributes)),
  fail: (code) => tell(() => span.fail(code)),
});

const noSpan: Span = { set: () => undefined, fail: () => undefined };

/**
 * The same tracer; a fault of it is passed over. The work is done once, and its own outcome is the answer, whatever the
 * tracer does: a tracer that fails before the work leaves it without a span.
 */
export const safeTracer = (tracer: Tracer): Tracer => ({
  run: async <T>(name: string, attributes: SpanAttributes, work: (span: Span) => Promise<T>): Promise<T> => {
    let outcome: Promise<T> | undefined;
    const once = (span: Span): Promise<T> => (outcome ??= work(safeSpan(span)));
    try {
      await tracer.run(name, attributes, once);
    } catch {
      // A fault of the work is told below, one of the tracer nowhere.
    }
    return once(noSpan);
  },
});
