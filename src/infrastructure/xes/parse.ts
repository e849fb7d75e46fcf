import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { isCodedError } from '../../application/errors/coded-error.js';
import { logFault } from '../../application/errors/log-faults.js';
import type { LogCase } from '../../application/ports/event-log.js';
import { caseOf } from './case-builder.js';
import type { XesLimits } from './limits.js';

/** The XES types that hold one value; lists and containers hold others, and are passed over. */
const valued: ReadonlySet<string> = new Set(['string', 'date', 'int', 'float', 'boolean', 'id']);

/** An element of a log whose names have a prefix; one without it is none of the log's. */
const withoutPrefix = (tag: SaxesTagPlain, prefix: string): SaxesTagPlain => ({
  ...tag,
  name: tag.name.startsWith(prefix) ? tag.name.slice(prefix.length) : `:${tag.name}`,
});

interface Open {
  readonly attributes: Map<string, string>;
  readonly events: Map<string, string>[];
  readonly from: number;
}

/**
 * Reads XES (IEEE 1849) as it comes in. `take` gives the cases that were complete by then. Attributes of attributes,
 * classifiers, globals and extensions are passed over.
 */
export const createXesReader = (limits: XesLimits) => {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const path: string[] = [];
  /** Before the names of a log whose root has a prefix, `xes:`. */
  let prefix = '';
  let ready: LogCase[] = [];
  let trace: Open | undefined;
  let event: Map<string, string> | undefined;
  let cases = 0;
  let fed = 0;
  let lastTag = 0;

  const keep = (into: Map<string, string> | undefined, { name, attributes }: SaxesTagPlain) => {
    const { key, value } = attributes;
    if (into === undefined || !valued.has(name) || key === undefined || value === undefined) return;
    // Which of two a case or an event means, is not ours to choose (IEEE 1849: keys are unique among siblings).
    if ((into.get(key) ?? value) !== value)
      throw logFault('log-attribute-repeated', {
        ...{ case: cases + 1, key },
        ...(event !== undefined && { event: trace?.events.length ?? 0 }),
      });
    into.set(key, value);
  };

  const openedInLog = ({ name }: SaxesTagPlain) => {
    if (name === 'event') throw logFault('log-event-stray');
    if (name === 'trace') trace = { attributes: new Map(), events: [], from: fed };
  };

  const openedInCase = (tag: SaxesTagPlain) => {
    if (tag.name !== 'event' || trace === undefined) {
      keep(trace?.attributes, tag);
      return;
    }
    event = new Map();
    trace.events.push(event);
  };

  /** What an element means depends on how deep it lies: log, trace, event, attribute of an event. */
  const byDepth: readonly ((tag: SaxesTagPlain) => void)[] = [
    ({ name }) => {
      if (name !== 'log') throw logFault('log-not-xes', { root: name });
    },
    openedInLog,
    openedInCase,
    (tag) => {
      keep(event, tag);
    },
  ];

  const opened = (tag: SaxesTagPlain) => {
    lastTag = fed;
    if (path.length === 0) prefix = /^[^:]+:(?=log$)/.exec(tag.name)?.[0] ?? '';
    path.push(tag.name);
    if (path.length > limits.depth) throw logFault('log-too-deep', { limit: limits.depth });
    byDepth[path.length - 1]?.(prefix === '' ? tag : withoutPrefix(tag, prefix));
  };

  const closed = () => {
    lastTag = fed;
    const at = path.length;
    path.pop();
    if (at === 3) event = undefined;
    if (at !== 2 || trace === undefined) return;
    cases += 1;
    ready.push(caseOf(trace.attributes, trace.events, cases));
    trace = undefined;
  };

  parser.on('error', (error) => {
    const { line, column } = parser;
    throw logFault('log-not-xml', { reason: error.message, line, column }, error);
  });
  parser.on('doctype', () => {
    throw logFault('log-entities');
  });
  parser.on('opentag', opened);
  parser.on('closetag', closed);

  const guard = () => {
    if (fed - lastTag > limits.token) throw logFault('log-token-too-large', { limit: limits.token });
    if (trace !== undefined && fed - trace.from > limits.caseLength)
      throw logFault('log-case-too-large', { limit: limits.caseLength });
  };

  return {
    write: (text: string) => {
      parser.write(text);
      fed += text.length;
      guard();
    },
    end: () => {
      const inside = path.length > 0;
      try {
        parser.close();
      } catch (error) {
        throw inside && isCodedError(error) ? logFault('log-truncated', {}, error) : error;
      }
    },
    take: (): readonly LogCase[] => {
      const taken = ready;
      ready = [];
      return taken;
    },
  };
};
