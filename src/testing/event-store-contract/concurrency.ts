import type { AppendRequest, EventStore, Expectation } from '../../application/ports/event-store.js';
import { holds } from './assert.js';
import { hasOneOrder, type Call } from './history.js';
import type { Law, LawGroup } from './law.js';
import type { Random } from './random.js';
import { sampleAppend } from './samples.js';

const clients = 5;
const callsEach = 4;

const expectationOf = (random: Random, seen: number): Expectation =>
  random.pick(['none', 'exists', 'any', seen < 0 ? 'none' : seen, seen + 1]);

/** Several clients that call one stream at the same time; few commands, so that some are sent twice. */
const history = async (store: EventStore, stream: string, random: Random): Promise<readonly Call[]> => {
  const calls: Call[] = [];
  let moment = 0;
  const sent: AppendRequest[] = [];

  const requestOf = (seen: number): AppendRequest => {
    const again = sent[random.below(sent.length * 3)];
    const expect = expectationOf(random, seen);
    if (again !== undefined) return { ...again, expect };
    const request = sampleAppend(stream, `command-${String(sent.length)}`, expect, 1 + random.below(2));
    sent.push(request);
    return request;
  };

  const client = async (): Promise<void> => {
    let seen = -1;
    for (let count = 0; count < callsEach; count += 1) {
      const begin = moment++;
      if (random.chance(4)) {
        const { length } = await store.read(stream);
        seen = length - 1;
        calls.push({ begin, end: moment++, call: { kind: 'read', length } });
      } else {
        const request = requestOf(seen);
        const outcome = await store.append(request);
        if (outcome.kind !== 'conflict') seen = outcome.revision;
        calls.push({ begin, end: moment++, call: { kind: 'append', request, outcome } });
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return calls;
};

const told = (calls: readonly Call[]): string =>
  calls
    .map(({ begin, end, call }) => {
      const span = `${String(begin)}-${String(end)}`;
      if (call.kind === 'read') return `${span} read ${String(call.length)}`;
      const { commandId, expect, events } = call.request;
      const answer = JSON.stringify(call.outcome);
      return `${span} ${commandId} of ${String(events.length)} expecting ${String(expect)}: ${answer}`;
    })
    .join('; ');

const oneOrder: Law = {
  name: 'calls at the same time answer as if they had come one after the other',
  holds: async ({ open, random, runs }) => {
    const { store } = await open();
    for (let run = 0; run < runs; run += 1) {
      const calls = await history(store, `complaint-${String(run)}`, random);
      holds(hasOneOrder(calls), `no order explains these answers: ${told(calls)}`);
    }
  },
};

export const concurrency: LawGroup = { name: 'many at the same time', laws: [oneOrder] };
