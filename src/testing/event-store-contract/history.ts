import type { AppendOutcome, AppendRequest } from '../../application/ports/event-store.js';

/** A call on one stream, between the moments at which it was made and answered (counted, not timed). */
export interface Call {
  readonly begin: number;
  readonly end: number;
  readonly call:
    | { readonly kind: 'append'; readonly request: AppendRequest; readonly outcome: AppendOutcome }
    | { readonly kind: 'read'; readonly length: number };
}

interface Model {
  readonly revision: number;
  /** First and last revision of each command. */
  readonly commands: ReadonlyMap<string, readonly [number, number]>;
}

const meets = (expect: AppendRequest['expect'], revision: number): boolean => {
  if (expect === 'any') return true;
  if (expect === 'none') return revision === -1;
  return expect === 'exists' ? revision >= 0 : expect === revision;
};

type Append = Extract<Call['call'], { readonly kind: 'append' }>;

const fits = (outcome: AppendOutcome, expected: Partial<Record<string, unknown>>): boolean =>
  Object.entries(expected).every(([name, value]) => Reflect.get(outcome, name) === value);

const afterAppend = ({ revision, commands }: Model, { request, outcome }: Append): Model | undefined => {
  const before = commands.get(request.commandId);
  const unchanged = { revision, commands };
  if (before !== undefined) {
    const [firstRevision, last] = before;
    return fits(outcome, { kind: 'duplicate', firstRevision, revision: last }) ? unchanged : undefined;
  }
  if (!meets(request.expect, revision)) {
    const actual = revision === -1 ? 'none' : revision;
    return fits(outcome, { kind: 'conflict', actual }) ? unchanged : undefined;
  }
  const last = revision + request.events.length;
  if (!fits(outcome, { kind: 'appended', revision: last })) return undefined;
  return { revision: last, commands: new Map(commands).set(request.commandId, [revision + 1, last]) };
};

/** What the stream is after a call, if it could give that answer; `undefined` if it could not. */
const after = (model: Model, { call }: Call): Model | undefined => {
  if (call.kind === 'append') return afterAppend(model, call);
  return call.length === model.revision + 1 ? model : undefined;
};

/**
 * Whether the calls on one stream, some of them at the same time, can be put into one order in which each gives the
 * answer that it gave, and none comes before one that was answered before it was made (linearizability). Every answer
 * is checked as it is placed, so what the stream is depends only on which calls were placed: no set is tried twice.
 */
export const hasOneOrder = (calls: readonly Call[]): boolean => {
  const hopeless = new Set<string>();
  const place = (left: readonly Call[], model: Model): boolean => {
    if (left.length === 0) return true;
    const key = left.map(({ begin }) => begin).join();
    if (hopeless.has(key)) return false;
    const firstEnd = Math.min(...left.map(({ end }) => end));
    for (const call of left) {
      const next = call.begin < firstEnd ? after(model, call) : undefined;
      if (
        next !== undefined &&
        place(
          left.filter((other) => other !== call),
          next,
        )
      )
        return true;
    }
    hopeless.add(key);
    return false;
  };
  return place(calls, { revision: -1, commands: new Map() });
};
